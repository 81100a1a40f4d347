/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What map_create() is made of. */
#ifndef MAP_CREATE_PARTS_H
#define MAP_CREATE_PARTS_H

#include "base/err.h"
#include "map/shape.h"

/* What a shape refers to, open; -1: nothing. */
struct shape_parts {
	int inner_fd; /* of the shape, or own_inner */
	int own_inner;
	int btf_fd; /* of the shape's btf, or own_btf */
	int own_btf;
};

/* Asks the kernel for the map: an fd, or -errno. */
int shape_attempt(const struct map_shape *shape, const struct shape_parts *parts);

/* Says why the kernel has refused it with error, an errno.  Returns -code. */
int shape_refused(const struct map_shape *shape, const struct shape_parts *parts, int error,
		  struct err *err);

/* For what takes privileges: ERR_DENIED, and which. */
int shape_denied(struct err *err);

#endif
