/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* One command of a batch, in a session of its own on the batch's stream. */
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "cli/command.h"
#include "cli/globals.h"
#include "cli/parse.h"
#include "cmd/batch_run.h"
#include "output/writer.h"

static const struct label label_command = LABEL("command"), label_output = LABEL("output");
static const struct label label_error = LABEL("error"), label_status = LABEL("status");

static bool has_option(const struct command *command, const char *name)
{
	for (const struct opt *row = command->options; row && row->name; row++)
		if (!strcmp(row->name, name))
			return true;
	return false;
}

/* Of its next lines nothing is to become data. */
static int check_input(const struct batch *batch, const struct invocation *inv, struct err *err)
{
	for (int i = 0; i < inv->argc && batch->lines.fd == STDIN_FILENO; i++)
		if (!strcmp(inv->argv[i], "@-"))
			return err_set(err, ERR_USAGE,
				       "'@-': standard input is the batch itself; '@FILE' reads a "
				       "file");
	return 0;
}

static int check(const struct batch *batch, const struct invocation *inv, struct err *err)
{
	const struct globals *outer = batch->session->globals, *inner = &inv->globals;
	const struct command *command = inv->command;

	if (inner->help || inner->version || !inv->has_command)
		return err_set(err, ERR_USAGE, "a line of a batch is a command");
	if (command->flags & COMMAND_OWN_LINE)
		return err_set(err, ERR_USAGE, "'%s' cannot be a line of a batch", command->name);
	if (globals_format(inner) != globals_format(outer) || inner->pretty != outer->pretty)
		return err_set(err, ERR_USAGE,
			       "the format is the whole batch's: name it before 'batch'");
	if (batch->settings->dry_run && command->flags & (COMMAND_WRITES | COMMAND_CHANGES) &&
	    !has_option(command, "dry-run"))
		return err_set(err, ERR_USAGE, "'%s' has no --dry-run", command->name);
	return check_input(batch, inv, err);
}

/* --dry-run in front of a command that has it. */
static int parse_dry(const struct batch *batch, int n, char *const *words, struct invocation *ret,
		     struct err *err)
{
	static char dry_run[] = "--dry-run";
	const struct session *session = batch->session;
	const struct command *command = command_find(session->commands, words[0]);
	_cleanup_free_ char **dry = mem_zero(sizeof(*dry) * ((size_t)n + 1));
	bool has = command && has_option(command, "dry-run");

	dry[0] = dry_run;
	memcpy(dry + has, words, sizeof(*dry) * (size_t)n);
	return parse_words(session->commands, session->globals, n + has, dry, ret, err);
}

static int run_parsed(struct batch *batch, const struct invocation *inv, struct err *err)
{
	struct session session;
	int r = check(batch, inv, err);

	if (r < 0)
		return r;
	session_open(batch->session->commands, inv, batch->session->stream, batch->is_json ? 2 : 0,
		     &session);
	session.kept = &batch->kept;
	session.queue = batch->is_json || batch->settings->dry_run ? NULL : batch->queue;
	r = session_run(&session, inv, err);
	session_close(&session);
	return r;
}

static void write_words(const struct batch_words *words, struct writer *out)
{
	out->format->record(out);
	out->format->open(out, &label_command, NEST_ARRAY);
	for (int i = 0; i < words->n; i++)
		writer_str(out, &label_element, words->word[i]);
	out->format->close(out, NEST_ARRAY);
	out->format->embed(out, &label_output);
}

static void write_result(const struct batch *batch, uint64_t begun, int r, const struct err *err)
{
	struct writer *out = batch->session->out;

	if (stream_position(out->out) == begun)
		stream_puts(out->out, "null");
	if (r >= 0)
		return;
	/* None where the output is the answer. */
	if (*err->msg)
		writer_str(out, &label_error, err->msg);
	out->format->uint(out, &label_status, (uint64_t)-r);
}

int batch_command(struct batch *batch, struct err *err)
{
	const struct session *session = batch->session;
	const struct batch_words *words = &batch->words;
	int skip = words->n > 1 && !strcmp(words->word[0], "map"), r;
	struct invocation inv;
	uint64_t begun;

	if (batch->is_json)
		write_words(words, session->out);
	begun = stream_position(session->stream);
	if (batch->settings->dry_run)
		r = parse_dry(batch, words->n - skip, words->word + skip, &inv, err);
	else
		r = parse_words(session->commands, session->globals, words->n - skip,
				words->word + skip, &inv, err);
	if (!r)
		r = run_parsed(batch, &inv, err);
	if (batch->is_json)
		write_result(batch, begun, r, err);
	invocation_done(&inv);
	return r;
}
