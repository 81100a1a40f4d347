/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * How `counter run` shows what a counter has counted: a row of this table, in
 * a file NAME.c of its own.  The loop (loop.c) reads the map
 * before and after each interval, takes the difference, sorts, cuts to --top,
 * and hands the rows that counted something to the view.
 */
#ifndef COUNTS_VIEW_H
#define COUNTS_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "counts/tally.h"

struct counter;
struct session;
struct stream;
struct writer;

/* What the command line says, and what the loop knows. */
struct counter_run {
	const struct session *session;
	const struct counter *counter;
	const struct counter_view *view;
	uint64_t top; /* 0: all */
	bool per_process, rate, protocols;
	bool is_machine; /* the format is for programs: the same members whatever there is */
	double seconds;	 /* that the interval shown has really taken */
	void *names;	 /* the view's own, from prepare */
};

/* One of counter->maps, with the shape that the rows' bytes are read by. */
struct counter_view_map {
	const char *name;
	size_t key_size, n_words; /* bytes; u64 in a value, or in a CPU's cell of it */
};

struct counter_view {
	const char *counter;	     /* its name */
	struct counter_view_map map; /* that is read */
	/* what is read instead; or NULL */
	const struct counter_view_map *(*other_map)(const struct counter_run *run);
	bool is_percpu; /* keeps the cells of per-CPU values apart; else they are added up */
	/* words (u64) at the end of a value that are no counts: shown as they are in the end */
	size_t n_states;
	/* options that mean something to it: COUNTER_TAKES_ bits; the others are refused */
	unsigned int takes;
	/* opens what the view needs for names, once, before the first interval; or NULL */
	int (*prepare)(struct counter_run *run, struct err *err);
	void (*done)(struct counter_run *run); /* frees it; or NULL */
	/* the members of one row, in text the columns of a table: writer calls on session->out */
	void (*write_row)(const struct counter_run *run, const struct tally_row *row,
			  struct writer *out);
	/*
	 * instead of a table, in text: lines; false, and nothing written, where it is to be a
	 * table after all; or NULL.  width: of the terminal, in characters; 0: there is none
	 */
	bool (*write_text)(const struct counter_run *run, const struct tally *tally, size_t width,
			   struct stream *out);
};

enum {
	COUNTER_TAKES_TOP = 1 << 0,
	COUNTER_TAKES_PER_PROCESS = 1 << 1,
	COUNTER_TAKES_RATE = 1 << 2,
	COUNTER_TAKES_PROTOCOLS = 1 << 3,
};

extern const struct counter_view view_execs, view_syscalls, view_packets, view_connections,
	view_ratelimit;

/* The view of a counter; NULL where it has none (execlog: its records are events). */
const struct counter_view *counter_view_find(const struct counter *counter);

#endif
