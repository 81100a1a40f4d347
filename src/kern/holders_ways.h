/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The two ways of finding holders; each appends rows unsorted, repeated, and of our own process
 * too. */
#ifndef KERN_HOLDERS_WAYS_H
#define KERN_HOLDERS_WAYS_H

#include "kern/holders.h"

/* By a task_file iterator: 0, or -errno where this kernel, or this pid namespace, has no use of it.
 */
int holders_iterate(struct map_holders *holders);

/* By /proc; partial where there is what we may not look into.  0 or -errno. */
int holders_scan(struct map_holders *holders);

/* comm: 16 bytes. */
void holders_add(struct map_holders *holders, uint32_t map_id, uint32_t pid, const char *comm);

#endif
