/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/complete.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "cli/globals.h"
#include "cli/parse.h"
#include "cli/type_options.h"
#include "kern/maps.h"
#include "kern/pins.h"
#include "map/views.h"
#include "output/stream.h"

static const char plain[] =
	"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:@%+=,";

static void add_options(const struct opt *rows, struct buf *ret)
{
	for (; rows && rows->name; rows++)
		buf_printf(ret, "--%s\n", rows->name);
}

/* What a shell would not read as one plain word is never offered. */
void complete_add(const char *name, size_t len, const char *end, struct buf *ret)
{
	if (!len || strspn(name, plain) < len)
		return;
	buf_add(ret, name, len);
	buf_printf(ret, "%s\n", end);
}

static void add_maps(bool ids, struct buf *ret)
{
	struct map_rows *maps = NULL;

	if (kern_maps_read(0, NULL, &maps))
		return;
	for (size_t i = 0; i < maps->n; i++) {
		const struct bpf_map_info *info = &maps->row[i].info;

		if (ids)
			buf_printf(ret, "%u\n", info->id);
		else
			complete_add(info->name, strnlen(info->name, sizeof(info->name)), "", ret);
	}
	kern_rows_free(maps);
}

static void add_pins(struct buf *ret)
{
	struct map_pins *pins = NULL;

	if (kern_pins_read(&pins))
		return;
	for (size_t i = 0; i < pins->n; i++)
		complete_add(pins->pin[i].path, strlen(pins->pin[i].path), "", ret);
	kern_pins_free(pins);
}

/* len: of the option as it was typed, without a value behind it. */
static bool is_option(const struct opt *row, const char *word, size_t len)
{
	if (!strncmp(word, "--", 2))
		return strlen(row->name) == len - 2 && !strncmp(word + 2, row->name, len - 2);
	return row->letter && len == 2 && word[0] == '-' && word[1] == row->letter;
}

static const struct opt *find_option(const struct opt *rows, const char *word, size_t len)
{
	for (; rows && rows->name; rows++)
		if (rows->kind != OPT_FLAG && is_option(rows, word, len))
			return rows;
	return NULL;
}

/* Each line of names, and in front of it the first lead bytes of word. */
static void add_led(const char *word, size_t lead, const struct buf *names, struct buf *ret)
{
	const char *line = buf_str(names);

	while (*line) {
		size_t len = strcspn(line, "\n");

		buf_printf(ret, "%.*s%.*s\n", (int)lead, word, (int)len, line);
		line += len + 1;
	}
}

/* The words that the option takes, where that is known; behind a comma the next one. */
static void add_choices(const struct command *command, const struct opt *row, const char *word,
			size_t lead, struct buf *ret)
{
	struct buf names = { 0 };
	const char *comma = strrchr(word + lead, ','), *at = comma ? comma + 1 : word + lead;

	if (!strcmp(row->name, "as")) {
		at = strchr(at, '=') ? strchr(at, '=') + 1 : NULL;
		if (at)
			map_view_names(&names);
	} else if (row->choices) {
		for (size_t i = 0; row->choices[i]; i++)
			buf_printf(&names, "%s\n", row->choices[i]);
		at = word + lead;
	} else if (command && command->complete_list) {
		command->complete_list(row->name, &names);
		at += *at == '+';
	}
	if (at)
		add_led(word, (size_t)(at - word), &names, ret);
	buf_done(&names);
}

/* The value of an option: the word behind it, or what stands behind its "=". */
static bool add_values(const struct command *command, const char *before, const char *last,
		       struct buf *ret)
{
	const char *equals = *last == '-' ? strchr(last, '=') : NULL;
	const char *option = equals ? last : before;
	size_t len = equals ? (size_t)(equals - last) : strlen(before);
	const struct opt *row;

	if (*option != '-')
		return false;
	row = find_option(global_options, option, len);
	if (!row && command)
		row = find_option(command->options, option, len);
	if (!row && command && command->flags & COMMAND_TYPES)
		row = find_option(type_options, option, len);
	if (row)
		add_choices(command, row, last, equals ? len + 1 : 0, ret);
	return row;
}

/* From "key" on there are no options any more. */
static bool is_data(const struct invocation *inv)
{
	return inv->has_command && inv->command->flags & COMMAND_DATA && inv->argc;
}

static void add_own(const struct invocation *inv, const char *last, struct buf *ret)
{
	const struct command *command = inv->command;

	if (command->complete_entry)
		command->complete_entry(inv, last, ret);
	else if (command->complete)
		command->complete(inv->argc, inv->argv, ret);
	else if (command->flags & COMMAND_DATA && !inv->argc)
		buf_puts(ret, "key\n");
}

static void add_words(const struct command *const *commands, const struct invocation *inv,
		      const char *before, const char *last, struct buf *ret)
{
	const struct command *command = inv->command;

	if (!is_data(inv) && add_values(command, before, last, ret))
		return;
	if (*last == '-' && !is_data(inv)) {
		add_options(global_options, ret);
		add_options(command ? command->options : NULL, ret);
		add_options(command ? type_options_of(command) : NULL, ret);
	} else if (!inv->has_command) {
		for (; *commands; commands++)
			buf_printf(ret, "%s\n", (*commands)->name);
	} else if (!strcmp(before, "pinned")) {
		add_pins(ret);
	} else if (!strcmp(before, "id") || !strcmp(before, "name")) {
		add_maps(!strcmp(before, "id"), ret);
	} else if (command->takes != TAKES_NO_MAP && !inv->has_map && !inv->argc) {
		buf_puts(ret, "id\nname\npinned\n");
		if (command->instead_of_map)
			buf_printf(ret, "%s\n", command->instead_of_map);
		add_maps(false, ret);
	} else {
		add_own(inv, last, ret);
	}
}

/*
 * Writes those that begin as the last word does, without their first skip
 * bytes; returns as stream_close().
 */
static int put_matching(const struct buf *candidates, const char *last, size_t skip)
{
	struct stream out;
	const char *line = buf_str(candidates);

	stream_init(&out, STDOUT_FILENO);
	while (*line) {
		size_t len = strcspn(line, "\n");

		if (len >= skip && !strncmp(line, last, strlen(last))) {
			stream_add(&out, line + skip, len - skip);
			stream_putc(&out, '\n');
		}
		line += len + (line[len] == '\n');
	}
	return stream_close(&out);
}

/* Where bash takes a word apart, and it was one: "saddr" "=::" "1", "/sys/fs/bpf/a" ":" "b". */
static bool is_joint(const char *left, const char *word)
{
	return *word && !word[strspn(word, "=:")] && (strchr(word, '=') || strpbrk(left, "=/"));
}

/*
 * bash hands "saddr=10" over as three words: makes one of them again.  *ret
 * has room for n words, which are the caller's to free; *skip is what bash
 * has of the last one already.
 */
static int join_words(int n, char *const *words, char **ret, size_t *skip)
{
	int n_joined = 0;

	*skip = 0;
	for (int i = 0; i < n; i++) {
		char *left = n_joined ? ret[n_joined - 1] : NULL;

		if (!left || !is_joint(left, words[i])) {
			*skip = 0;
			ret[n_joined++] = mem_strdup(words[i]);
			continue;
		}
		*skip = strlen(left) + strlen(words[i]);
		ret[n_joined - 1] = mem_printf("%s%s%s", left, words[i],
					       i + 1 < n ? words[i + 1] : "");
		free(left);
		i++;
	}
	return n_joined;
}

int complete_words(const struct command *const *commands, int n_words, char *const *given)
{
	char **words = mem_zero(((size_t)n_words + 1) * sizeof(*words));
	struct buf candidates = { 0 };
	const char *last, *before;
	struct invocation inv;
	struct err err;
	size_t skip;
	int n = join_words(n_words, given, words, &skip), r;

	last = n ? words[n - 1] : "";
	before = n > 1 ? words[n - 2] : "";
	/* Half a command line is often wrong; as far as it goes is far enough. */
	parse_words(commands, NULL, n ? n - 1 : 0, words, &inv, &err);
	add_words(commands, &inv, before, last, &candidates);
	r = put_matching(&candidates, last, skip);
	buf_done(&candidates);
	invocation_done(&inv);
	while (n)
		free(words[--n]);
	free(words);
	return r ? ERR_SYSTEM : 0;
}
