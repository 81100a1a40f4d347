/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "entry/queue_chunk.h"

#include <stdlib.h>

#include <linux/bpf.h>

#include "base/alloc.h"
#include "entry/change.h"
#include "kern/map_writes.h"
#include "map/map.h"

int queue_chunk_init(struct queue_chunk *chunk, const struct map *map, bool lock, uint32_t room)
{
	if (chunk->room == room && chunk->key_size == map->info.key_size &&
	    chunk->value_bytes == map_value_bytes(map)) {
		chunk->map = map;
		chunk->lock = lock;
		return 0;
	}
	queue_chunk_done(chunk);
	*chunk = (struct queue_chunk){
		.map = map,
		.lock = lock,
		.keys = mem_try_array(room, map->info.key_size),
		.values = mem_try_array(room, map_value_bytes(map)),
		.tags = mem_try_array(room, sizeof(uint64_t)),
		.key_size = map->info.key_size,
		.value_bytes = map_value_bytes(map),
		.room = room,
	};
	if (chunk->keys && chunk->values && chunk->tags)
		return 0;
	chunk->room = 0;
	return -1;
}

void queue_chunk_done(struct queue_chunk *chunk)
{
	free(chunk->keys);
	free(chunk->values);
	free(chunk->tags);
	*chunk = (struct queue_chunk){ 0 };
}

/*
 * Where a batch stops, that update is tried once more by itself: it knows when
 * to try again, and has the words for what is wrong.
 */
int queue_chunk_write(struct queue_chunk *chunk, struct err *err)
{
	const struct map *map = chunk->map;

	while (chunk->done < chunk->n) {
		const uint8_t *key = chunk->keys + chunk->done * chunk->key_size;
		const uint8_t *value = chunk->values + chunk->done * chunk->value_bytes;
		uint64_t flags = entry_update_flags(map, BPF_ANY, chunk->lock);
		uint32_t count = chunk->n - chunk->done;
		int r = kern_map_update_batch(map->fd, key, value, &count, flags);

		chunk->done += count;
		if (!r)
			continue;
		r = entry_update(map, key + count * chunk->key_size,
				 value + count * chunk->value_bytes, BPF_ANY, chunk->lock, err);
		if (r < 0)
			return r;
		chunk->done++;
	}
	return 0;
}
