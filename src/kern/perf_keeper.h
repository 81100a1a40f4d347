/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * A process that empties slots of a map once its parent has ended, by whatever
 * it was: of maps with BPF_F_PRESERVE_ELEMS nobody else does.
 */
#ifndef KERN_PERF_KEEPER_H
#define KERN_PERF_KEEPER_H

#include <stddef.h>

struct perf_place;

struct perf_keeper {
	int hold; /* it is held back as long as this is open */
	int done; /* ends when it has ended */
};

#define PERF_KEEPER ((struct perf_keeper){ .hold = -1, .done = -1 })

/*
 * Forks it: before slots are filled, and before privileges go; fds 0 to 2 are open.  0 or
 * -errno.
 */
int perf_keeper_start(int map_fd, const struct perf_place *place, size_t n,
		      struct perf_keeper *ret);

/* Ends it where slots were not filled: whatever is in them stays. */
void perf_keeper_dismiss(struct perf_keeper *keeper);

/* Lets it go, and waits until the slots are empty.  Does nothing where none was started. */
void perf_keeper_end(struct perf_keeper *keeper);

#endif
