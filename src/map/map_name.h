/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The full names behind the 15 characters that the kernel keeps: a pin that
 * begins with them tells, or the map's definition in its BTF.
 */
#ifndef MAP_MAP_NAME_H
#define MAP_MAP_NAME_H

#include <stdbool.h>

#include <linux/bpf.h>

struct btf;
struct map;
struct map_pins;

/* True where the kernel's name fills its 15 characters, so that there may be more. */
bool map_name_is_cut(const struct bpf_map_info *info);

/* The file name of path where it goes on from the kernel's name, else NULL; borrowed from path. */
const char *map_name_by_path(const struct bpf_map_info *info, const char *path);

/* The same by the first of the map's pins that tells; pins may be NULL. */
const char *map_name_by_pins(const struct bpf_map_info *info, const struct map_pins *pins);

/*
 * The variable of the .maps section that begins with the kernel's name and
 * has the map's key and value types; NULL where there is none, or several.
 * btf is the object info->btf_id: what it defines is remembered by that id
 * until the next one.  Borrowed from btf.
 */
const char *map_name_by_btf(const struct bpf_map_info *info, const struct btf *btf);

/*
 * The full name by BTF and pins.  *pins is read when it is needed first, and
 * is the caller's to free.  Never NULL, never shorter than the kernel's name,
 * "" where the map has none; the caller frees it.
 */
char *map_name_full(const struct bpf_map_info *info, struct map_pins **pins);

/* Names the map so, in messages too; takes over name. */
void map_name_set(struct map *map, char *name);

#endif
