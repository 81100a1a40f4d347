/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What a program's BTF says of the records of a map that it uses. */
#ifndef MAP_RECORD_LOOK_H
#define MAP_RECORD_LOOK_H

#include <stddef.h>
#include <stdint.h>

struct btf;
struct map;

/*
 * The variable of the .maps section that is the map, by its name; where the kernel has cut that,
 * the one that begins so.  *ret_name is its name, borrowed from btf, or stays.  Returns the type
 * that its `value` member points to, 0 where there is none that could be a record's.
 */
uint32_t record_defined(const struct btf *btf, const struct map *map, const char **ret_name);

/*
 * Structs and unions, also behind typedefs, that are named like a map: as it, or without an s at
 * its end, either with _t behind.  Each once, up to RECORD_NAMED_MAX; returns how many.
 */
#define RECORD_NAMED_MAX 8
size_t record_named(const struct btf *btf, const char *map_name, uint32_t ret[RECORD_NAMED_MAX]);

#endif
