/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * A kernel made up in memory, linked in the place of kern/map_calls.c,
 * kern/iter.c and kern/deny.c: one map, which can refuse, repeat, start over
 * and lose keys on demand.
 */
#ifndef UNIT_ENTRY_FAKE_H
#define UNIT_ENTRY_FAKE_H

#include <stdbool.h>
#include <stdint.h>

#include "map/map.h"

#define KEYS_MAX 100000

/* Keys 0 to n - 1, in this order, each with key + 1 as its value. */
struct fake {
	uint32_t n;
	bool gone[KEYS_MAX];
	uint8_t seen[KEYS_MAX]; /* for the tests' own counting */
	const char *denied;	/* ways, as in MAPCTL_DENY */
	uint32_t bucket;	/* keys a bucket: a batch takes whole ones */
	unsigned int calls;	/* of batch, with room */
	bool idle;		/* batches succeed and bring nothing */
	/* a batch call that fails: which, how, and whether it brings entries all the same */
	unsigned int fail_at;
	int fail_with;
	bool fail_late;
	uint32_t deletes;	   /* deletes, just after its lookup, every key that this divides */
	uint32_t absent;	   /* lookups of these multiples say ENOENT … */
	unsigned int absent_times; /* … so often */
	int lookup_error;	   /* of odd keys */
	uint32_t regrows;	   /* every lookup makes a new key, so many in all */
	int iter_fd;
	int memory_fd;	    /* what kern_map_by_id() gives a copy of; -1: nobody may write */
	uint32_t crafted;   /* not 0: all keys from this one on are in one bucket */
	uint32_t most_room; /* the largest that a batch was called with */
};

extern struct fake fake;

/* A hash of 1000 u32 keys and u64 values, all well. */
extern struct map fake_map;
void fake_reset(void);

#endif
