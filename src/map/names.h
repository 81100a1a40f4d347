/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The names behind the ids in a map's values, read while there is the right
 * to ask for them: a reading command gives its privileges up before the first
 * entry.  An id that comes into the map after that is shown without a name.
 */
#ifndef MAP_NAMES_H
#define MAP_NAMES_H

#include <stddef.h>
#include <stdint.h>

/* At most this many names of one kind; ids beyond are shown without. */
#define NAMES_MAX 65536

struct ksyms;
struct map;
struct view_names;

struct name_row {
	uint32_t id;
	char name[32]; /* foreign bytes */
};

struct name_table {
	size_t n, cap;
	struct name_row *row; /* by id, each id once */
};

struct map_names {
	struct name_table maps, programs, devices;
	struct view_names *functions; /* programs, for the view of functions; or NULL */
	const struct ksyms *symbols;  /* the kernel's, borrowed; or NULL */
};

/* Adds an id, not 0, and its name; names_sort() leaves each id once, and makes them findable. */
void names_add(struct name_table *table, uint32_t id, const char *name);
void names_sort(struct name_table *table);

/*
 * Hooks of map_types.c: fill map->names with inner maps, programs, or (of
 * devices and CPUs) interfaces and programs, or the kernel's symbols; of
 * struct_ops the programs, and their functions are shown as such from here on.
 * What may not be read stays without a name.
 */
void names_read_maps(struct map *map);
void names_read_programs(struct map *map);
void names_read_ports(struct map *map);
void names_read_symbols(struct map *map);
void names_read_functions(struct map *map);

/* The name, borrowed, or NULL where it is not known or empty. */
const char *names_find(const struct name_table *table, uint32_t id);

/* Frees what map->names holds. */
void names_done(struct map_names *names);

#endif
