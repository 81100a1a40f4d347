/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* `counter run` of a counter that has no table to show: its records, as they come. */
#ifndef COUNTS_RECORDS_H
#define COUNTS_RECORDS_H

#include <stdint.h>

#include "base/err.h"

struct counter;
struct counter_wait;
struct session;

/*
 * Of a counter that is running, whose first map is a ring buffer: takes its records out and
 * writes them as `events --consume` does, until `duration` seconds have passed (as it was typed;
 * NULL: for ever), or what counter_wait ends by.  id: the run of the counter; ERR_NO when it is
 * another meanwhile, or none.  Privileges stay, for the stop behind it.
 */
int counter_run_records(const struct session *session, const struct counter *counter,
			const char *duration, uint32_t id, const struct counter_wait *wait,
			struct err *err);

#endif
