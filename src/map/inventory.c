/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/inventory.h"

#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "kern/maps.h"
#include "kern/refusal.h"
#include "map/inventory_btf.h"
#include "map/map.h"
#include "map/map_name.h"

static unsigned int rows_wanted(unsigned int want)
{
	return (want & INVENTORY_MEMORY ? (unsigned int)KERN_ROWS_MEMORY : 0) |
	       (want & INVENTORY_USED ? (unsigned int)KERN_ROWS_USED : 0);
}

static bool is_same_memory(const struct bpf_map_info *info)
{
	return map_type_find(info->type)->can & MAP_PREALLOC &&
	       !(info->map_flags & BPF_F_NO_PREALLOC);
}

static void facts_fill(struct map_facts *facts, const struct map_row *row)
{
	facts->info = row->info;
	facts->type = map_type_find(row->info.type);
	facts->memory = row->memory;
	facts->used = row->used;
	facts->has_memory = row->has_memory;
	facts->has_used = row->has_used;
	facts->frozen = row->frozen;
	facts->has_frozen = row->has_frozen;
	facts->owner_prog_type = row->owner_prog_type;
	facts->owner_jited = row->owner_jited;
}

/* r, of reading what bit stands for: what was refused is noted, a shortage is an error. */
static int note(struct inventory *inventory, unsigned int bit, int r, bool partial)
{
	if (r)
		inventory->unknown |= bit;
	else if (partial)
		inventory->partial |= bit;
	return is_shortage(r) ? r : 0;
}

static int pins_read(struct inventory *inventory)
{
	int r = kern_pins_read(&inventory->all_pins);

	return note(inventory, INVENTORY_PINS, r, !r && inventory->all_pins->partial);
}

static int programs_read(struct inventory *inventory)
{
	int r = kern_progs_read(&inventory->all_programs);

	return note(inventory, INVENTORY_PROGRAMS, r, !r && inventory->all_programs->partial);
}

static int pids_read(struct inventory *inventory)
{
	int r = kern_holders_read(&inventory->all_pids);

	return note(inventory, INVENTORY_PIDS, r, !r && inventory->all_pids->partial);
}

static int users_read(struct inventory *inventory, unsigned int want)
{
	int r = want & INVENTORY_PINS ? pins_read(inventory) : 0;

	if (!r && want & INVENTORY_PROGRAMS)
		r = programs_read(inventory);
	if (!r && want & INVENTORY_PIDS)
		r = pids_read(inventory);
	return r;
}

static void users_fill(struct inventory *inventory)
{
	for (size_t i = 0; i < inventory->n; i++) {
		struct map_facts *f = &inventory->map[i];

		f->pins = kern_pins_of(inventory->all_pins, f->info.id, &f->n_pins);
		f->programs = kern_progs_of(inventory->all_programs, f->info.id, &f->n_programs);
		f->pids = kern_holders_of(inventory->all_pids, f->info.id, &f->n_pids);
		f->unknown = inventory->unknown;
	}
}

static bool lacks_name(const struct map_facts *facts)
{
	return !facts->name && map_name_is_cut(&facts->info);
}

/* Names that BTF did not complete: by the pins, read only if there are such names. */
static int names_fill(struct inventory *inventory)
{
	struct map_pins *own = NULL;
	int r = 0;

	for (size_t i = 0; i < inventory->n; i++) {
		struct map_facts *f = &inventory->map[i];
		const char *name = NULL;

		if (lacks_name(f)) {
			if (!inventory->all_pins && !own && !r)
				r = kern_pins_read(&own);
			name = map_name_by_pins(&f->info, own ? own : inventory->all_pins);
		}
		if (!f->name)
			f->name = mem_strdup(name ? name : f->info.name);
	}
	kern_pins_free(own);
	return is_shortage(r) ? r : 0;
}

static int complete(struct inventory *inventory, unsigned int want)
{
	int r = users_read(inventory, want);

	if (!r)
		r = inventory_btf_read(inventory, want);
	if (!r)
		r = names_fill(inventory);
	users_fill(inventory);
	return r;
}

static struct inventory *inventory_new(size_t n)
{
	struct inventory *inventory = mem_zero(sizeof(*inventory));

	inventory->map = mem_zero(n * sizeof(*inventory->map));
	inventory->n = n;
	return inventory;
}

/* None, or not all, of what was wanted of the memory. */
static void note_memory(struct inventory *inventory, bool is_refused)
{
	size_t known = 0;

	for (size_t i = 0; i < inventory->n; i++)
		known += inventory->map[i].has_memory;
	if (is_refused && inventory->n)
		*(known ? &inventory->partial : &inventory->unknown) |= INVENTORY_MEMORY;
}

/* Takes over inventory. */
static int finish(struct inventory *inventory, unsigned int want, struct inventory **ret,
		  struct err *err)
{
	int r = complete(inventory, want);

	if (!r) {
		*ret = inventory;
		return 0;
	}
	inventory_free(inventory);
	errno = -r;
	return err_sys(err, "gathering what there is to tell of the maps");
}

int inventory_read(unsigned int want, struct inventory **ret, struct err *err)
{
	struct inventory *inventory;
	struct map_rows *rows = NULL;
	int r = kern_maps_read(rows_wanted(want), is_same_memory, &rows);

	if (r == -EPERM)
		return err_set(err, ERR_DENIED,
			       "listing maps needs CAP_SYS_ADMIN (run as root); "
			       "'mapctl show PATH' of a pin that you may read needs none");
	if (r < 0) {
		errno = -r;
		return err_sys(err, "listing maps");
	}
	inventory = inventory_new(rows->n);
	for (size_t i = 0; i < rows->n; i++)
		facts_fill(&inventory->map[i], &rows->row[i]);
	if (rows->partial)
		inventory->partial |= INVENTORY_MAPS;
	if (want & INVENTORY_MEMORY)
		note_memory(inventory, rows->memory_is_refused);
	kern_rows_free(rows);
	return finish(inventory, want, ret, err);
}

static int read_one(const struct map *map, unsigned int want, struct map_facts *ret,
		    struct err *err)
{
	struct map_row row;
	int r = kern_map_row(map->fd, rows_wanted(want), &row);

	if (r < 0) {
		errno = -r;
		return err_sys(err, "%s", map_called(map));
	}
	facts_fill(ret, &row);
	/* Else it is looked up with the rest. */
	if (!map_name_is_cut(&map->info) || map->name[BPF_OBJ_NAME_LEN - 1])
		ret->name = mem_strdup(map->name);
	return 0;
}

int inventory_read_these(struct map *const *maps, size_t n, unsigned int want,
			 struct inventory **ret, struct err *err)
{
	struct inventory *inventory = inventory_new(n);
	bool is_refused = false;

	for (size_t i = 0; i < n; i++) {
		int r = read_one(maps[i], want, &inventory->map[i], err);

		if (r) {
			inventory_free(inventory);
			return r;
		}
		is_refused |= !inventory->map[i].has_memory;
	}
	if (want & INVENTORY_MEMORY)
		note_memory(inventory, is_refused);
	return finish(inventory, want, ret, err);
}

struct inventory *inventory_free(struct inventory *inventory)
{
	if (!inventory)
		return NULL;
	for (size_t i = 0; i < inventory->n; i++) {
		free(inventory->map[i].name);
		free(inventory->map[i].key_type);
		free(inventory->map[i].value_type);
	}
	free(inventory->map);
	kern_pins_free(inventory->all_pins);
	kern_progs_free(inventory->all_programs);
	kern_holders_free(inventory->all_pids);
	free(inventory);
	return NULL;
}
