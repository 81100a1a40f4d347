/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The sizes in a shape, and what is wrong with them: rows of map_shape_check(). */
#ifndef MAP_CREATE_SIZES_H
#define MAP_CREATE_SIZES_H

#include <stdbool.h>

#include "map/map_limits.h"
#include "map/map_types.h"
#include "map/shape.h"

struct buf;

/* A shape, and what its type asks for. */
struct subject {
	const struct map_shape *shape;
	const struct map_type *type;
	const struct map_limits *limits;
};

bool subject_key_is_wrong(const struct subject *s);
bool subject_value_is_wrong(const struct subject *s);
bool subject_entries_are_wrong(const struct subject *s);

/* The size that a ring buffer for so many bytes can have; 0: there is none. */
uint32_t map_ring_bytes(uint32_t bytes);

/* Add the words for it. */
void subject_say_key(const struct subject *s, struct buf *ret);
void subject_say_value(const struct subject *s, struct buf *ret);
void subject_say_entries(const struct subject *s, struct buf *ret);

#endif
