/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "config.h"

#include "cli/help.h"

#include <stdio.h>
#include <string.h>

#include <bpf/libbpf.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "cli/entry_words.h"
#include "cli/globals.h"
#include "cli/type_options.h"
#include "output/writer.h"

#define USAGE_COLUMNS 96

/* What stands behind the name: "MAP [OPTIONS] [key KEY]". */
static void put_synopsis(const struct command *command, struct buf *ret)
{
	switch (command->takes) {
	case TAKES_NO_MAP:
		break;
	case TAKES_MAP:
	case TAKES_MAPS:
		buf_puts(ret, " MAP");
		break;
	case TAKES_MAPS_IF:
		if (command->instead_of_map)
			buf_printf(ret, " [MAP | %s FILE]", command->instead_of_map);
		else
			buf_puts(ret, " [MAP]");
		break;
	}
	if (command->options)
		buf_puts(ret, " [OPTIONS]");
	if (command->synopsis)
		buf_printf(ret, " %s", command->synopsis);
}

/* The last blank among the first n characters with a part of its own behind it; 0: none. */
static size_t last_break(const char *line, size_t n)
{
	size_t found = 0;
	int depth = 0;

	for (size_t i = 0; i <= n; i++) {
		depth += (line[i] == '[') - (line[i] == ']');
		if (line[i] == ' ' && !depth && strchr("[{|", line[i + 1]))
			found = i;
	}
	return found;
}

/* A usage line is broken between words, and what follows is indented. */
static void put_wrapped(const char *line, struct buf *out)
{
	const char *indent = "";
	size_t len;

	while (strlen(line) > USAGE_COLUMNS - strlen(indent)) {
		len = last_break(line, USAGE_COLUMNS - strlen(indent));
		if (!len)
			break;
		buf_printf(out, "%s%.*s\n", indent, (int)len, line);
		line += len + 1;
		indent = "           ";
	}
	buf_printf(out, "%s%s\n", indent, line);
}

/* What may be written for the data of an entry. */
static void put_data(const struct command *command, struct buf *out)
{
	const char *words =
		"bytes, as 1 0 0 0 or hex 01 00 00 00; by its type, as 1000, eth0,\n"
		"      10.0.0.0/8 or port=443 proto=TCP; JSON, as -j prints it; @FILE\n";

	if (command->entry & ENTRY_KEY)
		buf_printf(out, "  KEY: %s", words);
	if (command->entry & ENTRY_VALUE)
		buf_printf(out, "  VALUE: %s", command->entry & ENTRY_KEY ? "the same\n" : words);
	if (command->entry & ENTRY_KEY && command->entry & ENTRY_MODE)
		buf_puts(out, "      for a map or program: id N, name NAME, pinned PATH; "
			      "in a per-CPU map: cpu N VALUE ...\n");
}

static void put_options(const struct opt *rows, struct buf *out)
{
	for (const struct opt *row = rows; row && row->name; row++) {
		struct buf left = { 0 };

		if (row->letter)
			buf_printf(&left, "-%c, ", row->letter);
		else
			buf_puts(&left, "    ");
		buf_printf(&left, "--%s", row->name);
		if (row->arg)
			buf_printf(&left, " %s", row->arg);
		buf_printf(out, "  %-24s %s\n", buf_str(&left), row->help);
		buf_done(&left);
	}
}

static void put_command(const struct command *command, struct buf *out)
{
	_cleanup_(buf_done) struct buf usage = { 0 };

	buf_printf(&usage, "Usage: mapctl %s", command->name);
	put_synopsis(command, &usage);
	buf_printf(out, "mapctl %s: %s\n\n", command->name, command->summary);
	put_wrapped(buf_str(&usage), out);
	if (command->takes != TAKES_NO_MAP)
		buf_puts(out,
			 "  MAP: id ID, name NAME, pinned PATH; or one word that is one of them\n");
	put_data(command, out);
	if (command->notes)
		buf_puts(out, command->notes);
	if (command->options) {
		buf_puts(out, "\nOptions:\n");
		put_options(command->options, out);
	}
	if (type_options_of(command)) {
		buf_puts(out, "\nOptions for types:\n");
		put_options(type_options_of(command), out);
	}
	buf_printf(out, "\nManual: man mapctl-%s; options of every command: mapctl help\n",
		   command->name);
}

static void put_overview(const struct command *const *commands, struct buf *out)
{
	buf_puts(out, "Usage: mapctl [OPTIONS] COMMAND ...\n");
	for (; *commands; commands++) {
		if ((*commands)->heading)
			buf_printf(out, "\n%s:\n", (*commands)->heading);
		buf_printf(out, "  %-12s %s\n", (*commands)->name, (*commands)->summary);
	}
	buf_puts(out, "\nOptions of every command:\n");
	put_options(global_options, out);
	buf_puts(out, "\nMAP: id ID, name NAME or pinned PATH; one word: digits are an id, "
		      "a / makes a path, else a name.\n"
		      "Exit status: 0 done, 1 no (not there), 2 usage, 3 system error, "
		      "4 done in part, 5 not permitted.\n");
	buf_puts(out, "\n'mapctl help COMMAND' tells more; the manual is mapctl(8).\n");
}

int help_print(const struct session *session, const struct command *command)
{
	struct buf out = { 0 };

	if (command)
		put_command(command, &out);
	else
		put_overview(session->commands, &out);
	stream_add(session->stream, out.data, out.len);
	buf_done(&out);
	return 0;
}

int help_version(const struct session *session)
{
	static const struct label version = LABEL("version"), libbpf = LABEL("libbpf_version");
	struct writer *out = session->out;
	char of_libbpf[32];

	snprintf(of_libbpf, sizeof(of_libbpf), "%u.%u", libbpf_major_version(),
		 libbpf_minor_version());
	if (globals_json(session->globals)) {
		out->format->start(out, SHAPE_ONE);
		out->format->record(out);
		writer_str(out, &version, PACKAGE_VERSION);
		writer_str(out, &libbpf, of_libbpf);
		out->format->finish(out);
		return 0;
	}
	stream_puts(session->stream, "mapctl " PACKAGE_VERSION "\nusing libbpf ");
	stream_puts(session->stream, of_libbpf);
	stream_putc(session->stream, '\n');
	return 0;
}
