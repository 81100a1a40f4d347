/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * A command is data: what it is called, what it takes, what it may do, and
 * the function that runs it once everything it needs is open.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stddef.h>

#include "base/err.h"
#include "cli/option.h"

struct buf;
struct globals;
struct map;
struct stream;
struct writer;

enum command_takes {
	TAKES_NO_MAP,
	TAKES_MAP,     /* exactly one */
	TAKES_MAPS,    /* every map of the name, in text or with --all */
	TAKES_MAPS_IF, /* … or none */
};

enum {
	COMMAND_TYPES = 1 << 0, /* wants the maps' types compiled */
	COMMAND_DATA = 1 << 1,	/* words from "key" or "value" on are data, never options */
	COMMAND_WORDS = 1 << 2, /* takes words of its own behind the map */
};

struct session {
	const struct globals *globals;
	const struct command *const *commands; /* the whole table, for help and completion */
	struct stream *stream;		       /* standard output */
	struct writer *out; /* the format that was asked for, on stream; not started */
	struct map **maps;  /* NULL and 0 when none was named */
	size_t n_maps;
	int argc; /* the words behind the map */
	char *const *argv;
};

struct command {
	const char *name;
	const char *synopsis; /* what stands behind the name and the map: "[key KEY]" */
	const char *summary;
	enum command_takes takes;
	unsigned int flags;
	const struct opt *options; /* may be NULL */
	size_t settings_size;
	int (*run)(const struct session *session, const void *settings, struct err *err);
	/* adds what may stand behind the n words of its own, a line each; or NULL */
	void (*complete)(int n, char *const *words, struct buf *ret);
};

/* By name, or NULL; commands ends with NULL. */
const struct command *command_find(const struct command *const *commands, const char *name);

/* The nearest name to what was typed, or NULL. */
const char *command_nearest(const struct command *const *commands, const char *typed);

#endif
