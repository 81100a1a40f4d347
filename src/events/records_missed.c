/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "events/records_missed.h"

#include <stdio.h>
#include <time.h>

#include "cli/session.h"
#include "entry/records.h"
#include "map/map.h"
#include "output/writer.h"

#define SECOND UINT64_C(1000000000)

void records_missed_add(struct records_missed_note *note, const struct records_missed *missed)
{
	note->times++;
	note->records += missed->records;
	note->bytes += missed->bytes;
	note->some_uncounted |= !missed->records;
}

static uint64_t now(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC_COARSE, &at);
	return (uint64_t)at.tv_sec * SECOND + (uint64_t)at.tv_nsec;
}

void records_missed_flush(struct records_missed_note *note, const struct session *session)
{
	const char *called = map_called(session->maps[0]);
	unsigned long long records = note->records, bytes = note->bytes;

	if (!note->times)
		return;
	if (!note->some_uncounted)
		session_note(session, "%s: missed %llu record%s", called, records,
			     records == 1 ? "" : "s");
	else if (bytes)
		session_note(session, "%s: missed records of %llu bytes together", called, bytes);
	else
		session_note(session, "%s: missed records", called);
	*note = (struct records_missed_note){ .said = now() };
}

void records_missed_say(struct records_missed_note *note, const struct session *session)
{
	if (note->times && now() - note->said >= SECOND)
		records_missed_flush(note, session);
}

static void write_count(struct writer *out, const struct label *label, uint64_t count)
{
	if (count)
		out->format->uint(out, label, count);
	else
		out->format->null(out, label, "unknown");
}

void records_missed_write(const struct records_missed *missed, struct writer *out)
{
	static const struct label label = LABEL("missed"), records = LABEL("records"),
				  bytes = LABEL("bytes"), cpu = LABEL("cpu"),
				  index = LABEL("index");

	out->format->record(out);
	if (missed->has_cpu) {
		out->format->uint(out, &cpu, missed->cpu);
		out->format->uint(out, &index, missed->index);
	}
	out->format->open(out, &label, NEST_OBJECT);
	write_count(out, &records, missed->records);
	write_count(out, &bytes, missed->bytes);
	out->format->close(out, NEST_OBJECT);
}
