/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/type_facts.h"

#include <string.h>

#include "base/alloc.h"
#include "map/map_types.h"
#include "map/type_support.h"

#define BEHIND 16 /* numbers behind the table's last that are tried */

static const char *const keys[] = {
	[KEY_NONE] = "none",	 [KEY_BYTES] = "bytes",	  [KEY_INDEX] = "index",
	[KEY_NUMBER] = "number", [KEY_PREFIX] = "prefix",
};

static const char *const values[] = {
	[VALUE_BYTES] = "bytes",	 [VALUE_MAP] = "map",	      [VALUE_PROGRAM] = "program",
	[VALUE_EVENT] = "event",	 [VALUE_STACK] = "stack",     [VALUE_CGROUP] = "cgroup",
	[VALUE_DEVICE] = "device",	 [VALUE_CPU] = "cpu",	      [VALUE_SOCKET] = "socket",
	[VALUE_FUNCTIONS] = "functions", [VALUE_RECORDS] = "records", [VALUE_PAGES] = "pages",
};

static const struct ability {
	const char *name;
	uint32_t bits;	/* any of them */
	bool is_detail; /* of another, which a short list has */
} abilities[] = {
	{ "lookup", MAP_LOOKUP, false },
	{ "update", MAP_UPDATE, false },
	{ "delete", MAP_DELETE, false },
	{ "walk", MAP_WALK, false },
	{ "batch", MAP_BATCH | MAP_BATCH_DUP, false },
	{ "batch_update", MAP_BATCH_UPDATE, true },
	{ "batch_delete", MAP_BATCH_DELETE, true },
	{ "batch_take", MAP_BATCH_TAKE, true },
	{ "iterator", MAP_ITER, false },
	{ "mmap", MAP_MMAP, false },
	{ "pop", MAP_POP, false },
	{ "test", MAP_TEST, false },
	{ "percpu", MAP_PERCPU, false },
	{ "counted", MAP_COUNTED, false },
};

#define N_ABILITIES (sizeof(abilities) / sizeof(abilities[0]))

const char *type_ability(size_t i)
{
	return i < N_ABILITIES ? abilities[i].name : NULL;
}

bool type_has_ability(const struct map_type *type, size_t i)
{
	return !(type->can & MAP_STRANGE) && type->can & abilities[i].bits;
}

bool type_ability_is_detail(size_t i)
{
	return abilities[i].is_detail;
}

void type_list_add(struct type_list *list, const struct map_type *type)
{
	bool is_known = !(type->can & MAP_STRANGE);
	struct type_facts facts = { .type = type, .present = map_type_supported(type->number) };

	if (is_known) {
		facts.key = type->key == KEY_FD ? owner_noun(type->owner) : keys[type->key];
		facts.value = values[type->value];
	}
	list->unknown |= facts.present < 0;
	list->type = mem_more(list->type, list->n, &list->cap, sizeof(*list->type));
	list->type[list->n++] = facts;
}

void type_list_all(struct type_list *list)
{
	const struct map_type *type;
	uint32_t last = 0;

	for (size_t i = 0; (type = map_type_nth(i)); i++) {
		type_list_add(list, type);
		last = type->number > last ? type->number : last;
	}
	for (uint32_t number = last + 1; number <= last + BEHIND; number++)
		if (map_type_supported(number) == 1)
			type_list_add(list, map_type_find(number));
}

void type_list_done(struct type_list *list)
{
	free(list->type);
	memset(list, 0, sizeof(*list));
}
