/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/batch_run.h"

#include <string.h>

#include <bsd/string.h>

#include "cli/command.h"
#include "cli/globals.h"
#include "cli/report.h"
#include "entry/queue.h"
#include "output/stream.h"

/*
 * A line has failed: the end of the batch, or one more that did.  Of those that wait in the queue
 * it hears through this, too.
 */
static int line_failed(void *context, uint64_t line, struct err *err)
{
	struct batch *batch = context;
	bool is_first = !batch->first_line || line == batch->first_line;
	bool is_over = !batch->settings->keep_going;
	const char *done = is_over && !is_first ? "; the lines before it are done" : "";
	char why[sizeof(err->msg)];

	/* Without words where the answer is on standard output already. */
	strlcpy(why, *err->msg ? err->msg : "no", sizeof(why));
	err_set(err, *done ? ERR_PARTIAL : (enum err_code)err->code, "%s:%llu: %s%s",
		batch->lines.called, (unsigned long long)line, why, done);
	batch->n_failed++;
	batch->is_over = is_over;
	if (is_over)
		return -err->code;
	stream_flush(batch->session->stream);
	report_error(globals_json(batch->session->globals), err);
	return 0;
}

/* Whoever writes line by line wants each to take effect before the next is awaited. */
static int before_wait(void *context, struct err *err)
{
	struct batch *batch = context;
	int r = entry_queue_drain(batch->queue, err);

	stream_flush(batch->session->stream);
	return r;
}

/* What waits comes before the line that has failed, and may fail itself. */
static int own_failed(struct batch *batch, struct err *err)
{
	struct err own = *err;
	int r;

	if (batch->is_over)
		return -err->code;
	r = entry_queue_drain(batch->queue, err);
	if (r < 0)
		return r;
	*err = own;
	return line_failed(batch, batch->lines.line, err);
}

/* No further line can be had. */
static int reading_failed(struct batch *batch, struct err *err)
{
	struct err own = *err;
	int r;

	if (batch->is_over)
		return -err->code;
	r = entry_queue_drain(batch->queue, err);
	if (r < 0)
		return r;
	*err = own;
	if (batch->n_commands == batch->n_failed)
		return -err->code;
	return err_set(err, ERR_PARTIAL, "%s%s", own.msg,
		       batch->n_failed ? "" : "; the lines before it are done");
}

static bool waits(const struct batch *batch)
{
	const struct session *session = batch->session;
	const struct command *command;
	int i = batch->words.n > 1 && !strcmp(batch->words.word[0], "map");

	command = command_find(session->commands, batch->words.word[i]);
	return command && command->flags & COMMAND_QUEUES && !batch->is_json &&
	       !batch->settings->dry_run;
}

static int run_text(struct batch *batch, const char *text, size_t len, struct err *err)
{
	uint64_t line = batch->lines.line;
	int r = batch_words_split(&batch->words, &batch->lines, text, len, err);
	bool may_wait;

	if (!r && !batch->words.n)
		return 0;
	batch->n_commands++;
	if (!batch->first_line)
		batch->first_line = line;
	if (r < 0)
		return own_failed(batch, err);
	may_wait = waits(batch);
	if (!may_wait) {
		batch_repeat_forget(&batch->repeat);
		r = entry_queue_drain(batch->queue, err);
	}
	if (r < 0)
		return r;
	if (batch_command(batch, err) < 0)
		return own_failed(batch, err);
	if (may_wait && batch->lines.next == line + 1)
		batch_repeat_learn(&batch->repeat, text, len, &batch->words, batch->queue);
	return 0;
}

static int take_line(struct batch *batch, const char *text, size_t len, struct err *err)
{
	int r;

	entry_queue_tag(batch->queue, batch->lines.line);
	r = batch_repeat_take(&batch->repeat, text, len, batch->queue, err);
	if (r < 0)
		return r;
	batch->n_commands += (unsigned int)r;
	return r ? 0 : run_text(batch, text, len, err);
}

static int run_lines(struct batch *batch, struct err *err)
{
	size_t len;
	char *text;
	int r;

	while ((r = batch_lines_next(&batch->lines, &text, &len, err)) > 0) {
		r = take_line(batch, text, len, err);
		if (r < 0)
			return r;
	}
	return r < 0 ? reading_failed(batch, err) : entry_queue_drain(batch->queue, err);
}

int batch_run(struct batch *batch, struct err *err)
{
	int r;

	batch->queue = entry_queue_new(line_failed, batch);
	batch->lines.before_wait = before_wait;
	batch->lines.context = batch;
	r = run_lines(batch, err);
	entry_queue_drop(batch->queue);
	kept_maps_clear(&batch->kept);
	batch->queue = entry_queue_free(batch->queue);
	batch_repeat_done(&batch->repeat);
	batch_words_done(&batch->words);
	return r;
}
