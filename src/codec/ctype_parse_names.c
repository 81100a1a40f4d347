/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The names of a text, hashed: there may be tens of thousands. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "codec/ctype_parse_parts.h"

#define SLOTS_FIRST 64

static uint32_t hash(uint32_t space, const struct token *name)
{
	uint32_t h = 2166136261u ^ space;

	for (size_t i = 0; i < name->len; i++)
		h = (h ^ (uint8_t)name->start[i]) * 16777619u;
	return h ^ h >> 15;
}

static bool is_same(const struct ctype_entry *entry, uint32_t space, const struct token *name)
{
	return entry->space == space && entry->name.len == name->len &&
	       !memcmp(entry->name.start, name->start, name->len);
}

/* The slot that has the name, or would take it. */
static struct ctype_entry **slot_of(struct ctype_names *names, uint32_t space,
				    const struct token *name)
{
	size_t i = hash(space, name) & (names->n_slots - 1);

	while (names->slots[i] && !is_same(names->slots[i], space, name))
		i = (i + 1) & (names->n_slots - 1);
	return &names->slots[i];
}

struct ctype_entry *ctype_find(struct ctype_parse *p, uint32_t space, const struct token *name)
{
	return p->names.n ? *slot_of(&p->names, space, name) : NULL;
}

/* At most half of the slots are taken. */
static void make_room(struct ctype_names *names)
{
	struct ctype_names more = { .n = names->n };

	if (2 * names->n < names->n_slots)
		return;
	more.n_slots = names->n_slots ? 2 * names->n_slots : SLOTS_FIRST;
	more.slots = mem_zero(more.n_slots * sizeof(*more.slots));
	for (size_t i = 0; i < names->n_slots; i++) {
		struct ctype_entry *entry = names->slots[i];

		if (entry)
			*slot_of(&more, entry->space, &entry->name) = entry;
	}
	free(names->slots);
	*names = more;
}

struct ctype_entry *ctype_name_add(struct ctype_parse *p, uint32_t space, const struct token *name)
{
	struct ctype_entry **slot;

	make_room(&p->names);
	slot = slot_of(&p->names, space, name);
	if (*slot)
		return NULL;
	*slot = mem_zero(sizeof(**slot));
	**slot = (struct ctype_entry){ .space = space, .name = *name };
	p->names.n++;
	return *slot;
}

void ctype_names_done(struct ctype_parse *p)
{
	for (size_t i = 0; i < p->names.n_slots; i++)
		free(p->names.slots[i]);
	free(p->names.slots);
}
