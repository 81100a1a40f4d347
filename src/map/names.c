/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/names.h"

#include <string.h>

#include <bsd/string.h>
#include <net/if.h>

#include "base/alloc.h"
#include "kern/map_calls.h"
#include "kern/maps.h"
#include "kern/progs.h"
#include "map/map.h"
#include "map/values.h"

static int row_compare(const void *a, const void *b)
{
	const struct name_row *x = a, *y = b;

	return x->id < y->id ? -1 : x->id > y->id;
}

void names_add(struct name_table *table, uint32_t id, const char *name)
{
	struct name_row *row;

	if (!id || table->n == NAMES_MAX)
		return;
	table->row = mem_more(table->row, table->n, &table->cap, sizeof(*table->row));
	row = &table->row[table->n++];
	row->id = id;
	strlcpy(row->name, name, sizeof(row->name));
}

void names_sort(struct name_table *table)
{
	size_t kept = 0;

	if (!table->n)
		return;
	qsort(table->row, table->n, sizeof(*table->row), row_compare);
	for (size_t i = 1; i < table->n; i++)
		if (table->row[i].id != table->row[kept].id)
			table->row[++kept] = table->row[i];
	table->n = kept + 1;
}

const char *names_find(const struct name_table *table, uint32_t id)
{
	struct name_row wanted = { .id = id };
	const struct name_row *row = NULL;

	if (table->n)
		row = bsearch(&wanted, table->row, table->n, sizeof(wanted), row_compare);
	return row && *row->name ? row->name : NULL;
}

void names_read_maps(struct map *map)
{
	struct map_rows *rows = NULL;

	if (kern_maps_read(0, NULL, &rows) < 0)
		return;
	for (size_t i = 0; i < rows->n; i++)
		names_add(&map->names.maps, rows->row[i].info.id, rows->row[i].info.name);
	kern_rows_free(rows);
	names_sort(&map->names.maps);
}

/* Whoever is in the map now: there may be far more programs that are not. */
void names_read_programs(struct map *map)
{
	_cleanup_free_ char *keys = mem_try_array(2, map->info.key_size);
	_cleanup_free_ char *value = mem_try_array(1, map->info.value_size);
	struct name_table *programs = &map->names.programs;
	char *key = keys, *next;
	const char *last = NULL;

	if (!keys || !value)
		return;
	next = keys + map->info.key_size;
	for (uint32_t n = 0; n < NAMES_MAX && !kern_map_next_key(map->fd, last, next); n++) {
		memcpy(key, next, map->info.key_size);
		last = key;
		if (!kern_map_lookup(map->fd, key, value, 0))
			names_add(programs, value_program_id(map, value), "");
	}
	names_sort(programs);
	for (size_t i = 0; i < programs->n; i++)
		kern_prog_name(programs->row[i].id, programs->row[i].name);
}

static void devices_read(struct map *map)
{
	struct if_nameindex *list = if_nameindex();

	for (const struct if_nameindex *dev = list; dev && dev->if_index; dev++)
		names_add(&map->names.devices, dev->if_index, dev->if_name);
	if (list)
		if_freenameindex(list);
	names_sort(&map->names.devices);
}

void names_read_ports(struct map *map)
{
	devices_read(map);
	if (map->info.value_size >= 8)
		names_read_programs(map);
}

void names_done(struct map_names *names)
{
	free(names->maps.row);
	free(names->programs.row);
	free(names->devices.row);
	free(names->functions);
	memset(names, 0, sizeof(*names));
}
