/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/dispatch.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "cli/complete.h"
#include "cli/help.h"
#include "cli/parse.h"
#include "cli/report.h"
#include "kern/log.h"
#include "output/stream.h"

static void say_text(const char *line)
{
	report_note(false, "%s", line);
}

static void say_json(const char *line)
{
	report_note(true, "%s", line);
}

static void log_as(const struct globals *globals)
{
	if (!globals->debug)
		kern_log(NULL);
	else
		kern_log(globals_json(globals) ? say_json : say_text);
}

/* A network, or a quota, may tell only now that what was written is lost. */
static int close_stdout(void)
{
	return close(STDOUT_FILENO) && errno != EINTR ? -errno : 0;
}

static int close_output(struct stream *stream, int r, struct err *err)
{
	int failed = stream_close(stream);

	if (!failed)
		failed = close_stdout();
	if (!failed)
		return r;
	errno = -failed;
	err_sys(err, "writing the output");
	err->code = ERR_SYSTEM;
	return -ERR_SYSTEM;
}

static int dispatch_parsed(const struct command *const *commands, const struct invocation *inv,
			   struct err *err)
{
	struct stream stream;
	struct session session;
	int r;

	stream_init(&stream, STDOUT_FILENO);
	session_open(commands, inv, &stream, 0, &session);
	if (inv->globals.version)
		r = help_version(&session);
	else if (inv->globals.help)
		r = help_print(&session, inv->has_command ? inv->command : NULL);
	else
		r = session_run(&session, inv, err);
	session_close(&session);
	return close_output(&stream, r, err);
}

/* Without a command the maps are listed, as bpftool map does. */
static int parse(const struct command *const *commands, int n_words, char *const *words,
		 struct invocation *ret, struct err *err)
{
	static char list[] = "list";
	_cleanup_free_ char **with_list = NULL;
	int r = parse_words(commands, NULL, n_words, words, ret, err);

	if (r || ret->has_command || ret->globals.help || ret->globals.version)
		return r;
	invocation_done(ret);
	with_list = mem_zero(sizeof(*with_list) * ((size_t)n_words + 1));
	memcpy(with_list, words, sizeof(*with_list) * (size_t)n_words);
	with_list[n_words] = list;
	return parse_words(commands, NULL, n_words + 1, with_list, ret, err);
}

int dispatch(const struct command *const *commands, int n_words, char *const *words)
{
	struct invocation inv;
	struct err err = { 0 };
	int r;

	if (n_words && !strcmp(words[0], "--complete"))
		return complete_words(commands, n_words - 1, words + 1) || close_stdout()
			       ? ERR_SYSTEM
			       : 0;
	r = parse(commands, n_words, words, &inv, &err);

	log_as(&inv.globals);
	if (!r)
		r = dispatch_parsed(commands, &inv, &err);
	/* A "no" without a message has been said on standard output. */
	if (r && (r != -ERR_NO || *err.msg))
		report_error(globals_json(&inv.globals), &err);
	invocation_done(&inv);
	return -r;
}
