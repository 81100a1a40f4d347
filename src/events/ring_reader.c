/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "events/ring_reader.h"

#include <errno.h>
#include <poll.h>

#include "cli/session.h"
#include "entry/records.h"
#include "map/map.h"
#include "output/stream.h"

#define LOOK_MIN  1 /* ms between two looks at a ring that is not to be disturbed */
#define LOOK_MAX  10
#define AWAIT_MAX 100  /* ms: programs may put records in without waking anybody */
#define FULL_MS	  1000 /* nothing has moved for so long */
#define PORTIONS  8    /* of a ring: so often its producers get room while it is read through */

struct reader {
	const struct ring_source *source;
	struct record_sink *sink;
	const struct ring_memory *memory;
	struct ring_walk walk;
	unsigned long shown_from; /* what is before waited already: not shown */

	/* what the records seen so far take in the ring */
	unsigned long largest;
	bool is_uneven; /* they are of several sizes, or some were discarded */

	struct ring_positions last; /* at the start, or the last look that found nothing */
	int still;		    /* ms since they have changed */
	bool said_full;

	bool is_woken; /* the kernel says that there is something */
};

static unsigned long producer(const struct reader *reader)
{
	return __atomic_load_n(reader->memory->producer, __ATOMIC_ACQUIRE);
}

/* Whether position a is before b, which are not further apart than half of all there are. */
static bool is_before(unsigned long a, unsigned long b)
{
	return (long)(a - b) < 0;
}

/* As a sink's calls; of what cannot be written no more is read: dispatch() says so. */
static int unless_broken(const struct reader *reader, int r)
{
	return r ? r : reader->source->session->stream->error != 0;
}

static void measure(struct reader *reader, unsigned long length, bool is_discarded)
{
	reader->is_uneven |= is_discarded || (reader->largest && length != reader->largest);
	if (length > reader->largest)
		reader->largest = length;
}

static int take_record(struct reader *reader, struct err *err)
{
	const struct ring_walk *walk = &reader->walk;
	const struct record record = { .data = walk->data, .size = walk->size };

	measure(reader, walk->length, false);
	if (is_before(walk->at - walk->length, reader->shown_from))
		return 0;
	return unless_broken(reader, reader->sink->record(reader->sink, &record, err));
}

static int take_missed(struct reader *reader, struct err *err)
{
	struct records_missed missed = { .bytes = reader->walk.missed };

	/* Where we take records out, too, nobody missed what the other one has. */
	if (reader->source->consume || is_before(reader->walk.at, reader->shown_from))
		return 0;
	if (is_before(reader->walk.at - missed.bytes, reader->shown_from))
		missed.bytes = reader->walk.at - reader->shown_from;
	if (reader->largest && !reader->is_uneven && missed.bytes % reader->largest == 0)
		missed.records = missed.bytes / reader->largest;
	if (!missed.bytes)
		return 0;
	return unless_broken(reader, reader->sink->missed(reader->sink, &missed, err));
}

static int nonsense(const struct reader *reader, struct err *err)
{
	struct ring_positions at = { 0 };

	ring_positions(reader->memory, &at);
	return err_set(err, ERR_SYSTEM,
		       "%s is no ring of records: at byte %lu, between its positions %llu and "
		       "%llu; a process that may write to it must have moved them",
		       map_called(reader->source->session->maps[0]), reader->walk.at,
		       (unsigned long long)at.consumer, (unsigned long long)at.producer);
}

/* One step of the walk: as a sink's calls, *ret_end when there is no more for now. */
static int step(struct reader *reader, bool *ret_end, struct err *err)
{
	int found = ring_next(reader->memory, &reader->walk);

	switch (found) {
	case RING_RECORD:
		return take_record(reader, err);
	case RING_DISCARDED:
		measure(reader, reader->walk.length, true);
		return 0;
	case RING_OVERTAKEN:
		return take_missed(reader, err);
	case RING_END:
	case RING_BUSY:
		*ret_end = true;
		return 0;
	case RING_NONSENSE:
		return nonsense(reader, err);
	}
	errno = -found;
	return err_sys(err, "%s: room for a record", map_called(reader->source->session->maps[0]));
}

/* Another consumer may have taken what comes next: only with --steal. */
static void follow_others(struct reader *reader)
{
	unsigned long there = __atomic_load_n(reader->memory->consumer, __ATOMIC_ACQUIRE);

	if (is_before(reader->walk.at, there) && !is_before(producer(reader), there))
		reader->walk.at = reader->walk.end = there;
}

static int flush(struct reader *reader, struct err *err)
{
	return unless_broken(reader, reader->sink->idle(reader->sink, err));
}

/* Writes out what was read so far, and then takes it out of the ring; last: as a sink's calls. */
static int release(struct reader *reader, int last, struct err *err)
{
	int r;

	if (!reader->source->consume || last < 0 || reader->source->session->stream->error)
		return last;
	r = flush(reader, err);
	if (r)
		return r;
	kern_ring_release(reader->source->ring, reader->walk.at);
	return last;
}

/* Reads up to what is there now, and no more; *ret_some: it was something. */
static int read_on(struct reader *reader, bool *ret_some, struct err *err)
{
	const unsigned long end = producer(reader), from = reader->walk.at;
	const unsigned long portion = reader->memory->size / PORTIONS;
	bool at_end = false;
	int r = 0;

	while (!r && !at_end && !events_stopped()) {
		unsigned long begin;

		if (reader->source->consume)
			follow_others(reader);
		begin = reader->walk.at;
		/* A portion may be many megabytes, and slow to be written. */
		while (!r && !at_end && reader->walk.at - begin < portion && !events_stopped())
			r = step(reader, &at_end, err);
		at_end |= !is_before(reader->walk.at, end);
		if (reader->walk.at != begin)
			r = release(reader, r, err);
	}
	*ret_some = reader->walk.at != from;
	return r;
}

static bool is_possible(const struct reader *reader, const struct ring_positions *at)
{
	return (unsigned long)(at->producer - at->consumer) <= reader->memory->size;
}

/* Where they cannot be, programs find no room, and nothing would ever come. */
static int check_positions(const struct reader *reader, struct err *err)
{
	struct ring_positions at;

	if (ring_positions(reader->memory, &at) || is_possible(reader, &at))
		return 0;
	return nonsense(reader, err);
}

/* Where nobody takes records out, what programs have to say is lost: this is the time to say so. */
static void look_whether_full(struct reader *reader, bool is_last, struct err *err)
{
	const struct ring_source *source = reader->source;
	struct ring_positions at;
	unsigned long free;
	bool is_taken; /* since the last look */

	if (source->consume || !source->is_filled || reader->said_full ||
	    ring_positions(reader->memory, &at))
		return;
	is_taken = at.consumer != reader->last.consumer;
	if (is_taken || at.producer != reader->last.producer)
		reader->still = 0;
	reader->last = at;
	free = reader->memory->size - (unsigned long)(at.producer - at.consumer);
	if (is_taken || !reader->largest || free > reader->largest ||
	    (reader->still < FULL_MS && !is_last))
		return;
	/* A line that was begun ends first. */
	if (flush(reader, err))
		return;
	reader->said_full = true;
	session_note(source->session,
		     "%s is full, and nobody takes records out: new ones are lost; "
		     "'--consume' makes room",
		     map_called(source->session->maps[0]));
}

/* Waits for at most so many ms: for records, or until nobody reads what is written. */
static int await(struct reader *reader, int ms)
{
	struct stream *stream = reader->source->session->stream;
	struct pollfd fds[] = {
		{ .fd = stream->fd },
		/* A record that is being written would wake at once, again and again. */
		{ .fd = reader->is_woken ? -1 : reader->source->fd, .events = POLLIN },
	};

	if (reader->is_woken)
		ms = LOOK_MIN;
	reader->is_woken = false;
	reader->still += ms;
	if (poll(fds, 2, ms) <= 0)
		return 0;
	reader->is_woken = fds[1].revents;
	if (!(fds[0].revents & (POLLERR | POLLHUP)))
		return 0;
	/* A write says why, or ends mapctl as any write to such a pipe does. */
	stream_putc(stream, '\n');
	return stream_flush(stream) != 0;
}

static int follow(struct reader *reader, struct err *err)
{
	const struct events_end *end = &reader->source->end;
	int r = 0, pause = LOOK_MIN, longest = reader->source->consume ? AWAIT_MAX : LOOK_MAX;
	bool some, is_last = false;

	while (!r && !is_last) {
		/* Asked first, so that what had come when it is time to end is read. */
		is_last = !events_wait_ms(end, 1);
		r = read_on(reader, &some, err);
		if (some)
			reader->is_woken = false;
		if (some || r || is_last) {
			pause = LOOK_MIN;
			continue;
		}
		r = flush(reader, err);
		if (!r)
			r = check_positions(reader, err);
		look_whether_full(reader, false, err);
		if (!r)
			r = await(reader, events_wait_ms(end, pause));
		pause = pause * 2 < longest ? pause * 2 : longest;
	}
	if (!r)
		look_whether_full(reader, true, err);
	return r;
}

int ring_read(const struct ring_source *source, struct record_sink *sink, struct err *err)
{
	struct reader reader = {
		.source = source,
		.sink = sink,
		.memory = kern_ring_memory(source->ring),
	};
	struct ring_positions start;
	int r = ring_positions(reader.memory, &start);

	if (r) {
		errno = -r;
		return err_sys(err, "%s: where it begins", map_called(source->session->maps[0]));
	}
	reader.walk.at = reader.walk.end = (unsigned long)start.consumer;
	reader.last = start;
	reader.shown_from = (unsigned long)(source->tail ? start.producer : start.consumer);
	if (!is_possible(&reader, &start))
		r = nonsense(&reader, err);
	if (!r)
		r = follow(&reader, err);
	ring_walk_done(&reader.walk);
	return r > 0 ? 0 : r;
}
