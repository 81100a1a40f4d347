/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Time, and what ends a command in good order that otherwise would leave a
 * counter behind: the signals that people and systems end programs with, and a
 * reader that has gone.
 */
#ifndef COUNTS_WAIT_H
#define COUNTS_WAIT_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct counter_wait {
	int signals; /* tells of them */
	sigset_t mask;
	struct sigaction pipe, file_size; /* as they were before */
};

#define COUNTER_WAIT_NONE ((struct counter_wait){ .signals = -1 })

/*
 * From here on none of them kills.  SIGINT and SIGTERM count always, the others where they were
 * not ignored, as SIGHUP is by nohup.
 */
int counter_wait_begin(struct counter_wait *ret, struct err *err);

/* As it was before; a signal that has come since the last wait takes effect now. */
void counter_wait_end(struct counter_wait *wait);

/*
 * Waits until then, a time of clock_now(), or for a signal, or until nobody can read any more what
 * is written to fd: whether it was one of the latter, which end all.
 */
bool counter_wait_until(const struct counter_wait *wait, uint64_t then, int fd);

#endif
