/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Counting the entries that the kernel does not count: first everything is
 * opened, then privileges may go, then it is read.
 */
#ifndef CMD_COUNT_ENTRIES_H
#define CMD_COUNT_ENTRIES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct inventory;
struct counting;

struct countings {
	size_t n, cap;
	struct counting *row;
};

/*
 * Opens every map whose number of entries is not known; what cannot be walked
 * stays unknown.  Where no more files may be open, those that are open are
 * counted and closed if early, else it is ERR_SYSTEM.  maps stays where it is
 * until countings_done().
 */
int countings_open(struct inventory *maps, bool early, struct countings *ret, struct err *err);

/* Counts what is open, and closes it. */
void countings_read(struct countings *countings);
void countings_done(struct countings *countings);

#endif
