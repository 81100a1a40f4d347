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
#include "cli/session.h"

struct buf;

enum command_takes {
	TAKES_NO_MAP,
	TAKES_MAP,     /* exactly one */
	TAKES_MAPS,    /* every map of the name, in text or with --all */
	TAKES_MAPS_IF, /* … or none */
};

enum {
	COMMAND_TYPES = 1 << 0,	 /* wants the maps' types compiled */
	COMMAND_DATA = 1 << 1,	 /* words from "key", "value", … on are data, never options */
	COMMAND_WORDS = 1 << 2,	 /* takes words of its own behind the map */
	COMMAND_WRITES = 1 << 3, /* changes what is in the map: opened for that */
	COMMAND_QUEUES = 1 << 4, /* in a batch its updates may wait in the session's queue */
	COMMAND_CHANGES =
		1 << 5, /* changes what is not in a map: pins, programs, maps themselves */
	COMMAND_OWN_LINE = 1 << 6, /* not in a batch */
	COMMAND_VALUES = 1 << 7,   /* shows values: with the names of what they stand for */
	COMMAND_RECORDS = 1 << 8,  /* of what holds records: types that are given are theirs */
};

struct command {
	const char *name;
	const char *synopsis; /* what stands behind the name and the map: "[key KEY]" */
	const char *summary;
	const char *heading; /* in the list of commands, above the first of a group; or NULL */
	const char *notes;   /* help on the words of the synopsis: whole lines; or NULL */
	enum command_takes takes;
	/*
	 * A word that stands in the place of the map for something else: "object".  It and what
	 * is behind it are words of the command's own; or NULL.
	 */
	const char *instead_of_map;
	unsigned int flags;
	const struct opt *options; /* may be NULL */
	size_t settings_size;
	int (*run)(const struct session *session, const void *settings, struct err *err);
	/* adds what may stand behind the n words of its own, a line each; or NULL */
	void (*complete)(int n, char *const *words, struct buf *ret);
	/* adds the names that the value of an option is a list of, a line each; or NULL */
	void (*complete_list)(const char *option, struct buf *ret);
	/*
	 * instead of complete, of a command that takes an entry's words: adds what the word
	 * that begins as last may become behind the invocation's.  entry: which it takes,
	 * ENTRY_ bits
	 */
	void (*complete_entry)(const struct invocation *invocation, const char *last,
			       struct buf *ret);
	unsigned int entry;
};

/* By name, or NULL; commands ends with NULL. */
const struct command *command_find(const struct command *const *commands, const char *name);

/* The nearest name to what was typed, or NULL. */
const char *command_nearest(const struct command *const *commands, const char *typed);

#endif
