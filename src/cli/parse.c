/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/parse.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/number.h"
#include "cli/entry_words.h"
#include "cli/type_options.h"

/* Where the parser stands among the words. */
struct cursor {
	char *const *words;
	int n, at;
	bool literal; /* no options from here on: behind "--", or inside data */
};

static int need_word(const char *keyword, struct err *err)
{
	return err_set(err, ERR_USAGE, "'%s' needs a word behind it: %s", keyword,
		       !strcmp(keyword, "id")	  ? "the number of a map"
		       : !strcmp(keyword, "name") ? "the name of a map"
						  : "the path of a pinned map");
}

/* MAP := id ID | name NAME | pinned PATH | one word that stands for one of these. */
static int take_map(struct cursor *cursor, struct map_ref *ret, struct err *err)
{
	const char *word = cursor->words[cursor->at++];
	bool by_id = !strcmp(word, "id");
	bool keyword = by_id || !strcmp(word, "name") || !strcmp(word, "pinned");

	if (keyword && cursor->at == cursor->n)
		return need_word(word, err);
	ret->text = keyword ? cursor->words[cursor->at++] : word;
	if (!*ret->text)
		return keyword ? need_word(word, err)
			       : err_set(err, ERR_USAGE, "an empty word names no map");
	if (!strcmp(word, "pinned") || (!keyword && strchr(word, '/'))) {
		ret->kind = MAP_REF_PIN;
		return 0;
	}
	if (!by_id && (keyword || !number_is_digits(word))) {
		ret->kind = MAP_REF_NAME;
		return 0;
	}
	ret->kind = MAP_REF_ID;
	if (number_u32(ret->text, &ret->id))
		return err_set(err, ERR_USAGE,
			       "'%s' is not the id of a map: ids are numbers up to %u", ret->text,
			       UINT32_MAX);
	return 0;
}

/* No option is a digit: -1 is a number, which the command is to refuse or to take. */
static bool is_option(const struct cursor *cursor, const char *word)
{
	return !cursor->literal && word[0] == '-' && word[1] && !isdigit((unsigned char)word[1]);
}

/* Whether the word behind this option is its value, with any command that has the option. */
static bool wants_next(const struct command *const *commands, const char *word)
{
	bool wants = opt_wants_next(global_options, word) || opt_wants_next(type_options, word);

	for (; *commands && !wants; commands++)
		wants = opt_wants_next((*commands)->options, word);
	return wants;
}

/* Options may stand before the command whose they are: so it is looked for ahead. */
static void find_command(const struct command *const *commands, struct cursor ahead,
			 struct invocation *inv)
{
	for (; ahead.at < ahead.n; ahead.at++) {
		const char *word = ahead.words[ahead.at];

		if (!ahead.literal && !strcmp(word, "--")) {
			ahead.literal = true;
		} else if (is_option(&ahead, word)) {
			ahead.at += wants_next(commands, word);
		} else {
			inv->command = command_find(commands, word);
			break;
		}
	}
	if (inv->command)
		inv->settings = mem_zero(inv->command->settings_size);
}

static int take_command(const struct command *const *commands, struct cursor *cursor,
			struct invocation *inv, struct err *err)
{
	const char *word = cursor->words[cursor->at++], *nearest;

	if (inv->command && !strcmp(word, inv->command->name)) {
		inv->has_command = true;
		return 0;
	}
	nearest = command_nearest(commands, word);
	if (nearest)
		return err_set(err, ERR_USAGE, "there is no command '%s'; did you mean '%s'?", word,
			       nearest);
	return err_set(err, ERR_USAGE, "there is no command '%s'; 'mapctl help' lists them", word);
}

/* What an unknown command would take for data is not known: it may be. */
static bool starts_data(const struct invocation *inv, const char *word)
{
	return (!inv->command || inv->command->flags & COMMAND_DATA) && entry_words_keyword(word);
}

/* Where the map would: the word that the command has for that, and then all behind it. */
static bool stands_instead(const struct invocation *inv, const char *word)
{
	const char *instead = inv->command->instead_of_map;

	return instead && !inv->has_map && (inv->argc || !strcmp(word, instead));
}

static int refuse_word(const struct command *command, const char *word, struct err *err)
{
	if (command->entry & (ENTRY_KEY | ENTRY_VALUE))
		return err_set(err, ERR_USAGE,
			       "%s: '%s' was expected, not '%s'; see 'mapctl help %s'",
			       command->name, command->entry & ENTRY_KEY ? "key" : "value", word,
			       command->name);
	return err_set(err, ERR_USAGE,
		       "%s: does not know what to do with '%s'; see 'mapctl help %s'",
		       command->name, word, command->name);
}

static int take_plain_word(const struct command *const *commands, struct cursor *cursor,
			   struct invocation *inv, struct err *err)
{
	char *word = cursor->words[cursor->at];
	bool instead;

	if (!inv->has_command)
		return take_command(commands, cursor, inv, err);
	instead = stands_instead(inv, word);
	if (!inv->has_map && !instead && inv->command->takes != TAKES_NO_MAP) {
		inv->has_map = true;
		return take_map(cursor, &inv->map, err);
	}
	if (starts_data(inv, word))
		cursor->literal = true;
	else if (!cursor->literal && !instead && !(inv->command->flags & COMMAND_WORDS))
		return refuse_word(inv->command, word, err);
	inv->argv[inv->argc++] = word;
	cursor->at++;
	return 0;
}

static int take_option(struct cursor *cursor, struct invocation *inv, struct err *err)
{
	bool has_types = inv->command && inv->command->flags & COMMAND_TYPES;
	/* A command's own letter wins over a global one. */
	const struct opt_table tables[] = {
		{ inv->command ? inv->command->options : NULL, inv->settings },
		{ has_types ? type_options : NULL, &inv->types },
		{ global_options, &inv->globals },
	};
	int took = opt_take(tables, sizeof(tables) / sizeof(tables[0]), cursor->n - cursor->at,
			    cursor->words + cursor->at, err);

	if (took < 0)
		return inv->has_command ? err_wrap(err, "%s", inv->command->name) : took;
	cursor->at += took;
	return 0;
}

static int check_complete(const struct invocation *inv, struct err *err)
{
	const struct command *command = inv->command;

	if (!inv->has_command || inv->globals.help || inv->globals.version)
		return 0;
	if (!inv->has_map && (command->takes == TAKES_MAP || command->takes == TAKES_MAPS))
		return err_set(
			err, ERR_USAGE,
			"%s: which map? id ID, name NAME or pinned PATH; 'mapctl list' shows them",
			command->name);
	return 0;
}

static int take_words(const struct command *const *commands, struct cursor *cursor,
		      struct invocation *ret, struct err *err)
{
	while (cursor->at < cursor->n) {
		const char *word = cursor->words[cursor->at];
		int r;

		if (!cursor->literal && !strcmp(word, "--")) {
			cursor->literal = true;
			cursor->at++;
			continue;
		}
		if (is_option(cursor, word))
			r = take_option(cursor, ret, err);
		else
			r = take_plain_word(commands, cursor, ret, err);
		if (r < 0)
			return r;
	}
	return check_complete(ret, err);
}

/* An error is told in the format that was asked for, before the mistake or behind it. */
static void take_globals_behind(const struct command *const *commands, const struct cursor *cursor,
				struct invocation *ret)
{
	const struct opt_table globals = { global_options, &ret->globals };
	struct err ignored;

	for (int at = cursor->at; at < cursor->n && !cursor->literal; at++) {
		const char *word = cursor->words[at];

		if (!strcmp(word, "--") || starts_data(ret, word))
			return;
		if (!is_option(cursor, word))
			continue;
		opt_take(&globals, 1, cursor->n - at, cursor->words + at, &ignored);
		at += wants_next(commands, word);
	}
}

int parse_words(const struct command *const *commands, const struct globals *inherited, int n_words,
		char *const *words, struct invocation *ret, struct err *err)
{
	struct cursor cursor = { .words = words, .n = n_words };
	int r;

	memset(ret, 0, sizeof(*ret));
	if (inherited)
		ret->globals = *inherited;
	ret->argv = mem_zero(sizeof(char *) * ((size_t)n_words + 1));
	find_command(commands, cursor, ret);
	r = take_words(commands, &cursor, ret, err);
	if (r < 0)
		take_globals_behind(commands, &cursor, ret);
	return r;
}

void invocation_done(struct invocation *invocation)
{
	free(invocation->settings);
	free(invocation->argv);
	memset(invocation, 0, sizeof(*invocation));
}
