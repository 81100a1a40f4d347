/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#ifndef MAP_SHAPE_LIKE_H
#define MAP_SHAPE_LIKE_H

#include <stdbool.h>

#include "base/err.h"
#include "map/shape.h"

/*
 * The shape of the map behind fd: all but its name, its NUMA node, which the kernel does not
 * tell, and the device it is offloaded to.  Its maps are like the first one that it has;
 * an empty one's are not known, and with needs_inner that is ERR_USAGE.
 * ERR_DENIED where its BTF may not be read.  map_shape_done() frees *ret.
 */
int map_shape_like(int fd, bool needs_inner, struct map_shape *ret, struct err *err);

#endif
