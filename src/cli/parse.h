/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The words of one command line, sorted out: nothing is opened here. */
#ifndef CLI_PARSE_H
#define CLI_PARSE_H

#include <stdbool.h>

#include "cli/command.h"
#include "cli/globals.h"
#include "map/given_types.h"
#include "map/map.h"

struct invocation {
	const struct command *command; /* valid with has_command */
	bool has_command;
	struct globals globals;
	struct type_settings types;
	void *settings; /* the command's, owned */
	bool has_map;
	struct map_ref map;
	int argc; /* the other words, options taken out; owned array, borrowed words */
	char **argv;
};

/*
 * words: without the program's name.  inherited: options that hold already; or NULL.  The
 * invocation is filled as far as the words could be read, also on failure, and has the global
 * options behind the mistake too, so that the error can be printed in the format that was asked
 * for; invocation_done() frees it either way.
 */
int parse_words(const struct command *const *commands, const struct globals *inherited, int n_words,
		char *const *words, struct invocation *ret, struct err *err);
void invocation_done(struct invocation *invocation);

#endif
