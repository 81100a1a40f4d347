/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <string.h>
#include <strings.h>

#include "base/alloc.h"
#include "base/nearest.h"
#include "cmd/map_cells.h"
#include "cmd/map_columns.h"
#include "map/inventory.h"

/* An unnamed struct is called by its whole definition: a table shows how it begins. */
#define TYPE_MAX 24

const struct map_column map_columns[] = {
	{ "ID", "the number the kernel gave it", 0, true, true, 0, id_text, id_members },
	{ "TYPE", "map type", 0, true, false, 0, type_text, type_members },
	{ "NAME", "its name, in full where a pin or BTF reveals it", 0, true, false, 0, name_text,
	  name_members },
	{ "FLAGS", "flags it was created with", 0, false, false, 0, flags_text, flags_members },
	{ "KEY", "type of the key, or its size", INVENTORY_TYPES, true, false, TYPE_MAX, key_text,
	  key_members },
	{ "VALUE", "type of the value, or its size", INVENTORY_TYPES, true, false, TYPE_MAX,
	  value_text, value_members },
	{ "USED", "entries in it", INVENTORY_USED, true, true, 0, used_text, used_members },
	{ "MAX", "entries it has room for", 0, true, true, 0, max_text, max_members },
	{ "FULL", "entries in it, in percent of its room", INVENTORY_USED, true, true, 0, full_text,
	  NULL },
	{ "MEMORY", "memory the kernel charges for it", INVENTORY_MEMORY, true, true, 0,
	  memory_text, memory_members },
	{ "FROZEN", "whether user space may still write", INVENTORY_MEMORY, false, false, 0,
	  frozen_text, frozen_members },
	{ "OWNER", "what kind of program a prog_array is for", INVENTORY_MEMORY, false, false, 0,
	  owner_text, owner_members },
	{ "BTF", "number of its BTF object", 0, false, true, 0, btf_text, btf_members },
	{ "PINS", "where it is pinned", INVENTORY_PINS, false, false, 0, pins_text, pins_members },
	{ "PROGRAMS", "programs that use it", INVENTORY_PROGRAMS, false, false, 0, programs_text,
	  programs_members },
	{ "PIDS", "processes that hold it open", INVENTORY_PIDS, true, false, 0, pids_text,
	  pids_members },
	{ .name = NULL },
};

static void choose(struct map_column_choice *choice, const struct map_column *column)
{
	for (size_t i = 0; i < choice->n; i++)
		if (choice->column[i] == column)
			return;
	choice->column[choice->n++] = column;
	choice->want |= column->want;
}

static const struct map_column *find(const char *name, struct nearest *nearest)
{
	for (const struct map_column *row = map_columns; row->name; row++) {
		if (!strcasecmp(row->name, name))
			return row;
		nearest_offer(nearest, row->name);
	}
	return NULL;
}

int map_columns_choose(const char *list, bool all, struct map_column_choice *ret, struct err *err)
{
	_cleanup_free_ char *copy = mem_strdup(list ? list : "");
	bool behind = *copy == '+';
	char *rest = copy + behind, *name;

	memset(ret, 0, sizeof(*ret));
	for (const struct map_column *row = map_columns; row->name; row++)
		if (all || ((!list || behind) && row->standard))
			choose(ret, row);
	while (list && (name = strsep(&rest, ","))) {
		_cleanup_free_ char *upper = mem_strdup(name);
		struct nearest nearest;
		const struct map_column *column;

		for (char *c = upper; *c; c++)
			if (*c >= 'a' && *c <= 'z')
				*c -= 'a' - 'A';
		nearest = NEAREST(upper);
		column = find(upper, &nearest);
		if (!column && nearest.best)
			return err_set(err, ERR_USAGE,
				       "there is no column '%s'; did you mean '%s'?", name,
				       nearest.best);
		if (!column)
			return err_set(err, ERR_USAGE, "there is no column '%s'; -H lists them",
				       name);
		choose(ret, column);
	}
	return 0;
}
