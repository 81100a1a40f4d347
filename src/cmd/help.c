/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/help.h"

#include "base/buf.h"
#include "cli/command.h"
#include "cmd/registry.h"

static int run(const struct session *session, const void *settings, struct err *err)
{
	const struct command *command;
	const char *nearest;

	(void)settings;
	if (!session->argc)
		return help_print(session, NULL);
	if (session->argc > 1)
		return err_set(err, ERR_USAGE, "help: does not know what to do with '%s'",
			       session->argv[1]);
	command = command_find(session->commands, session->argv[0]);
	if (command)
		return help_print(session, command);
	nearest = command_nearest(session->commands, session->argv[0]);
	if (nearest)
		return err_set(err, ERR_USAGE, "help: there is no command '%s'; did you mean '%s'?",
			       session->argv[0], nearest);
	return err_set(err, ERR_USAGE, "help: there is no command '%s'", session->argv[0]);
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
	.synopsis = "[COMMAND]",
	.summary = "tell how mapctl, or one command, is used",
	.takes = TAKES_NO_MAP,
	.flags = COMMAND_WORDS,
	.run = run,
	.complete = complete,
};
