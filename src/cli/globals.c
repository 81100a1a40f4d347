/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/globals.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "output/writer.h"

static const char *const formats[] = { "text", "json", "jsonl", "hex", "bpftool", NULL };
static const char *const colors[] = { "auto", "always", "never", NULL };
static const char *const sandboxes[] = { "require", "off", NULL };

#define AT(member) offsetof(struct globals, member)

const struct opt global_options[] = {
	{ "json", 'j', OPT_FLAG, AT(json), NULL, NULL, "print JSON, errors too" },
	{ "pretty", 'p', OPT_FLAG, AT(pretty), NULL, NULL, "print JSON for people to read" },
	{ "format", 0, OPT_WORD, AT(format_name), "FORMAT", formats,
	  "text, json, jsonl, hex or bpftool" },
	{ "all", 0, OPT_FLAG, AT(all), NULL, NULL,
	  "show, dump: every map of the name; JSON is an array of maps" },
	{ "numeric", 0, OPT_FLAG, AT(numeric), NULL, NULL,
	  "no names of enums, maps, interfaces, ...: numbers" },
	{ "int64-strings", 0, OPT_FLAG, AT(int64_strings), NULL, NULL,
	  "integers as JSON strings, for readers that round" },
	{ "color", 0, OPT_WORD, AT(color), "WHEN", colors, "auto, always or never" },
	{ "sandbox", 0, OPT_WORD, AT(sandbox), "MODE", sandboxes,
	  "require: fail rather than read without dropping privileges; off" },
	{ "bpffs", 'f', OPT_FLAG, AT(show_pins), NULL, NULL, "show where maps are pinned" },
	{ "nomount", 'n', OPT_FLAG, AT(no_mount), NULL, NULL,
	  "accepted for bpftool's sake: mapctl never mounts" },
	{ "debug", 'd', OPT_FLAG, AT(debug), NULL, NULL, "what libbpf has to say, on stderr" },
	{ "version", 'V', OPT_FLAG, AT(version), NULL, NULL, "print the version" },
	{ "help", 'h', OPT_FLAG, AT(help), NULL, NULL, "print help, on a command if one is named" },
	{ .name = NULL },
};

bool globals_json(const struct globals *globals)
{
	return globals_format(globals)->flags & FORMAT_MACHINE;
}

const struct writer_format *globals_format(const struct globals *globals)
{
	if (globals->format_name)
		return writer_format_find(globals->format_name);
	return writer_format_find(globals->json || globals->pretty ? "json" : "text");
}

static bool is_dumb_terminal(void)
{
	const char *term = getenv("TERM");

	return term && !strcmp(term, "dumb");
}

bool globals_moves_cursor(int fd)
{
	return !is_dumb_terminal() && isatty(fd);
}

bool globals_color(const struct globals *globals, int fd)
{
	const char *no_color = getenv("NO_COLOR");

	if (globals->color && strcmp(globals->color, "auto"))
		return !strcmp(globals->color, "always");
	if ((no_color && *no_color) || is_dumb_terminal())
		return false;
	return isatty(fd);
}
