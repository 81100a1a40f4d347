/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <string.h>

#include "base/buf.h"
#include "cli/command.h"
#include "cmd/completion_scripts.h"
#include "output/stream.h"

static const struct script {
	const char *shell, *text;
} scripts[] = {
	{ "bash", completion_bash },
	{ "zsh", completion_zsh },
	{ "fish", completion_fish },
};

#define N_SCRIPTS (sizeof(scripts) / sizeof(scripts[0]))

static int run(const struct session *session, const void *settings, struct err *err)
{
	(void)settings;
	if (session->argc != 1)
		return err_set(err, ERR_USAGE, "completion: for which shell? bash, zsh or fish");
	for (size_t i = 0; i < N_SCRIPTS; i++) {
		if (strcmp(scripts[i].shell, session->argv[0]))
			continue;
		stream_puts(session->stream, scripts[i].text);
		return 0;
	}
	return err_set(err, ERR_USAGE, "completion: there is none for '%s'; bash, zsh or fish",
		       session->argv[0]);
}

static void complete(int n, char *const *words, struct buf *ret)
{
	(void)words;
	for (size_t i = 0; n == 0 && i < N_SCRIPTS; i++)
		buf_printf(ret, "%s\n", scripts[i].shell);
}

extern const struct command cmd_completion;
const struct command cmd_completion = {
	.name = "completion",
	.synopsis = "bash | zsh | fish",
	.summary = "print the completion script of a shell",
	.takes = TAKES_NO_MAP,
	.flags = COMMAND_WORDS,
	.run = run,
	.complete = complete,
};
