/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What `counter run` prints: a table, or a record, each interval. */
#ifndef COUNTS_SHOW_H
#define COUNTS_SHOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "counts/view.h"

struct counter_show {
	const struct counter_run *run; /* borrowed */
	bool repeats; /* several intervals: on a terminal each in place of the last */
	size_t n;     /* intervals shown so far */
};

void counter_show_start(struct counter_show *show);

/*
 * tally: what was counted in the run->seconds of this interval, in order; it is cut to what
 * is shown.  lost: counts that found no room in it.  What is shown has left the buffer then.
 */
void counter_show_interval(struct counter_show *show, struct tally *tally, uint64_t lost);

void counter_show_finish(struct counter_show *show);

#endif
