/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "cli/command.h"
#include "cli/globals.h"
#include "cmd/batch_run.h"
#include "output/writer.h"

static const struct opt options[] = {
	{ "keep-going", 'k', OPT_FLAG, offsetof(struct batch_settings, keep_going), NULL, NULL,
	  "go on with the lines behind one that fails" },
	{ "dry-run", 0, OPT_FLAG, offsetof(struct batch_settings, dry_run), NULL, NULL,
	  "run each line with --dry-run: nothing changes" },
	{ .name = NULL },
};

/* FILE, or as bpftool has it: file FILE. */
static int take_path(const struct session *session, const char **ret, struct err *err)
{
	char *const *words = session->argv;
	int n = session->argc;

	if (n > 1 && !strcmp(words[0], "file")) {
		words++;
		n--;
	}
	if (!n)
		return err_set(err, ERR_USAGE,
			       "batch: which file? 'batch FILE', - for standard "
			       "input");
	if (n > 1)
		return err_set(err, ERR_USAGE, "batch: does not know what to do with '%s'",
			       words[1]);
	*ret = words[0];
	return 0;
}

static int open_file(const char *path, struct err *err)
{
	int fd;

	if (!strcmp(path, "-"))
		return STDIN_FILENO;
	fd = open(path, O_RDONLY | O_CLOEXEC);
	return fd < 0 ? err_sys(err, "batch: %s", path) : fd;
}

static int sum_up(const struct batch *batch, int r, struct err *err)
{
	unsigned long long n = batch->n_commands, failed = batch->n_failed;
	char done[64];

	if (r < 0)
		return r;
	if (failed)
		return err_set(err, n > failed ? ERR_PARTIAL : ERR_NO,
			       "%s: %llu of %llu commands failed", batch->lines.called, failed, n);
	snprintf(done, sizeof(done), "processed %llu commands\n", n);
	if (!(batch->session->out->format->flags & FORMAT_MACHINE))
		stream_puts(batch->session->stream, done);
	return 0;
}

static int run(const struct session *session, const void *settings, struct err *err)
{
	struct batch batch = {
		.session = session,
		.settings = settings,
		.is_json = session->out->format->flags & FORMAT_DOCUMENT,
	};
	const char *path = NULL;
	int r = take_path(session, &path, err), fd;

	if (r < 0)
		return r;
	if (session->globals->sandbox && !strcmp(session->globals->sandbox, "require"))
		return err_set(err, ERR_USAGE,
			       "batch: a batch keeps its privileges: --sandbox=require is for "
			       "single commands");
	fd = open_file(path, err);
	if (fd < 0)
		return fd;
	batch_lines_init(&batch.lines, fd, fd == STDIN_FILENO ? "standard input" : path);
	if (batch.is_json)
		session->out->format->start(session->out, SHAPE_LIST);
	r = batch_run(&batch, err);
	if (batch.is_json)
		session->out->format->finish(session->out);
	batch_lines_done(&batch.lines);
	if (fd != STDIN_FILENO)
		close(fd);
	return sum_up(&batch, r, err);
}

extern const struct command cmd_batch;
const struct command cmd_batch = {
	.name = "batch",
	.heading = "Script",
	.synopsis = "FILE",
	.notes = "  FILE: commands as behind 'mapctl', a line each; - for standard input\n",
	.summary = "run the commands in a file, a line each",
	.takes = TAKES_NO_MAP,
	.flags = COMMAND_WORDS | COMMAND_OWN_LINE,
	.options = options,
	.settings_size = sizeof(struct batch_settings),
	.run = run,
};
