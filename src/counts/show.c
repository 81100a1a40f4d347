/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "counts/show.h"

#include <inttypes.h>
#include <stdio.h>
#include <sys/ioctl.h>

#include "cli/globals.h"
#include "cli/session.h"
#include "output/writer.h"

#define AROUND 3 /* lines of a terminal that are not rows: the heading, lost counts, the last */

/* Home, and everything below it gone. */
static const char in_place[] = "\033[H\033[J";

static bool is_document(const struct writer *out)
{
	return out->format->flags & FORMAT_DOCUMENT;
}

void counter_show_start(struct counter_show *show)
{
	struct writer *out = show->run->session->out;

	if (is_document(out))
		out->format->start(out, SHAPE_LIST);
}

void counter_show_finish(struct counter_show *show)
{
	struct writer *out = show->run->session->out;

	if (is_document(out))
		out->format->finish(out);
}

static void write_members(const struct counter_show *show, const struct tally *tally, uint64_t lost,
			  struct writer *out)
{
	static const struct label label_seconds = LABEL("seconds"), label_counts = LABEL("counts"),
				  label_lost = LABEL("lost");
	uint64_t ms = (uint64_t)(show->run->seconds * 1000 + 0.5);
	char seconds[32];

	snprintf(seconds, sizeof(seconds), "%" PRIu64 ".%03" PRIu64, ms / 1000, ms % 1000);
	out->format->number(out, &label_seconds, seconds);
	out->format->open(out, &label_counts, NEST_ARRAY);
	for (size_t i = 0; i < tally->n; i++) {
		out->format->open(out, &label_element, NEST_OBJECT);
		show->run->view->write_row(show->run, &tally->rows[i], out);
		out->format->close(out, NEST_OBJECT);
	}
	out->format->close(out, NEST_ARRAY);
	out->format->uint(out, &label_lost, lost);
}

/* jsonl: a document an interval, whose line is complete at once. */
static void show_machine(const struct counter_show *show, const struct tally *tally, uint64_t lost)
{
	struct writer *out = show->run->session->out;
	bool is_line = !is_document(out);

	if (is_line)
		out->format->start(out, SHAPE_LIST);
	out->format->record(out);
	write_members(show, tally, lost, out);
	if (is_line)
		out->format->finish(out);
}

static void write_table(const struct counter_run *run, const struct tally *tally)
{
	struct writer *out = run->session->out;

	out->format->start(out, SHAPE_LIST);
	for (size_t i = 0; i < tally->n; i++) {
		out->format->record(out);
		run->view->write_row(run, &tally->rows[i], out);
	}
	out->format->finish(out);
}

/* width: of the terminal; 0: there is none. */
static void show_text(const struct counter_show *show, const struct tally *tally, uint64_t lost,
		      size_t width)
{
	const struct counter_run *run = show->run;
	struct stream *stream = run->session->stream;
	char line[80];

	if (!tally->n)
		stream_puts(stream, "(no data collected)\n");
	else if (!run->view->write_text || !run->view->write_text(run, tally, width, stream))
		write_table(run, tally);
	if (!lost)
		return;
	snprintf(line, sizeof(line), "Lost: %" PRIu64 " (the counter's map is full)\n", lost);
	stream_puts(stream, line);
}

/* Of the terminal that tables are shown on; zeros where there is none, or it does not say. */
static struct winsize terminal_size(const struct counter_run *run)
{
	struct winsize size;

	if (run->is_machine || ioctl(run->session->stream->fd, TIOCGWINSZ, &size))
		return (struct winsize){ 0 };
	return size;
}

void counter_show_interval(struct counter_show *show, struct tally *tally, uint64_t lost)
{
	const struct counter_run *run = show->run;
	struct stream *stream = run->session->stream;
	bool redraws = show->repeats && !run->is_machine && globals_moves_cursor(stream->fd);
	struct winsize size = terminal_size(run);
	size_t fits = redraws && size.ws_row > AROUND ? size.ws_row - AROUND : 0;

	if (run->top && tally->n > run->top)
		tally->n = run->top;
	if (fits && tally->n > fits)
		tally->n = fits;
	if (run->is_machine) {
		show_machine(show, tally, lost);
	} else {
		if (redraws)
			stream_puts(stream, in_place);
		else if (show->n)
			stream_puts(stream, "\n");
		show_text(show, tally, lost, size.ws_col);
	}
	show->n++;
	stream_flush(stream);
}
