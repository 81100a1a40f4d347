/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/option.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/nearest.h"
#include "base/number.h"

/* The value of choices may be written as a list in messages. */
static int refuse_choice(const struct opt *row, const char *value, struct err *err)
{
	struct nearest nearest = NEAREST(value);

	for (size_t i = 0; row->choices[i]; i++)
		nearest_offer(&nearest, row->choices[i]);
	if (nearest.best)
		return err_set(err, ERR_USAGE, "--%s: there is no '%s'; did you mean '%s'?",
			       row->name, value, nearest.best);
	return err_set(err, ERR_USAGE, "--%s: there is no '%s'; see 'mapctl help'", row->name,
		       value);
}

static int store(const struct opt *row, void *settings, const char *value, struct err *err)
{
	void *where = (char *)settings + row->offset;
	uint64_t count;

	switch (row->kind) {
	case OPT_FLAG:
		*(bool *)where = true;
		return 0;
	case OPT_COUNT:
		if (number_u64(value, UINT64_MAX, &count) || !count)
			return err_set(err, ERR_USAGE, "--%s: '%s' is not a number from 1 up",
				       row->name, value);
		*(uint64_t *)where = count;
		return 0;
	case OPT_WORD:
		for (size_t i = 0; row->choices && strcmp(row->choices[i], value); i++)
			if (!row->choices[i + 1])
				return refuse_choice(row, value, err);
		*(const char **)where = value;
		return 0;
	}
	return 0;
}

static const struct opt *by_letter(const struct opt_table *table, char letter)
{
	for (const struct opt *row = table->rows; row && row->name; row++)
		if (row->letter == letter)
			return row;
	return NULL;
}

static const struct opt *by_name(const struct opt_table *table, const char *name, size_t len)
{
	for (const struct opt *row = table->rows; row && row->name; row++)
		if (strlen(row->name) == len && !memcmp(row->name, name, len))
			return row;
	return NULL;
}

static bool letters_want_next(const struct opt_table *table, const char *letters)
{
	for (; *letters; letters++) {
		const struct opt *row = by_letter(table, *letters);

		if (row && row->kind != OPT_FLAG)
			return !letters[1];
	}
	return false;
}

bool opt_wants_next(const struct opt *rows, const char *word)
{
	const struct opt_table table = { .rows = rows };
	const struct opt *row;

	if (word[1] != '-')
		return letters_want_next(&table, word + 1);
	row = by_name(&table, word + 2, strlen(word + 2));
	return row && row->kind != OPT_FLAG;
}

static int take_long(const struct opt_table *tables, size_t n_tables, int n_words,
		     char *const *words, struct err *err)
{
	const char *name = words[0] + 2, *value = strchr(name, '=');
	size_t len = value ? (size_t)(value - name) : strlen(name);
	struct nearest nearest = NEAREST(name);

	for (size_t t = 0; t < n_tables; t++) {
		const struct opt *row = by_name(&tables[t], name, len);
		int took = 1;

		if (!row)
			continue;
		if (row->kind == OPT_FLAG && value)
			return err_set(err, ERR_USAGE, "--%s takes no value", row->name);
		if (row->kind != OPT_FLAG && !value && n_words < 2)
			return err_set(err, ERR_USAGE, "--%s needs a value: %s", row->name,
				       row->arg);
		if (row->kind != OPT_FLAG && !value)
			took = 2;
		value = value ? value + 1 : words[took - 1];
		return store(row, tables[t].settings, value, err) ? -ERR_USAGE : took;
	}
	for (size_t t = 0; t < n_tables; t++)
		for (const struct opt *row = tables[t].rows; row && row->name; row++)
			nearest_offer(&nearest, row->name);
	if (nearest.best)
		return err_set(err, ERR_USAGE, "there is no option %s; did you mean --%s?",
			       words[0], nearest.best);
	return err_set(err, ERR_USAGE, "there is no option %s here; see 'mapctl help'", words[0]);
}

static int take_letters(const struct opt_table *tables, size_t n_tables, int n_words,
			char *const *words, struct err *err)
{
	for (const char *letter = words[0] + 1; *letter; letter++) {
		const struct opt *row = NULL;
		size_t t;

		for (t = 0; t < n_tables && !row; t++)
			row = by_letter(&tables[t], *letter);
		if (!row)
			return err_set(err, ERR_USAGE,
				       "there is no option -%c here; see 'mapctl help'", *letter);
		if (row->kind == OPT_FLAG) {
			store(row, tables[t - 1].settings, NULL, err);
			continue;
		}
		if (!letter[1] && n_words < 2)
			return err_set(err, ERR_USAGE, "-%c needs a value: %s", *letter, row->arg);
		if (store(row, tables[t - 1].settings, letter[1] ? letter + 1 : words[1], err))
			return -ERR_USAGE;
		return letter[1] ? 1 : 2;
	}
	return 1;
}

int opt_take(const struct opt_table *tables, size_t n_tables, int n_words, char *const *words,
	     struct err *err)
{
	if (words[0][1] == '-')
		return take_long(tables, n_tables, n_words, words, err);
	return take_letters(tables, n_tables, n_words, words, err);
}
