/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Key by key, with a lookup each, under a guard: what every map that lists its keys can do. */
#include "entry/source_ways.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "entry/guard.h"
#include "entry/lookup.h"
#include "kern/map_calls.h"
#include "map/map.h"

#define CHUNK_BYTES (64 * 1024)

struct walk {
	struct entry_source base;
	uint32_t room, n; /* entries in the buffers, and of the chunk at hand */
	uint64_t flags;
	bool has_cursor, is_done;
	bool is_behind;	 /* it began behind entries that the guard does not know */
	uint8_t *cursor; /* the key to go on from */
	uint8_t *keys, *values;
	int *errors;
	int any_error; /* of the chunk at hand */
	struct guard *guard;
};

/* Reads the value of the key that stands behind the chunk, and takes both in. */
static int walk_take(struct walk *walk, struct err *err)
{
	const struct map *map = walk->base.map;
	size_t value_bytes = map_value_bytes(map);
	uint8_t *key = walk->keys + (size_t)walk->n * map->info.key_size;
	uint8_t *value = walk->values + walk->n * value_bytes;
	int r = entry_read(map, key, value, &walk->flags), admitted;

	memcpy(walk->cursor, key, map->info.key_size);
	walk->has_cursor = true;
	/* Deleted since, or an empty slot. */
	if (r == -ENOENT && !(walk->base.with_empty && map->type->key == KEY_INDEX))
		return 0;
	admitted = guard_admit(walk->guard, key);
	if (admitted < 0)
		return source_fail(&walk->base, -admitted, err);
	if (r)
		memset(value, 0, value_bytes);
	walk->errors[walk->n] = -r;
	walk->any_error |= r;
	walk->n++;
	return 0;
}

static void walk_give_up(struct walk *walk)
{
	walk->is_done = true;
	source_give_up(&walk->base);
}

/* scratch: room for a value. */
static bool is_gone(struct walk *walk, const void *key, void *scratch)
{
	return entry_read(walk->base.map, key, scratch, &walk->flags) == -ENOENT;
}

/*
 * The kernel has started over: on from the latest key that is still there, or,
 * if all those have gone, from the known key that it gave.
 */
static void walk_back(struct walk *walk, const void *given, void *scratch)
{
	uint32_t key_size = walk->base.map->info.key_size;
	const void *key = guard_way_back(walk->guard);

	while (key && is_gone(walk, key, scratch))
		key = guard_way_back(walk->guard);
	if (key || !walk->is_behind)
		memcpy(walk->cursor, key ? key : given, key_size);
	else
		walk_give_up(walk);
}

static int walk_step(struct walk *walk, struct err *err)
{
	const struct map *map = walk->base.map;
	uint8_t *key = walk->keys + (size_t)walk->n * map->info.key_size;
	uint8_t *value = walk->values + walk->n * map_value_bytes(map);
	int r = kern_map_next_key(map->fd, walk->has_cursor ? walk->cursor : NULL, key);

	walk->is_done = r == -ENOENT;
	if (walk->is_done)
		return 0;
	if (!guard_step(walk->guard)) {
		walk_give_up(walk);
		return 0;
	}
	if (r)
		return r == -EINTR || r == -EAGAIN ? 0 : source_fail(&walk->base, -r, err);
	/* Behind unknown entries, a new key proves nothing once the cursor has gone. */
	if (!guard_knows(walk->guard, key) &&
	    !(walk->is_behind && is_gone(walk, walk->cursor, value)))
		return walk_take(walk, err);
	walk_back(walk, key, value);
	return 0;
}

static int walk_next(struct entry_source *source, struct entries *ret, struct err *err)
{
	struct walk *walk = (struct walk *)source;

	walk->n = 0;
	walk->any_error = 0;
	while (walk->n < walk->room && !walk->is_done) {
		int r = walk_step(walk, err);

		if (r)
			return r;
	}
	if (!walk->n)
		return 0;
	*ret = (struct entries){
		.n = walk->n,
		.keys = walk->keys,
		.values = walk->values,
		.key_stride = source->map->info.key_size,
		.value_stride = map_value_bytes(source->map),
		.errors = walk->any_error ? walk->errors : NULL,
	};
	return 1;
}

static void walk_close(struct entry_source *source)
{
	struct walk *walk = (struct walk *)source;

	guard_free(walk->guard);
	free(walk->cursor);
	free(walk->keys);
	free(walk->values);
	free(walk->errors);
	free(walk);
}

static const struct entry_source_ops walk_ops = {
	.name = "walk",
	.next = walk_next,
	.close = walk_close,
};

static bool walk_allocate(struct walk *walk)
{
	const struct map *map = walk->base.map;

	walk->room = source_chunk(map, CHUNK_BYTES);
	walk->guard = guard_new(map);
	walk->errors = mem_try_array(walk->room, sizeof(*walk->errors));
	walk->cursor = mem_try_array(1, map->info.key_size);
	walk->keys = mem_try_array(walk->room, map->info.key_size);
	walk->values = mem_try_array(walk->room, map_value_bytes(map));
	return walk->guard && walk->errors && walk->cursor && walk->keys && walk->values;
}

int source_walk_open(const struct map *map, struct entry_source **ret, struct err *err)
{
	struct walk *walk = mem_zero(sizeof(*walk));
	int r;

	walk->base.ops = &walk_ops;
	walk->base.map = map;
	walk->flags = map->has_lock ? BPF_F_LOCK : 0;
	if (!walk_allocate(walk)) {
		r = source_fail(&walk->base, ENOMEM, err);
		entry_source_close(&walk->base);
		return r;
	}
	*ret = &walk->base;
	return 1;
}

int source_walk_behind(const struct map *map, const uint8_t *keys, size_t n,
		       struct entry_source **ret, struct err *err)
{
	struct walk *walk;
	int r = source_walk_open(map, ret, err);

	if (r < 0 || !n)
		return r;
	walk = (struct walk *)*ret;
	for (size_t i = 0; i < n && r >= 0; i++)
		r = guard_admit(walk->guard, keys + i * map->info.key_size);
	if (r < 0) {
		r = source_fail(*ret, -r, err);
		*ret = entry_source_close(*ret);
		return r;
	}
	memcpy(walk->cursor, keys + (n - 1) * map->info.key_size, map->info.key_size);
	walk->has_cursor = walk->is_behind = true;
	return 1;
}
