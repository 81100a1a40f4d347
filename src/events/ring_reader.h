/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The records of a ring buffer on their way into a sink, until it is time to end. */
#ifndef EVENTS_RING_READER_H
#define EVENTS_RING_READER_H

#include <stdbool.h>

#include "base/err.h"
#include "events/events.h"
#include "kern/ring.h"

/* All borrowed. */
struct ring_source {
	const struct session *session;
	struct ring *ring;
	int fd; /* of the map, to await records that are taken out; else -1 */
	bool consume, tail;
	bool is_filled; /* by programs, which drop what finds no room */
	struct events_end end;
};

/*
 * Hands each record to sink, and what it missed.  With consume a record is taken out once what
 * sink made of it is written: when that fails it stays, and when mapctl is killed it may come a
 * second time.  Ends as `events` does; a failed write ends it with 0, as the stream has the error.
 */
int ring_read(const struct ring_source *source, struct record_sink *sink, struct err *err);

#endif
