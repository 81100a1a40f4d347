/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * What a failure with one of many objects means for a list of them all: one
 * that is gone is left out, one that we may not look into makes the list
 * partial, and a shortage is an error, since nothing is known then.
 */
#ifndef KERN_REFUSAL_H
#define KERN_REFUSAL_H

#include <errno.h>
#include <stdbool.h>

/* r: -errno.  No more files or memory: whatever is asked next fails as well. */
static inline bool is_shortage(int r)
{
	return r == -EMFILE || r == -ENFILE || r == -ENOMEM;
}

static inline bool is_refusal(int r)
{
	return r == -EPERM || r == -EACCES;
}

/* r where the list cannot do without, else 0; sets *partial for what is refused. */
static inline int without_one(int r, bool *partial)
{
	*partial |= is_refusal(r);
	return is_shortage(r) ? r : 0;
}

#endif
