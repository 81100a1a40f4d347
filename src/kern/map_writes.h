/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The system calls that change what is in a map, one function each, as thin
 * as they can be: results are 0, failures -errno, KERN_ENOTSUPP as it is.
 */
#ifndef KERN_MAP_WRITES_H
#define KERN_MAP_WRITES_H

#include <stdint.h>

/*
 * key NULL: for queues, stacks and bloom filters.  value has every cell.  flags:
 * BPF_ANY, BPF_NOEXIST or BPF_EXIST, and BPF_F_LOCK.  -E2BIG: full, or no such index.
 */
int kern_map_update(int fd, const void *key, const void *value, uint64_t flags);

int kern_map_delete(int fd, const void *key);

/* Reads the value and deletes the entry; key NULL: the head of a queue.  flags: 0 or BPF_F_LOCK. */
int kern_map_take(int fd, const void *key, void *value, uint64_t flags);

/*
 * In one call: *count goes in as entries and comes out as how many were done,
 * in their order, also on failure; 0 where it failed before the first.  They cannot be interrupted:
 * at most 64 Ki entries a call.  flags: 0 or BPF_F_LOCK, nothing else.
 */
int kern_map_update_batch(int fd, const void *keys, const void *values, uint32_t *count,
			  uint64_t flags);
/* Stops at the first key that is not there, with -ENOENT. */
int kern_map_delete_batch(int fd, const void *keys, uint32_t *count);

/* As kern_map_lookup_batch(), and deletes what it reads. */
int kern_map_take_batch(int fd, const void *in, void *out, void *keys, void *values,
			uint32_t *count, uint64_t flags);

/* For good: -EBUSY while there are writable mappings, -EPERM where it is frozen (6.18). */
int kern_map_freeze(int fd);

#endif
