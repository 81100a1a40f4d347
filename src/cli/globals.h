/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The options that every command takes. */
#ifndef CLI_GLOBALS_H
#define CLI_GLOBALS_H

#include <stdbool.h>

#include "cli/option.h"

struct globals {
	const char *format_name; /* NULL: text */
	const char *color;	 /* "auto", "always", "never" or NULL */
	const char *sandbox;	 /* "require", "off" or NULL: best effort */
	bool json, pretty;
	bool int64_strings;
	bool numeric;
	bool all;
	bool show_pins; /* -f, as in bpftool */
	bool no_mount;	/* -n, as in bpftool: mapctl never mounts */
	bool debug;
	bool version, help;
};

extern const struct opt global_options[];

struct writer_format;

/* The format that the options ask for: -j and -p stand for json. */
const struct writer_format *globals_format(const struct globals *globals);

/* True when errors and notes are to be JSON too. */
bool globals_json(const struct globals *globals);

/* Whether what goes to fd may be coloured: --color, then NO_COLOR, then a terminal. */
bool globals_color(const struct globals *globals, int fd);

/* Whether fd is a terminal where what is shown can take the place of what was: not TERM=dumb. */
bool globals_moves_cursor(int fd);

#endif
