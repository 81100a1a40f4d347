/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A process that stops a counter when its time has come. */
#ifndef COUNTER_TIMER_H
#define COUNTER_TIMER_H

#include <stdint.h>

#include "base/err.h"

struct counter;

/*
 * Leaves a process behind, without a terminal and with nothing open of the
 * caller's, that stops the run of the counter with this id so many seconds from now, those
 * included in which the machine sleeps.  It ends sooner when that run is stopped.
 */
int timer_start(const struct counter *counter, const char *root, uint32_t id, uint32_t seconds,
		struct err *err);

#endif
