/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "words/complete_data.h"

#include <string.h>

#include "base/buf.h"
#include "cli/complete.h"
#include "cli/entry_words.h"
#include "cli/parse.h"
#include "kern/log.h"
#include "map/map.h"
#include "words/key_words.h"
#include "words/value_words.h"

enum group { GROUP_KEY, GROUP_VAR, GROUP_VALUE, GROUP_MODE, GROUP_LOCK, GROUPS };

static const struct keyword {
	const char *name;
	unsigned int takes;
	enum group group; /* of which one can be given */
} keywords[] = {
	{ "key", ENTRY_KEY, GROUP_KEY },       { "var", ENTRY_VAR, GROUP_VAR },
	{ "value", ENTRY_VALUE, GROUP_VALUE }, { "set", ENTRY_SET, GROUP_VALUE },
	{ "any", ENTRY_MODE, GROUP_MODE },     { "exist", ENTRY_MODE, GROUP_MODE },
	{ "noexist", ENTRY_MODE, GROUP_MODE }, { "lock", ENTRY_MODE, GROUP_LOCK },
};

#define N_KEYWORDS (sizeof(keywords) / sizeof(keywords[0]))

/* Where the words stop. */
struct place {
	bool is_given[GROUPS];
	const struct keyword *keyword; /* the last one; NULL: none yet */
	struct word_run run;	       /* behind it */
	const char *variable;	       /* of `var NAME`, or NULL */
};

static const struct keyword *find(const char *word)
{
	for (size_t i = 0; i < N_KEYWORDS; i++)
		if (!strcmp(keywords[i].name, word))
			return &keywords[i];
	return NULL;
}

static void find_place(int n, char *const *words, struct place *ret)
{
	*ret = (struct place){ 0 };
	for (int i = 0; i < n; i++) {
		const struct keyword *keyword = find(words[i]);

		if (keyword) {
			ret->keyword = keyword;
			ret->is_given[keyword->group] = true;
			ret->run = (struct word_run){ .words = words + i + 1 };
			continue;
		}
		ret->run.n++;
		if (ret->keyword && ret->keyword->group == GROUP_VAR)
			ret->variable = words[i];
	}
}

/* With its types as far as they can be had; NULL where it cannot be opened. */
static struct map *open_map(const struct invocation *inv)
{
	struct map *map = NULL;
	struct err err;

	kern_log(NULL);
	if (!inv->has_map || map_open(&inv->map, MAP_ACCESS_READ, &map, &err))
		return NULL;
	if (!map_load_types(map, PLAN_NATIVE, &err))
		map_given_types(map, &inv->types, PLAN_NATIVE, &err);
	return map;
}

/* Of an arena there are pages, and no entries. */
static bool add_page(const struct invocation *inv, int n, struct buf *ret)
{
	struct map *map = open_map(inv);
	bool has_pages = map && map->type->value == VALUE_PAGES;

	if (has_pages && !n && inv->command->entry & ENTRY_KEY)
		buf_puts(ret, "page\n");
	map_free(map);
	return has_pages;
}

static void add_keywords(const struct place *place, unsigned int takes, struct buf *ret)
{
	for (size_t i = 0; i < N_KEYWORDS; i++)
		if (keywords[i].takes & takes && !place->is_given[keywords[i].group])
			buf_printf(ret, "%s\n", keywords[i].name);
}

static void add_owner(enum owner_kind kind, const struct word_run *run, struct buf *ret)
{
	bool by_pid = kind == OWNER_PROCESS || kind == OWNER_SOCKET;

	if (!run->n)
		buf_puts(ret, by_pid ? "pid\n" : kind == OWNER_CGROUP ? "cgroup\n" : "path\n");
	else if (run->n == 2 && kind == OWNER_SOCKET)
		buf_puts(ret, "fd\n");
}

static void add_key(const struct map *map, const struct word_run *run, const char *last,
		    struct buf *ret)
{
	if (map && map->type->key == KEY_FD) {
		add_owner(map->type->owner, run, ret);
		return;
	}
	if (!map)
		key_words_complete(run->n + 1, run->words - 1, ret);
	else if (!run->n)
		buf_puts(ret, "hex\n");
	if (map)
		complete_fields(map->key_plan, run->n, run->words, last, ret);
}

static void add_value(const struct map *map, const struct place *place, const char *last,
		      struct buf *ret)
{
	struct word_run run = place->run;
	int skip = 0;

	if (map && place->variable) {
		complete_variable(map->value_plan, place->variable, run.n, run.words, last, ret);
		return;
	}
	value_words_complete(map ? map->type : NULL, run.n, run.words, ret);
	if (map && map->type->can & MAP_PERCPU && run.n)
		skip = !strcmp(run.words[0], "all") ? 1 : !strcmp(run.words[0], "cpu") ? 2 : 0;
	if (map && run.n >= skip)
		complete_fields(map->value_plan, run.n - skip, run.words + skip, last, ret);
}

static void add_data(const struct map *map, const struct place *place, const char *last,
		     struct buf *ret)
{
	const struct word_run *run = &place->run;

	if (place->keyword->takes == ENTRY_KEY)
		add_key(map, run, last, ret);
	else if (place->keyword->takes == ENTRY_VALUE)
		add_value(map, place, last, ret);
	else if (place->keyword->takes == ENTRY_SET && map)
		complete_fields(map->value_plan, run->n, run->words, last, ret);
	else if (place->keyword->takes == ENTRY_VAR && !run->n && map)
		complete_variables(map->value_plan, ret);
}

void complete_data(const struct invocation *inv, const char *last, struct buf *ret)
{
	unsigned int takes = inv->command->entry;
	struct place place;
	struct map *map;

	find_place(inv->argc, inv->argv, &place);
	if (!place.keyword && add_page(inv, inv->argc, ret))
		return;
	if (place.keyword && place.keyword->takes != ENTRY_MODE) {
		map = open_map(inv);
		add_data(map, &place, last, ret);
		map_free(map);
	}
	/* What only reads takes one of them. */
	if (!place.keyword || (inv->command->flags & COMMAND_WRITES &&
			       (place.keyword->takes == ENTRY_MODE || place.run.n)))
		add_keywords(&place, takes, ret);
}
