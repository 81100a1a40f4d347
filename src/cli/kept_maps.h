/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Maps that stay open from one line of a batch to the next, so that a million
 * updates look a map up once.
 */
#ifndef CLI_KEPT_MAPS_H
#define CLI_KEPT_MAPS_H

#include <stdbool.h>

#include "map/map.h"

struct kept_map {
	struct map_ref ref; /* its text owned */
	enum map_access access;
	struct map *map;
};

#define KEPT_MAPS_MAX 16

struct kept_maps {
	struct kept_map map[KEPT_MAPS_MAX]; /* the one used last at the end */
	size_t n;
};

/* The map that was opened so, or NULL; it is then the one used last. */
struct map *kept_maps_find(struct kept_maps *kept, const struct map_ref *ref,
			   enum map_access access);

/* Takes the map over; where there is no room the one not used for longest is closed. */
void kept_maps_add(struct kept_maps *kept, const struct map_ref *ref, enum map_access access,
		   struct map *map);

/* Closes them all: a name, a pin or an id may mean another map from here on. */
void kept_maps_clear(struct kept_maps *kept);

#endif
