/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Long work says how far it is; whoever began it may show that. */
#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

#include <stdint.h>

struct progress {
	/* It must be cheap: work that is made of small steps says every one. */
	void (*step)(struct progress *progress, const char *done, uint64_t n, uint64_t of);
};

/*
 * n entries are done ("deleted", "read"), of so many; 0: nobody knows.
 * progress may be NULL: nobody looks.
 */
static inline void progress_step(struct progress *progress, const char *done, uint64_t n,
				 uint64_t of)
{
	if (progress)
		progress->step(progress, done, n, of);
}

#endif
