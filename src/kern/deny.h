/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Fallbacks, forced.  The tests link a kern_denies() of their own that reads
 * MAPCTL_DENY; in mapctl itself nothing is ever denied.
 */
#ifndef KERN_DENY_H
#define KERN_DENY_H

#include <stdbool.h>

/* True when way ("batch", "mmap", "iter", "guard", "lost", "slots") is to be taken for unavailable.
 */
bool kern_denies(const char *way);

#endif
