/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The parts of the queue among themselves: chunks of updates, and the thread that writes one. */
#ifndef ENTRY_QUEUE_CHUNK_H
#define ENTRY_QUEUE_CHUNK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct map;

struct queue_chunk {
	const struct map *map;
	bool lock;
	uint8_t *keys, *values;
	uint64_t *tags;
	size_t key_size, value_bytes;
	uint32_t room; /* for updates */
	uint32_t n;    /* updates in it */
	uint32_t done; /* of these, written or given up */
};

/* Room for as many updates, none of them there.  0, or -1 with errno; queue_chunk_done() frees. */
int queue_chunk_init(struct queue_chunk *chunk, const struct map *map, bool lock, uint32_t room);
void queue_chunk_done(struct queue_chunk *chunk);

/* Writes from done on.  -code: the update at done has failed. */
int queue_chunk_write(struct queue_chunk *chunk, struct err *err);

/* NULL where no thread is to be had, or there is no CPU for one: the caller writes. */
struct queue_thread *queue_thread_new(void);
struct queue_thread *queue_thread_free(struct queue_thread *thread);

/* Has the chunk written; nobody else touches it until queue_thread_wait(), which returns as
 * queue_chunk_write(). */
void queue_thread_start(struct queue_thread *thread, struct queue_chunk *chunk);
bool queue_thread_is_busy(const struct queue_thread *thread);
int queue_thread_wait(struct queue_thread *thread, struct err *err);

#endif
