/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/complete.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "cli/globals.h"
#include "cli/parse.h"
#include "kern/maps.h"
#include "kern/pins.h"
#include "output/stream.h"

static const char plain[] =
	"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:@%+=,";

static void add_options(const struct opt *rows, struct buf *ret)
{
	for (; rows && rows->name; rows++)
		buf_printf(ret, "--%s\n", rows->name);
}

/* What a shell would not read as one plain word is never offered. */
static void add_name(const char *name, size_t len, struct buf *ret)
{
	if (!len || strspn(name, plain) < len)
		return;
	buf_add(ret, name, len);
	buf_puts(ret, "\n");
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
			add_name(info->name, strnlen(info->name, sizeof(info->name)), ret);
	}
	kern_rows_free(maps);
}

static void add_pins(struct buf *ret)
{
	struct map_pins *pins = NULL;

	if (kern_pins_read(&pins))
		return;
	for (size_t i = 0; i < pins->n; i++)
		add_name(pins->pin[i].path, strlen(pins->pin[i].path), ret);
	kern_pins_free(pins);
}

static bool is_option(const struct opt *row, const char *word)
{
	if (!strncmp(word, "--", 2))
		return !strcmp(word + 2, row->name);
	return row->letter && word[0] == '-' && word[1] == row->letter && !word[2];
}

/* Behind an option that wants a value: its words, where the row knows them. */
static bool add_choices(const struct opt *rows, const char *option, struct buf *ret)
{
	for (; rows && rows->name; rows++) {
		if (rows->kind == OPT_FLAG || !is_option(rows, option))
			continue;
		for (size_t i = 0; rows->choices && rows->choices[i]; i++)
			buf_printf(ret, "%s\n", rows->choices[i]);
		return true;
	}
	return false;
}

static void add_words(const struct command *const *commands, const struct invocation *inv,
		      const char *before, const char *last, struct buf *ret)
{
	const struct command *command = inv->command;

	if (add_choices(global_options, before, ret) ||
	    (command && add_choices(command->options, before, ret)))
		return;
	if (*last == '-') {
		add_options(global_options, ret);
		add_options(command ? command->options : NULL, ret);
	} else if (!inv->has_command) {
		for (; *commands; commands++)
			buf_printf(ret, "%s\n", (*commands)->name);
	} else if (!strcmp(before, "pinned")) {
		add_pins(ret);
	} else if (!strcmp(before, "id") || !strcmp(before, "name")) {
		add_maps(!strcmp(before, "id"), ret);
	} else if (command->takes != TAKES_NO_MAP && !inv->has_map) {
		buf_puts(ret, "id\nname\npinned\n");
		add_maps(false, ret);
	} else if (command->complete) {
		command->complete(inv->argc, inv->argv, ret);
	} else if (command->flags & COMMAND_DATA && !inv->argc) {
		buf_puts(ret, "key\n");
	}
}

/* Writes those that begin as the last word does; returns as stream_close(). */
static int put_matching(const struct buf *candidates, const char *last)
{
	struct stream out;
	const char *line = buf_str(candidates);

	stream_init(&out, STDOUT_FILENO);
	while (*line) {
		size_t len = strcspn(line, "\n");

		if (!strncmp(line, last, strlen(last))) {
			stream_add(&out, line, len);
			stream_putc(&out, '\n');
		}
		line += len + (line[len] == '\n');
	}
	return stream_close(&out);
}

int complete_words(const struct command *const *commands, int n_words, char *const *words)
{
	const char *last = n_words ? words[n_words - 1] : "";
	const char *before = n_words > 1 ? words[n_words - 2] : "";
	struct buf candidates = { 0 };
	struct invocation inv;
	struct err err;
	int r;

	/* bash takes "--format=j" for three words. */
	if (!strcmp(last, "=") && n_words > 1)
		last = "";
	else if (!strcmp(before, "=") && n_words > 2)
		before = words[n_words - 3];
	/* Half a command line is often wrong; as far as it goes is far enough. */
	parse_words(commands, n_words ? n_words - 1 : 0, words, &inv, &err);
	add_words(commands, &inv, before, last, &candidates);
	r = put_matching(&candidates, last);
	buf_done(&candidates);
	invocation_done(&inv);
	return r ? ERR_SYSTEM : 0;
}
