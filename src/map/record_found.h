/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The type of a map's records by what programs that use it say of it. */
#ifndef MAP_RECORD_FOUND_H
#define MAP_RECORD_FOUND_H

#include <stdbool.h>

struct map;
struct record_progs;
struct record_type;

/*
 * The `value` in the map's definition, else the one struct that is named like the map.  Sets
 * btf, shared_btf, type_id, and how; btf stays NULL where there are several.  False: nothing
 * is said of it.
 */
bool record_found(const struct map *map, const struct record_progs *progs, struct record_type *ret);

#endif
