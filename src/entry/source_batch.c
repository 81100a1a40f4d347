/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Batch lookups.  Of a hash map they copy each bucket under its lock: an entry
 * that lasts comes exactly once.  Of an LPM trie they go from key to key, and
 * start over where the key has gone: those need a guard.
 */
#include "entry/source_ways.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "entry/guard.h"
#include "entry/lookup.h"
#include "kern/deny.h"
#include "kern/map_calls.h"
#include "map/map.h"

/* Keys and values of a chunk: they stay in the second-level cache until they are printed. */
#define CHUNK_BYTES (128 * 1024)

/*
 * What a bucket may take: nobody's hash has so much in one but by intent, or
 * with entries so large that the calls for each do not matter.
 */
#define BUCKET_BYTES_MAX (16 * 1024 * 1024)

/* Entries that a bucket has now and then. */
#define BUCKET_USUAL 16

/* Calls in a row that may bring nothing. */
#define IDLE_MAX 100

struct batch {
	struct entry_source base;
	uint32_t room; /* entries in keys and values */
	uint64_t flags;
	uint8_t *keys, *values;
	uint8_t *in, *out; /* tokens of max(4, key size) bytes */
	bool has_token, is_done;
	unsigned int n_idle;
	size_t n_last;		   /* keys at the start of keys that came last */
	struct guard *guard;	   /* or NULL: nothing comes twice */
	struct entry_source *walk; /* what reads from a bucket too large on; or NULL */
};

static size_t entry_bytes(const struct map *map)
{
	return map->info.key_size + map_value_bytes(map);
}

/* Keeps the last keys, at the start of the new ones. */
static int batch_allocate(struct batch *batch, uint32_t room, struct err *err)
{
	const struct map *map = batch->base.map;
	size_t n = batch->n_last < GUARD_TRAIL ? batch->n_last : GUARD_TRAIL;
	uint8_t *keys = mem_try_array(room, map->info.key_size);

	if (keys && n)
		memcpy(keys, batch->keys + (batch->n_last - n) * map->info.key_size,
		       n * map->info.key_size);
	free(batch->keys);
	free(batch->values);
	batch->keys = keys;
	batch->values = mem_try_array(room, map_value_bytes(map));
	batch->n_last = n;
	if (!batch->keys || !batch->values)
		return source_fail(&batch->base, ENOMEM, err);
	batch->room = room;
	return 0;
}

/* A bucket that is larger than the room: nothing in the map is larger than the map. */
static int batch_grow(struct batch *batch, struct err *err)
{
	const struct map *map = batch->base.map;
	uint64_t most = (uint64_t)map->info.max_entries + SOURCE_CHUNK_MAX;

	bool fits = batch->room <= BUCKET_BYTES_MAX / entry_bytes(map) / 2;
	int r;

	if (batch->room >= most || batch->room > UINT32_MAX / 2 || (!fits && batch->guard))
		return source_fail(&batch->base, ENOSPC, err);
	if (fits)
		return batch_allocate(batch, batch->room * 2, err);
	r = source_walk_behind(map, batch->keys, batch->n_last, &batch->walk, err);
	return r < 0 ? r : 0;
}

/* One call: entries read, 0 when it is to be repeated (or the map is done), or -code. */
static int64_t batch_read(struct batch *batch, struct err *err)
{
	uint32_t n = batch->room;
	int r = kern_map_lookup_batch(batch->base.map->fd, batch->has_token ? batch->in : NULL,
				      batch->out, batch->keys, batch->values, &n, batch->flags);

	if (r == -ENOSPC)
		return batch_grow(batch, err);
	if (r && r != -ENOENT && !entry_is_passing(r))
		return source_fail(&batch->base, -r, err);
	batch->is_done = r == -ENOENT;
	if (n && n <= batch->room) {
		uint8_t *token = batch->in;

		batch->in = batch->out;
		batch->out = token;
		batch->has_token = true;
		batch->n_last = n;
		batch->n_idle = 0;
		return n;
	}
	if (!batch->is_done && ++batch->n_idle > IDLE_MAX)
		return source_fail(&batch->base, r ? -r : EIO, err);
	return 0;
}

static int walk_next(struct batch *batch, struct entries *ret, struct err *err)
{
	int r = batch->walk->ops->next(batch->walk, ret, err);

	if (!r && !batch->base.incomplete) {
		batch->base.incomplete = batch->walk->incomplete;
		batch->walk->incomplete = NULL;
	}
	return r;
}

static int batch_next(struct entry_source *source, struct entries *ret, struct err *err)
{
	struct batch *batch = (struct batch *)source;
	int64_t n = 0;
	int r = 1;

	while (!n && !batch->is_done && !batch->walk)
		n = batch_read(batch, err);
	if (batch->walk)
		return walk_next(batch, ret, err);
	if (n <= 0)
		return (int)n;
	*ret = (struct entries){
		.n = n,
		.keys = batch->keys,
		.values = batch->values,
		.key_stride = source->map->info.key_size,
		.value_stride = map_value_bytes(source->map),
	};
	if (batch->guard)
		r = guard_filter(batch->guard, ret);
	if (r < 0)
		return source_fail(source, -r, err);
	if (!r) {
		source_give_up(source);
		batch->is_done = true;
	}
	return 1;
}

static void batch_close(struct entry_source *source)
{
	struct batch *batch = (struct batch *)source;

	entry_source_close(batch->walk);
	guard_free(batch->guard);
	free(batch->keys);
	free(batch->values);
	free(batch->in);
	free(batch->out);
	free(batch);
}

static const struct entry_source_ops batch_ops = {
	.name = "batch",
	.next = batch_next,
	.close = batch_close,
};

/* A call with no room does nothing where there are batches, and fails where there are none. */
static bool batch_works(const struct map *map, uint64_t flags)
{
	uint64_t nowhere = 0;
	uint32_t n = 0;

	return !kern_map_lookup_batch(map->fd, NULL, &nowhere, &nowhere, &nowhere, &n, flags);
}

int source_batch_open(const struct map *map, bool may_repeat, struct entry_source **ret,
		      struct err *err)
{
	uint64_t flags = map->has_lock && batch_works(map, BPF_F_LOCK) ? BPF_F_LOCK : 0;
	size_t token = map->info.key_size < 4 ? 4 : map->info.key_size;
	struct batch *batch;
	int r = 0;

	if (kern_denies("batch") || (!flags && !batch_works(map, 0)))
		return 0;
	if (!may_repeat && entry_bytes(map) > BUCKET_BYTES_MAX / BUCKET_USUAL)
		return 0;
	batch = mem_zero(sizeof(*batch));
	batch->base.ops = &batch_ops;
	batch->base.map = map;
	batch->flags = flags;
	batch->in = mem_try_array(1, token);
	batch->out = mem_try_array(1, token);
	batch->guard = may_repeat ? guard_new(map) : NULL;
	if (!batch->in || !batch->out || (may_repeat && !batch->guard))
		r = source_fail(&batch->base, ENOMEM, err);
	if (!r)
		r = batch_allocate(batch, source_chunk(map, CHUNK_BYTES), err);
	if (r) {
		entry_source_close(&batch->base);
		return r;
	}
	*ret = &batch->base;
	return 1;
}
