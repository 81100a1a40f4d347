/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "events/event_pipe_sink.h"

#include <stdio.h>

#include <linux/perf_event.h>

#include "cli/session.h"
#include "output/writer.h"

#define LINE_BYTES 16
#define SECOND	   UINT64_C(1000000000)

static bool is_text(const struct session *session)
{
	return !(session->out->format->flags & (FORMAT_MACHINE | FORMAT_RAW | FORMAT_BOTH));
}

static const struct session *begun(struct record_sink *base)
{
	struct event_pipe_sink *sink = (struct event_pipe_sink *)base;
	const struct session *session = sink->session;

	if (!sink->is_begun && !is_text(session))
		session->out->format->start(session->out, SHAPE_LIST);
	sink->is_begun = true;
	return session;
}

/* Two halves of eight, and lines of two halves. */
static void put_hex(struct stream *out, const uint8_t *bytes, size_t n)
{
	char pair[sizeof(" 00")];

	for (size_t i = 0; i < n; i++) {
		snprintf(pair, sizeof(pair), "%02x", bytes[i]);
		if (i)
			stream_puts(out, i % LINE_BYTES ? i % (LINE_BYTES / 2) ? " " : "  " : "\n");
		stream_puts(out, pair);
	}
	stream_putc(out, '\n');
}

static void put_text(struct stream *out, const struct record *record)
{
	char line[96];

	snprintf(line, sizeof(line), "== @%llu.%09llu CPU: %u index: %u =====\n",
		 (unsigned long long)(record->time / SECOND),
		 (unsigned long long)(record->time % SECOND), record->cpu, record->index);
	stream_puts(out, line);
	put_hex(out, record->data, record->size);
}

static void open_record(struct writer *out, uint64_t type, uint32_t cpu, uint32_t index)
{
	static const struct label label_type = LABEL("type"), label_cpu = LABEL("cpu");
	static const struct label label_index = LABEL("index");

	out->format->record(out);
	out->format->uint(out, &label_type, type);
	out->format->uint(out, &label_cpu, cpu);
	out->format->uint(out, &label_index, index);
}

static int put_record(struct record_sink *sink, const struct record *record, struct err *err)
{
	static const struct label time = LABEL("timestamp"), data = LABEL("data");
	const struct session *session = begun(sink);
	struct writer *out = session->out;
	const uint8_t *bytes = record->data;

	(void)err;
	if (is_text(session)) {
		put_text(session->stream, record);
		return 0;
	}
	open_record(out, PERF_RECORD_SAMPLE, record->cpu, record->index);
	out->format->uint(out, &time, record->time);
	if (out->format->flags & FORMAT_RAW) {
		out->format->bytes(out, &data, bytes, record->size);
		return 0;
	}
	out->format->open(out, &data, NEST_ARRAY);
	for (uint32_t i = 0; i < record->size; i++)
		out->format->uint(out, &label_element, bytes[i]);
	out->format->close(out, NEST_ARRAY);
	return 0;
}

static int put_missed(struct record_sink *sink, const struct records_missed *missed,
		      struct err *err)
{
	static const struct label lost = LABEL("lost"), id = LABEL("id"), count = LABEL("count");
	const struct session *session = begun(sink);
	struct writer *out = session->out;
	char line[64];

	(void)err;
	if (is_text(session)) {
		snprintf(line, sizeof(line), "lost %llu events\n",
			 (unsigned long long)missed->records);
		stream_puts(session->stream, line);
		return 0;
	}
	open_record(out, PERF_RECORD_LOST, missed->cpu, missed->index);
	out->format->open(out, &lost, NEST_OBJECT);
	out->format->uint(out, &id, missed->event_id);
	out->format->uint(out, &count, missed->records);
	out->format->close(out, NEST_OBJECT);
	return 0;
}

/* Formats that are no document end their line now. */
static int flush(struct record_sink *sink, struct err *err)
{
	const struct session *session = begun(sink);

	(void)err;
	if (!is_text(session) && !(session->out->format->flags & FORMAT_DOCUMENT))
		session->out->format->finish(session->out);
	stream_flush(session->stream);
	return 0;
}

void event_pipe_sink_open(struct event_pipe_sink *sink, const struct session *session)
{
	*sink = (struct event_pipe_sink){
		.sink = { .record = put_record, .missed = put_missed, .idle = flush },
		.session = session,
	};
}

void event_pipe_sink_end(struct event_pipe_sink *sink)
{
	const struct session *session = begun(&sink->sink);

	if (!is_text(session))
		session->out->format->finish(session->out);
}
