/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* One entry of a map. */
#ifndef ENTRY_LOOKUP_H
#define ENTRY_LOOKUP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct map;

/*
 * Reads the value of key, every cell of it, into *ret, which the caller frees.
 * key is NULL for maps without keys: a queue's head.  ERR_NO when there is no
 * such entry.
 *
 * A preallocated hash in which entries are being replaced now and then denies
 * one that is there all the time (measured on 6.18: up to 0.7 % of lookups),
 * so "not there" is believed only when it is said several times.
 */
int entry_lookup(const struct map *map, const void *key, void **ret, struct err *err);

/*
 * As entry_lookup(), into value (map_value_bytes()), and 0 or -errno as the
 * kernel gave it.  *flags goes in as BPF_F_LOCK or 0, and comes out as 0 where
 * the kernel knows no lock in this map: the caller keeps it for the next call.
 */
int entry_read(const struct map *map, const void *key, void *value, uint64_t *flags);

/* True when r, -errno, says that a lock in the kernel was not to be had: the call may be repeated.
 */
bool entry_is_passing(int r);

/* … or that key is not there, where that may be untrue: see entry_lookup(). */
bool entry_asks_again(const struct map *map, const void *key, int r);

/* Says that there is no such entry, or no such index; returns -ERR_NO. */
int entry_absent(const struct map *map, const void *key, struct err *err);

/* Why the value of an entry could not be read, from entry_read()'s errno; for people. */
const char *entry_why_unreadable(int error);

/* Asks a bloom filter: 1 where value may have been put in, 0 where it was not; or -code. */
int entry_test(const struct map *map, const void *value, struct err *err);

#endif
