/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What is to be told of a map type, in the words that are shown. */
#ifndef CMD_TYPE_FACTS_H
#define CMD_TYPE_FACTS_H

#include <stdbool.h>
#include <stddef.h>

struct map_type;

struct type_facts {
	const struct map_type *type;
	int present;		 /* as map_type_supported() */
	const char *key, *value; /* NULL: not known */
};

struct type_list {
	size_t n, cap;
	struct type_facts *type; /* owned */
	bool unknown;		 /* of some the kernel does not tell */
};

/* Asks the kernel about one type, and adds it. */
void type_list_add(struct type_list *list, const struct map_type *type);

/* All of the table, and what the kernel has behind its end. */
void type_list_all(struct type_list *list);
void type_list_done(struct type_list *list);

/* The i-th thing that some type supports: its name, NULL behind the last. */
const char *type_ability(size_t i);
bool type_has_ability(const struct map_type *type, size_t i);

/* Whether it is a matter of detail, which a table leaves out. */
bool type_ability_is_detail(size_t i);

#endif
