/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * What keeps the reading of a map honest that would hand out keys twice, or
 * for ever, while it changes: which keys have come, the way back to a key that
 * is still there, and a bound on the steps.
 *
 * The kernel's get_next_key goes on from the first key when the one it was
 * given has been deleted (kernel/bpf/hashtab.c, lpm_trie.c), without a word.
 */
#ifndef ENTRY_GUARD_H
#define ENTRY_GUARD_H

#include <stdbool.h>
#include <stdint.h>

/* Keys to go back to; where all of them are gone the walk starts over. */
#define GUARD_TRAIL 16

struct entries;
struct map;
struct guard;

/* NULL when there is no memory for its keys. */
struct guard *guard_new(const struct map *map);
struct guard *guard_free(struct guard *guard);

/* Counts a step; false when there have been more than an honest map can need. */
bool guard_step(struct guard *guard);

bool guard_knows(const struct guard *guard, const void *key);

/* Remembers key: 1 when it is new, 0 when it is known, -ENOMEM when there are too many. */
int guard_admit(struct guard *guard, const void *key);

/*
 * After a restart: the latest admitted key, forgotten as a way back but not as
 * known; NULL when there is none left.  Borrowed until the next guard_admit().
 */
const void *guard_way_back(struct guard *guard);

/*
 * Takes the entries that are known already out of chunk, whose memory the
 * caller owns.  1, 0 when the steps are used up, or -ENOMEM.
 */
int guard_filter(struct guard *guard, struct entries *chunk);

#endif
