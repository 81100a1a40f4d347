/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What `events` is told, its two ways of reading, and the sink that writes records. */
#ifndef EVENTS_EVENTS_H
#define EVENTS_EVENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "cli/option.h"

struct map;
struct record_sink;
struct session;

struct events_settings {
	const char *type;    /* C, or the name of a type; NULL: it is looked for */
	bool consume;	     /* takes records out; without, the ring stays as it is */
	bool steal;	     /* even where somebody else reads */
	bool tail;	     /* from now on, not what waits already */
	uint64_t count;	     /* records, then the end; 0: all */
	const char *timeout; /* a duration, "0" for what is there now; NULL: for ever */
	/* asked between records, and ten times a second at least: true ends it; or NULL */
	bool (*is_over)(void *of);
	void *of;
};

/*
 * Parsed: when to end.  stop is set by SIGINT, SIGTERM and SIGHUP (stop.c), which end
 * a stream in good order: what was read is written, status 0.
 */
struct events_end {
	bool has_deadline;
	uint64_t deadline;	   /* ns, CLOCK_MONOTONIC */
	bool (*is_over)(void *of); /* as in the settings */
	void *of;
};
int events_end_parse(const struct events_settings *settings, struct events_end *ret,
		     struct err *err);

/* Installs the handlers; whether one of the signals has come; how long may be waited, in ms,
 * at most max: 0 when it is time to end. */
void events_catch_signals(void);
bool events_stopped(void);
int events_wait_ms(const struct events_end *end, int max);

/* What a ring buffer cannot be read with: ERR_USAGE, and ERR_SYSTEM for a kind that is not read. */
int events_ring_check(const struct map *map, const struct events_settings *settings,
		      struct err *err);

/* Reads the session's one map, a ring buffer (also a user ring buffer) or a perf event array,
 * into sink until it is time to end. */
int events_ring(const struct session *session, const struct events_settings *settings,
		struct record_sink *sink, struct err *err);

/* The one CPU to read and the slot for it, as event_pipe's "cpu N index M". */
struct perf_choice {
	int cpu; /* -1: each that is online, in the slot of its number */
	uint32_t index;
};
int events_perf(const struct session *session, const struct events_settings *settings,
		const struct perf_choice *choice, struct record_sink *sink, struct err *err);

/*
 * The sink that decodes records and writes them in the session's format, for `events` and
 * `counter run execlog`.  Finds the type (settings->type, the map's BTF, the map's definition
 * in the BTF of a program that uses it, the one struct there that is named like the map) and
 * says on stderr which and from where.  To be opened before privileges go.
 *
 * The document begins with the first call of the sink: what is refused before prints nothing.
 * records_close() ends it, and frees on failure, too; read is what reading returned: a failure
 * is returned as it is, with what err says of it.
 */
int records_open(const struct session *session, const struct events_settings *settings,
		 struct record_sink **ret, struct err *err);
int records_close(struct record_sink *sink, int read, struct err *err);

#endif
