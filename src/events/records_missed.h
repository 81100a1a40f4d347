/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Records that could not be read, told among those that could. */
#ifndef EVENTS_RECORDS_MISSED_H
#define EVENTS_RECORDS_MISSED_H

#include <stdbool.h>
#include <stdint.h>

struct records_missed;
struct session;
struct writer;

/* For people, on stderr: what was missed since the last note, in one. */
struct records_missed_note {
	uint64_t times, records, bytes;
	bool some_uncounted; /* of some times the records, or the bytes, are not known */
	uint64_t said;	     /* when, ns of CLOCK_MONOTONIC */
};

void records_missed_add(struct records_missed_note *note, const struct records_missed *missed);

/* Says it, if there is anything, and not more often than once a second; see also _flush(). */
void records_missed_say(struct records_missed_note *note, const struct session *session);
void records_missed_flush(struct records_missed_note *note, const struct session *session);

/* For programs: one record, {"missed": {"records": N, "bytes": N}}, null for what is not known. */
void records_missed_write(const struct records_missed *missed, struct writer *out);

#endif
