/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Views over a map's keys and values, as --as asks for them. */
#ifndef MAP_VIEWS_H
#define MAP_VIEWS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct buf;
struct map;
struct plan;

/*
 * Lays what spec says, FIELD=VIEW[,FIELD=VIEW…], over the plans of the map,
 * and reads the names that this takes: behind map_load_types(), before
 * privileges are dropped.  FIELD is key, value, a path inside one of them
 * (key.saddr, value.stats[0].x), or such a path without the word in front.
 * A map without types can have views of a whole key or value.  For plans of
 * the native dialect only.  ERR_USAGE; what was laid before stays.
 */
int map_lay_views(struct map *map, const char *spec, struct err *err);

/* The names that VIEW can be, a line each. */
void map_view_names(struct buf *ret);

/* The same over plans that stand beside the map's own; *key and *value may be NULL. */
int map_lay_views_over(const struct map *map, struct plan **key, struct plan **value,
		       const char *spec, struct err *err);

/* The same over the plan of a record of size bytes, where what is viewed are fields of a value. */
int map_lay_record_views(const struct map *map, struct plan **plan, uint32_t size, const char *spec,
			 struct err *err);

/*
 * The plan that input needs where the map's own, of its key or its value, is of
 * another dialect; with views as above, or NULL.  *ret NULL: the map's own does, or none is
 * known.  The caller frees it.
 */
int map_native_plan(const struct map *map, bool is_value, const char *views, struct plan **ret,
		    struct err *err);

#endif
