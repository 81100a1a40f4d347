/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* `counter run` of a counter that has no table to show: its records, as they come. */
#ifndef COUNTS_RECORDS_H
#define COUNTS_RECORDS_H

#include "base/err.h"

struct counter;
struct session;

/*
 * Of a counter that is running, whose first map is a ring buffer: takes its records out and
 * writes them as `events --consume` does, until `duration` seconds have passed (as it was typed;
 * NULL: for ever) or SIGINT, SIGTERM or SIGHUP came.  Privileges stay, for the stop behind it.
 */
int counter_run_records(const struct session *session, const struct counter *counter,
			const char *duration, struct err *err);

#endif
