/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Updates of one map that wait to be written many at a time: a call for each costs the kernel
 * two to three times as much (measured on 6.18).  They are written in their order;
 * while a chunk is, by a thread, the next one fills.
 */
#ifndef ENTRY_QUEUE_H
#define ENTRY_QUEUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct map;
struct entry_queue;

/*
 * Told of every update that has waited and then failed, by its tag, with why in err.  0: go on
 * behind it; -code, with its own words in err: nothing behind it is to be written, and the
 * call that found it fails so.  After that only entry_queue_drop() and _free() are left.
 */
typedef int entry_queue_failed_fn(void *context, uint64_t tag, struct err *err);

struct entry_queue *entry_queue_new(entry_queue_failed_fn *failed, void *context);
/* What still waits is dropped. */
struct entry_queue *entry_queue_free(struct entry_queue *queue);

/* Whether updates of map may wait at all; mode as in entry_update(). */
bool entry_queue_takes(const struct map *map, uint64_t mode);

/* What updates are known by from here on, not 0: the line of a batch. */
void entry_queue_tag(struct entry_queue *queue, uint64_t tag);

/*
 * Lets an update of map wait; key and value, every cell, are copied, and map outlives what waits
 * for it.  Fails for want of memory, or as entry_queue_failed_fn; nothing is added then.
 */
int entry_queue_put(struct entry_queue *queue, const struct map *map, const void *key,
		    const void *value, bool lock, struct err *err);

/* Writes all that waits, and waits for it; the next update begins anew.  As entry_queue_put(). */
int entry_queue_drain(struct entry_queue *queue, struct err *err);

/*
 * The same in two halves, for more updates of entry_queue_map(): room for a
 * key and a value, which the caller fills; then they wait.
 */
int entry_queue_room(struct entry_queue *queue, void **ret_key, void **ret_value, struct err *err);
void entry_queue_add(struct entry_queue *queue);

/* The map whose updates wait, without lock; NULL: none, or they are made with BPF_F_LOCK. */
const struct map *entry_queue_map(const struct entry_queue *queue);

/* Forgets what waits. */
void entry_queue_drop(struct entry_queue *queue);

#endif
