/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Shows what a counter that runs has counted, interval by interval. */
#ifndef COUNTS_LOOP_H
#define COUNTS_LOOP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct counter;
struct counter_run;
struct counter_wait;

struct counter_times {
	uint64_t duration, interval; /* ns, 0: no end, no table before it */
};

/* ERR_NO when the run of the counter with this id is over: stopped, or its interface gone. */
int counter_run_check(const struct counter *counter, uint32_t id, struct err *err);

/*
 * Until the duration is over, or what counter_wait ends by.  is_new: what was counted before
 * this call is shown, too.  id: the run of the counter; ERR_NO, once the rest is shown,
 * when it is another meanwhile, or none.
 */
int counter_loop(struct counter_run *run, const struct counter_times *times, bool is_new,
		 uint32_t id, const struct counter_wait *wait, struct err *err);

#endif
