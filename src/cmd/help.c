/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/help.h"

#include <stdbool.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "cli/command.h"
#include "cmd/registry.h"

/* Whether it is a verb: "run" of `counter`, which help of counter tells of. */
static bool is_verb_of(const struct command *command, const char *word)
{
	_cleanup_(buf_done) struct buf words = { 0 };
	const size_t len = strlen(word);

	if (!command->complete)
		return false;
	command->complete(0, NULL, &words);
	for (const char *line = buf_str(&words), *end; (end = strchr(line, '\n')); line = end + 1)
		if ((size_t)(end - line) == len && !memcmp(line, word, len))
			return true;
	return false;
}

static int refuse_name(const struct session *session, const char *name, struct err *err)
{
	const char *nearest = command_nearest(session->commands, name);

	if (nearest)
		return err_set(err, ERR_USAGE, "help: there is no command '%s'; did you mean '%s'?",
			       name, nearest);
	return err_set(err, ERR_USAGE, "help: there is no command '%s'", name);
}

static int run(const struct session *session, const void *settings, struct err *err)
{
	const struct command *command;
	int n = session->argc;

	(void)settings;
	if (!n)
		return help_print(session, NULL);
	command = command_find(session->commands, session->argv[0]);
	if (!command)
		return refuse_name(session, session->argv[0], err);
	if (n > 2 || (n == 2 && !is_verb_of(command, session->argv[1])))
		return err_set(err, ERR_USAGE, "help: does not know what to do with '%s'",
			       session->argv[n - 1]);
	return help_print(session, command);
}

static void complete(int n, char *const *words, struct buf *ret)
{
	(void)words;
	for (size_t i = 0; n == 0 && commands[i]; i++)
		buf_printf(ret, "%s\n", commands[i]->name);
}

extern const struct command cmd_help;
const struct command cmd_help = {
	.name = "help",
	.synopsis = "[COMMAND [VERB]]",
	.summary = "tell how mapctl, or one command, is used",
	.takes = TAKES_NO_MAP,
	.flags = COMMAND_WORDS,
	.run = run,
	.complete = complete,
};
