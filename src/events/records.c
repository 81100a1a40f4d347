/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Where records go: each is decoded by its type and written in the session's format. */
#include <stdbool.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "cli/session.h"
#include "entry/records.h"
#include "events/events.h"
#include "events/records_missed.h"
#include "map/given_types.h"
#include "map/map.h"
#include "map/record_plans.h"
#include "map/record_type.h"
#include "output/line.h"

/* The kernel fills a perf sample up to 8 bytes. */
#define PERF_FILL 7

struct records {
	struct record_sink sink;
	const struct session *session;
	struct writer *out;  /* the session's, or line */
	struct writer *line; /* NULL: not text */
	struct record_type type;
	struct record_plans *plans;
	struct records_missed_note missed;
	bool is_begun;			  /* the document */
	uint64_t n, wanted;		  /* records; wanted 0: all */
	uint64_t n_short, n_long, n_over; /* of them */
};

static struct records *records_of(struct record_sink *sink)
{
	return (struct records *)sink;
}

static void begin(struct records *records)
{
	if (!records->is_begun)
		records->out->format->start(records->out, SHAPE_LIST);
	records->is_begun = true;
}

static bool is_machine(const struct records *records)
{
	return records->out->format->flags & FORMAT_MACHINE;
}

static void write_from(struct records *records, const struct record *record)
{
	static const struct label cpu = LABEL_LOOK("cpu", LOOK_CPU), index = LABEL("index"),
				  time = LABEL("time"), slot = LABEL_LOOK("index", LOOK_CPU);
	struct writer *out = records->out;

	if (!record->has_cpu)
		return;
	out->format->uint(out, &cpu, record->cpu);
	if (is_machine(records)) {
		out->format->uint(out, &index, record->index);
		out->format->uint(out, &time, record->time);
	} else if (records->line && record->index != record->cpu) {
		out->format->uint(out, &slot, record->index);
	}
}

/* What is behind the type: nothing, padding, or bytes that the type does not know of. */
static uint32_t rest_of(const struct record *record, const struct plan *plan)
{
	uint32_t n = record->size - plan->size;

	return record->has_cpu && n <= PERF_FILL ? 0 : n;
}

static void write_decoded(struct records *records, const struct record *record,
			  const struct plan *plan)
{
	static const struct label value = LABEL("value"), rest = LABEL("rest");
	struct writer *out = records->out;
	uint32_t n = rest_of(record, plan);

	plan_decode(plan, &value, record->data, out);
	if (n && !records->line)
		out->format->bytes(out, &rest, (const char *)record->data + plan->size, n);
	records->n_long += n != 0;
}

/* Bytes, and behind them what they mean. */
static void write_both(struct records *records, const struct record *record,
		       const struct plan *plan)
{
	static const struct label value = LABEL("value"), formatted = LABEL("formatted");
	struct writer *out = records->out;

	out->format->bytes(out, &value, record->data, record->size);
	if (!plan)
		return;
	out->format->open(out, &formatted, NEST_OBJECT);
	plan_decode(plan, &value, record->data, out);
	out->format->close(out, NEST_OBJECT);
}

static void write_record(struct records *records, const struct record *record)
{
	static const struct label value = LABEL("value");
	const struct plan *plan = record_plan(records->plans, record->size);
	struct writer *out = records->out;

	if (records->type.btf && !plan && record->size < records->type.bytes)
		records->n_short++;
	else if (records->type.btf && !plan)
		records->n_over++;
	out->format->record(out);
	write_from(records, record);
	if (out->format->flags & FORMAT_BOTH)
		write_both(records, record, plan);
	else if (plan && !(out->format->flags & FORMAT_RAW))
		write_decoded(records, record, plan);
	else
		out->format->bytes(out, &value, record->data, record->size);
}

static int take(struct record_sink *sink, const struct record *record, struct err *err)
{
	struct records *records = records_of(sink);

	(void)err;
	begin(records);
	records_missed_say(&records->missed, records->session);
	write_record(records, record);
	/* Of what cannot be written no more is wanted: dispatch() says so. */
	return records->out->out->error || ++records->n == records->wanted;
}

static int take_missed(struct record_sink *sink, const struct records_missed *missed,
		       struct err *err)
{
	struct records *records = records_of(sink);

	(void)err;
	begin(records);
	if (is_machine(records))
		records_missed_write(missed, records->out);
	else
		records_missed_add(&records->missed, missed);
	return records->out->out->error != 0;
}

/* A document in one piece ends with the last record; any other format ends its line now. */
static int idle(struct record_sink *sink, struct err *err)
{
	struct records *records = records_of(sink);
	struct writer *out = records->out;

	(void)err;
	begin(records);
	if (!(out->format->flags & FORMAT_DOCUMENT))
		out->format->finish(out);
	stream_flush(out->out);
	records_missed_say(&records->missed, records->session);
	return 0;
}

static void records_free(struct records *records)
{
	writer_free(records->line);
	record_plans_free(records->plans);
	record_type_done(&records->type);
	free(records);
}

static int find_type(struct records *records, const struct events_settings *settings,
		     struct err *err)
{
	const struct session *session = records->session;
	const struct map *map = session->maps[0];
	unsigned int format = session->out->format->flags;
	int r = record_type_find(map, settings->type, session->types, &records->type, err);

	if (!r)
		r = record_plans_open(map, &records->type, session->types->views,
				      format & FORMAT_BOTH ? PLAN_BPFTOOL : PLAN_NATIVE,
				      &records->plans, err);
	if (r)
		return err_wrap(err, "%s", map_called(map));
	if (records->type.how && !records->type.over_bound && !(format & FORMAT_RAW))
		session_note(session, "%s: %s", map_called(map), records->type.how);
	return 0;
}

int records_open(const struct session *session, const struct events_settings *settings,
		 struct record_sink **ret, struct err *err)
{
	const struct writer_options options = { 0 };
	struct records *records = mem_zero(sizeof(*records));
	int r;

	records->sink = (struct record_sink){ .record = take, .missed = take_missed, .idle = idle };
	records->session = session;
	records->out = session->out;
	records->wanted = settings->count;
	if (!(session->out->format->flags & (FORMAT_MACHINE | FORMAT_RAW)))
		records->out = records->line = writer_new(&line_format, session->stream, &options);
	r = find_type(records, settings, err);
	if (r) {
		records_free(records);
		return r;
	}
	*ret = &records->sink;
	return 0;
}

/* What was shown otherwise than asked for. */
static int sum_up(const struct records *records, struct err *err)
{
	const struct record_type *type = &records->type;
	const char *called = map_called(records->session->maps[0]),
		   *s = type->bytes == 1 ? "" : "s";
	unsigned int format = records->out->format->flags;

	if (records->n_long && records->line)
		session_note(records->session,
			     "%s: %llu of %llu records %s on behind the %u byte%s of %.200s: the "
			     "rest is in JSON",
			     called, (unsigned long long)records->n_long,
			     (unsigned long long)records->n, records->n_long == 1 ? "goes" : "go",
			     type->bytes, s, type->name);
	if (format & FORMAT_RAW)
		return 0;
	if (type->over_bound && records->n)
		return err_set(err, ERR_PARTIAL, "%s: %s", called, type->how);
	if (records->n_short)
		return err_set(err, ERR_PARTIAL,
			       "%s: %llu of %llu records %s shorter than the %u byte%s of %.200s: "
			       "shown as bytes",
			       called, (unsigned long long)records->n_short,
			       (unsigned long long)records->n, records->n_short == 1 ? "is" : "are",
			       type->bytes, s, type->name);
	if (records->n_over)
		return err_set(err, ERR_PARTIAL,
			       "%s: %llu of %llu records %s too many parts as %.200s: shown as "
			       "bytes",
			       called, (unsigned long long)records->n_over,
			       (unsigned long long)records->n,
			       records->n_over == 1 ? "has" : "have", type->name);
	return 0;
}

/* What was read is a whole document, also where reading has failed then. */
int records_close(struct record_sink *sink, int read, struct err *err)
{
	struct records *records = records_of(sink);
	struct err second;
	int r;

	if (!read)
		begin(records);
	if (records->is_begun)
		records->out->format->finish(records->out);
	stream_flush(records->out->out);
	records_missed_flush(&records->missed, records->session);
	if (records->line)
		records->session->out->nonfinite += records->line->nonfinite;
	r = sum_up(records, read ? &second : err);
	records_free(records);
	return read ? read : r;
}
