/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* How far long work is, in one line of a terminal that is gone when the work is done. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "base/alloc.h"
#include "base/progress.h"

struct session;

struct progress_line {
	struct progress progress; /* for the work to step */
	uint64_t next;		  /* milliseconds of the clock: not before */
	int width;		  /* columns that are on the terminal now */
};

/*
 * Begins a line on stderr.  Returns what to give the work: NULL where stderr is no
 * terminal, or the session's format is for machines.  Work that is over at
 * once shows nothing, other work ten lines a second.
 */
struct progress *progress_line_begin(const struct session *session, struct progress_line *ret);

/* Takes the line away; before anything else is written to stderr. */
void progress_line_end(struct progress_line *line);

#define _cleanup_progress_line_ _cleanup_(progress_line_end)

#endif
