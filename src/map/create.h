/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Making a map of a shape, or saying in words why there can be none. */
#ifndef MAP_CREATE_H
#define MAP_CREATE_H

#include "base/err.h"
#include "map/shape.h"

/*
 * Makes the map, and its types and the map that its inner maps are like before
 * it; *ret_fd is the caller's to close, and the map goes with it where it is
 * not pinned.  A type that keeps no BTF gets none.  ERR_USAGE for what no kernel makes,
 * and what this one does not, where it can be told what that is;
 * ERR_SYSTEM for a type that this kernel does not have, and for anything else; ERR_DENIED.
 */
int map_create(const struct map_shape *shape, int *ret_fd, struct err *err);

/*
 * What is wrong with the shape as far as it can be known without asking the
 * kernel, one after the other by a table: ERR_USAGE.  map_create() begins with it.
 */
int map_shape_check(const struct map_shape *shape, struct err *err);

#endif
