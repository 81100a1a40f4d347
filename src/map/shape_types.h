/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The types of a map that is to be made. */
#ifndef MAP_SHAPE_TYPES_H
#define MAP_SHAPE_TYPES_H

#include "base/err.h"
#include "map/shape.h"

enum shape_part { SHAPE_KEY, SHAPE_VALUE };

/* Makes it size bytes without a type. */
void map_shape_size(struct map_shape *shape, enum shape_part part, uint32_t size);

/*
 * Gives it the type that text spells in C, and its size; a name that C does not
 * know is the kernel's.  As ctype_parse().
 */
int map_shape_type(struct map_shape *shape, enum shape_part part, const char *text,
		   struct err *err);

/*
 * What the kernel wants beside the types that are there: of key and value both or none, an integer
 * for a slot, a struct for a prefix.  A part without a type gets one of bytes; a map type
 * that keeps no types loses them.
 */
int map_shape_fill_types(struct map_shape *shape, struct err *err);

#endif
