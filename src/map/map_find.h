/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Finding maps, and the words for not finding them: what map_open() is made of. */
#ifndef MAP_MAP_FIND_H
#define MAP_MAP_FIND_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "map/map.h"

struct map_list {
	size_t n, cap;
	struct map **map; /* owned, as is each */
};

void map_list_add(struct map_list *list, struct map *map);
void map_list_done(struct map_list *list);

/* A map of a name that was looked for; not open. */
struct map_found {
	uint32_t id;
	const struct map_type *type;
	char *name; /* the full one, where the search had to find it out; or NULL */
};

struct map_founds {
	size_t n, cap;
	struct map_found *map;
};

/*
 * The maps whose kernel name or full name is name, at least one, by id;
 * map_founds_done() frees.  ERR_NO with the nearest name when there is none.
 */
int map_find_name(const char *name, struct map_founds *ret, struct err *err);
void map_founds_done(struct map_founds *found);

/* A map around fd, which is closed also on failure; by its pin path, or NULL. */
int map_adopt(int fd, enum map_access access, const char *path, struct map **ret, struct err *err);

/*
 * Fills map->cells and cell_stride from its type and value size.  Fails for
 * per-CPU maps, and for what may be one, where the CPUs are not known.
 */
int map_lay_cells(struct map *map, struct err *err);

/*
 * Set the error for an errno of opening by id or by pin; of a pin, ENOENT means
 * that it is not there, and EINVAL that it is of something else.  Both return -code.
 */
int map_find_failed(uint32_t id, int error, struct err *err);
int map_pin_failed(const char *path, int error, struct err *err);

#define BPFFS "/sys/fs/bpf" /* where a bpffs mostly is */

/* Whether path is there, or below it, and none is mounted. */
bool map_bpffs_is_missing(const char *path);

/* What a pin was to be, and what else it may be of. */
struct pin_noun {
	const char *name;   /* "map" */
	const char *others; /* "program or link" */
};

/* map_pin_failed() of anything that is pinned. */
int pin_failed(const char *path, const struct pin_noun *noun, int error, struct err *err);

int map_find_ambiguous(const char *name, const struct map_founds *found, struct err *err);

#endif
