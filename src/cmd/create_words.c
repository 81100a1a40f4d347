/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/create_words.h"

#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "base/nearest.h"
#include "map/map_types.h"

#define N_ROWS (sizeof(rows) / sizeof(rows[0]))

enum behind { BEHIND_WORD, BEHIND_MAP, BEHIND_NOTHING };

static void add_types(struct buf *ret)
{
	const struct map_type *type;

	for (size_t i = 0; (type = map_type_nth(i)); i++)
		buf_printf(ret, "%s\n", type->name);
}

static void add_flags(struct buf *ret)
{
	const char *flag;

	for (size_t i = 0; (flag = map_flag_nth(i)); i++)
		buf_printf(ret, "%s\n", flag);
}

#define FIELD(name) offsetof(struct create_words, name)

static const struct row {
	const char *keyword;
	enum behind behind;
	size_t offset;	  /* of what it fills in struct create_words */
	const char *what; /* stands behind it */
	void (*add)(struct buf *ret);
} rows[] = {
	{ "type", BEHIND_WORD, FIELD(type), "the name of a map type", add_types },
	{ "key", BEHIND_WORD, FIELD(key), "a size in bytes, or a type in C", NULL },
	{ "value", BEHIND_WORD, FIELD(value), "a size in bytes, or a type in C", NULL },
	{ "entries", BEHIND_WORD, FIELD(entries), "a number", NULL },
	{ "name", BEHIND_WORD, FIELD(name), "a name for the map", NULL },
	{ "flags", BEHIND_WORD, FIELD(flags), "names of flags, or a number", add_flags },
	{ "inner_map", BEHIND_MAP, FIELD(inner_map), "a map", NULL },
	{ "like", BEHIND_MAP, FIELD(like), "a map", NULL },
	{ "from", BEHIND_WORD, FIELD(from), "an object file, and maybe ':NAME'", NULL },
	{ "offload_dev", BEHIND_WORD, FIELD(device), "a network interface", NULL },
	{ "dev", BEHIND_WORD, FIELD(device), "a network interface", NULL },
	{ "numa_node", BEHIND_WORD, FIELD(numa_node), "a number", NULL },
	{ "map_extra", BEHIND_WORD, FIELD(map_extra), "a number", NULL },
	{ "replace", BEHIND_NOTHING, FIELD(replace), NULL, NULL },
};

static const struct row *find_row(const char *word)
{
	for (size_t i = 0; i < N_ROWS; i++)
		if (!strcmp(rows[i].keyword, word))
			return &rows[i];
	return NULL;
}

static int refuse_word(const char *word, struct err *err)
{
	struct nearest nearest = NEAREST(word);

	for (size_t i = 0; i < N_ROWS; i++)
		nearest_offer(&nearest, rows[i].keyword);
	if (nearest.best)
		return err_set(err, ERR_USAGE,
			       "does not know what to do with '%s'; did you mean '%s'?", word,
			       nearest.best);
	return err_set(err, ERR_USAGE,
		       "does not know what to do with '%s'; see 'mapctl help create'", word);
}

static bool names_kind(const char *word)
{
	return !strcmp(word, "id") || !strcmp(word, "name") || !strcmp(word, "pinned");
}

/* How many of the n words belong to the row. */
static int count_behind(const struct row *row, int n, char *const *words)
{
	if (row->behind == BEHIND_MAP)
		return n && names_kind(words[0]) ? 2 : 1;
	return row->behind == BEHIND_WORD;
}

/* False where it is there already. */
static bool fill(const struct row *row, int n, char *const *words, struct create_words *ret)
{
	void *field = (char *)ret + row->offset;

	if (row->behind == BEHIND_NOTHING) {
		bool *flag = field;

		return *flag ? false : (*flag = true);
	}
	if (row->behind == BEHIND_MAP) {
		struct word_run *run = field;
		bool had = run->n;

		*run = (struct word_run){ n, words };
		return !had;
	}
	if (*(const char **)field)
		return false;
	*(const char **)field = words[0];
	return true;
}

static int take(const struct row *row, int n, char *const *words, struct create_words *ret,
		struct err *err)
{
	int wants = count_behind(row, n, words);

	if (wants > n || (wants && !*words[wants - 1]))
		return err_set(err, ERR_USAGE, "'%s' needs %s behind it", row->keyword, row->what);
	if (!fill(row, wants, words, ret))
		return err_set(err, ERR_USAGE, "'%s' stands there twice", row->keyword);
	return wants;
}

int create_words_take(int n, char *const *words, struct create_words *ret, struct err *err)
{
	struct create_words taken = { 0 };

	if (!n)
		return err_set(err, ERR_USAGE,
			       "where is the map to be pinned? 'mapctl create PATH type TYPE key "
			       "SIZE value SIZE entries N'");
	taken.path = words[0];
	for (int at = 1; at < n;) {
		const struct row *row = find_row(words[at]);
		int r = row ? take(row, n - at - 1, words + at + 1, &taken, err)
			    : refuse_word(words[at], err);

		if (r < 0)
			return r;
		at += 1 + r;
	}
	*ret = taken;
	return 0;
}

static void add_keywords(const struct create_words *had, struct buf *ret)
{
	for (size_t i = 0; i < N_ROWS; i++) {
		struct create_words copy = *had;
		static char word[] = "?", *words[] = { word };

		if (fill(&rows[i], 1, words, &copy))
			buf_printf(ret, "%s\n", rows[i].keyword);
	}
}

void create_words_complete(int n, char *const *words, struct buf *ret)
{
	struct create_words had = { 0 };

	for (int at = 1; at < n;) {
		const struct row *row = find_row(words[at]);
		int left = n - at - 1, wants;

		if (!row)
			return;
		wants = count_behind(row, left, words + at + 1);
		if (left < wants) {
			if (row->add)
				row->add(ret);
			else if (row->behind == BEHIND_MAP && !left)
				buf_puts(ret, "id\nname\npinned\n");
			return;
		}
		fill(row, wants, words + at + 1, &had);
		at += 1 + wants;
	}
	if (n)
		add_keywords(&had, ret);
}
