/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "entry/queue.h"

#include <stdlib.h>
#include <string.h>

#include <linux/bpf.h>

#include "base/alloc.h"
#include "entry/queue_chunk.h"
#include "map/map.h"

/* Bytes of a chunk stay in a CPU's cache; above some hundred entries more gain nothing. */
#define CHUNK_ENTRIES 4096
#define CHUNK_BYTES   (256 * 1024)

/* Chunks that are written without a thread: what is over by then has no use for one. */
#define DIRECT 2

struct entry_queue {
	const struct map *map;
	bool lock;
	struct queue_chunk chunks[2];
	struct queue_chunk *filling, *behind; /* behind: handed over, written or not */
	unsigned int n_handed;
	struct queue_thread *thread;
	uint64_t tag;
	entry_queue_failed_fn *failed;
	void *context; /* of failed */
};

struct entry_queue *entry_queue_new(entry_queue_failed_fn *failed, void *context)
{
	struct entry_queue *queue = mem_zero(sizeof(*queue));

	queue->failed = failed;
	queue->context = context;
	queue->filling = &queue->chunks[0];
	queue->behind = &queue->chunks[1];
	return queue;
}

struct entry_queue *entry_queue_free(struct entry_queue *queue)
{
	if (!queue)
		return NULL;
	queue->thread = queue_thread_free(queue->thread);
	queue_chunk_done(&queue->chunks[0]);
	queue_chunk_done(&queue->chunks[1]);
	free(queue);
	return NULL;
}

bool entry_queue_takes(const struct map *map, uint64_t mode)
{
	return mode == BPF_ANY && map->type->can & MAP_BATCH_UPDATE && !map->type->take_value;
}

void entry_queue_tag(struct entry_queue *queue, uint64_t tag)
{
	queue->tag = tag;
}

/* Nothing waits. */
static int begin(struct entry_queue *queue, const struct map *map, bool lock, struct err *err)
{
	size_t size = map->info.key_size + map_value_bytes(map);
	size_t fit = CHUNK_BYTES / size;
	uint32_t room = fit > CHUNK_ENTRIES ? CHUNK_ENTRIES : fit ? (uint32_t)fit : 1;

	if (queue_chunk_init(&queue->chunks[0], map, lock, room) ||
	    queue_chunk_init(&queue->chunks[1], map, lock, room))
		return err_sys(err, "%s: room for %u updates", map_called(map), room);
	queue->map = map;
	queue->lock = lock;
	queue->n_handed = 0;
	return 0;
}

const struct map *entry_queue_map(const struct entry_queue *queue)
{
	return queue->lock ? NULL : queue->map;
}

/* Goes on with the chunk behind until it is written. */
static int finish(struct entry_queue *queue, struct err *err)
{
	struct queue_chunk *chunk = queue->behind;
	bool is_busy = queue->thread && queue_thread_is_busy(queue->thread);
	int r = is_busy ? queue_thread_wait(queue->thread, err) : queue_chunk_write(chunk, err);

	while (r < 0) {
		r = queue->failed(queue->context, chunk->tags[chunk->done++], err);
		if (r < 0)
			return r;
		r = queue_chunk_write(chunk, err);
	}
	chunk->n = chunk->done = 0;
	return 0;
}

/* Turns the chunks round; the full one is written by the thread, if there is one by now. */
static void hand_over(struct entry_queue *queue)
{
	struct queue_chunk *full = queue->filling;

	queue->filling = queue->behind;
	queue->behind = full;
	if (++queue->n_handed == DIRECT + 1 && !queue->thread)
		queue->thread = queue_thread_new();
	if (queue->n_handed > DIRECT && queue->thread)
		queue_thread_start(queue->thread, full);
}

int entry_queue_room(struct entry_queue *queue, void **ret_key, void **ret_value, struct err *err)
{
	struct queue_chunk *chunk = queue->filling;
	int r;

	if (chunk->n == chunk->room) {
		r = finish(queue, err);
		if (r < 0)
			return r;
		hand_over(queue);
		chunk = queue->filling;
	}
	*ret_key = chunk->keys + (size_t)chunk->n * chunk->key_size;
	*ret_value = chunk->values + (size_t)chunk->n * chunk->value_bytes;
	return 0;
}

void entry_queue_add(struct entry_queue *queue)
{
	queue->filling->tags[queue->filling->n++] = queue->tag;
}

int entry_queue_put(struct entry_queue *queue, const struct map *map, const void *key,
		    const void *value, bool lock, struct err *err)
{
	void *to_key, *to_value;
	int r = 0;

	if (queue->map != map || queue->lock != lock) {
		r = entry_queue_drain(queue, err);
		if (!r)
			r = begin(queue, map, lock, err);
	}
	if (!r)
		r = entry_queue_room(queue, &to_key, &to_value, err);
	if (r < 0)
		return r;
	memcpy(to_key, key, map->info.key_size);
	memcpy(to_value, value, map_value_bytes(map));
	entry_queue_add(queue);
	return 0;
}

int entry_queue_drain(struct entry_queue *queue, struct err *err)
{
	int r;

	for (int i = 0; i < 2; i++) {
		struct queue_chunk *last = queue->filling;

		r = finish(queue, err);
		if (r < 0)
			return r;
		queue->filling = queue->behind;
		queue->behind = last;
	}
	queue->map = NULL;
	return 0;
}

void entry_queue_drop(struct entry_queue *queue)
{
	struct err ignored;

	if (queue->thread && queue_thread_is_busy(queue->thread))
		queue_thread_wait(queue->thread, &ignored);
	for (int i = 0; i < 2; i++)
		queue->chunks[i].n = queue->chunks[i].done = 0;
	queue->map = NULL;
}
