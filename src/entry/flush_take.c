/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Batches that read and delete: of a hash each bucket is emptied under its
 * lock, and no keys are needed.  What is read is thrown away.
 */
#include "entry/flush_ways.h"

#include <errno.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/progress.h"
#include "entry/lookup.h"
#include "entry/source_ways.h"
#include "kern/deny.h"
#include "kern/map_writes.h"
#include "map/map.h"

/* What a bucket may take; nobody's hash has so much in one but by intent. */
#define BUCKET_BYTES_MAX (16 * 1024 * 1024)

struct taking {
	const struct map *map;
	uint32_t room; /* entries in keys and values */
	void *keys, *values;
	void *in, *out; /* tokens of max(4, key size) bytes */
	bool has_token;
	unsigned int n_idle;
};

static bool taking_allocate(struct taking *taking, uint32_t room)
{
	free(taking->keys);
	free(taking->values);
	taking->keys = mem_try_array(room, taking->map->info.key_size);
	taking->values = mem_try_array(room, map_value_bytes(taking->map));
	taking->room = room;
	return taking->keys && taking->values;
}

static void taking_done(struct taking *taking)
{
	free(taking->keys);
	free(taking->values);
	free(taking->in);
	free(taking->out);
}

/* A bucket that is larger than the room: twice as much, or another way. */
static int taking_grow(struct taking *taking, struct err *err)
{
	size_t entry = taking->map->info.key_size + map_value_bytes(taking->map);

	if (taking->room > BUCKET_BYTES_MAX / entry / 2 || taking->room > SOURCE_CHUNK_MAX / 2)
		return 0;
	if (!taking_allocate(taking, taking->room * 2))
		return flush_fail(taking->map, ENOMEM, err);
	return 1;
}

/* One call: 1 when there may be more, 0 behind the last bucket, or -errno. */
static int taking_call(struct taking *taking, struct flush_counts *counts)
{
	uint32_t n = taking->room;
	int r = kern_map_take_batch(taking->map->fd, taking->has_token ? taking->in : NULL,
				    taking->out, taking->keys, taking->values, &n, 0);
	void *token = taking->in;

	if (r && r != -ENOENT && !entry_is_passing(r))
		return r;
	if (n && n <= taking->room) {
		counts->entries += n;
		progress_step(counts->progress, "deleted", counts->entries, 0);
		taking->in = taking->out;
		taking->out = token;
		taking->has_token = true;
		taking->n_idle = 0;
	} else if (r != -ENOENT && ++taking->n_idle > FLUSH_IDLE_MAX) {
		return r ? r : -EIO;
	}
	return r != -ENOENT;
}

static int take_all(struct taking *taking, struct flush_counts *counts, struct err *err)
{
	int r;

	for (;;) {
		r = taking_call(taking, counts);
		if (r == -ENOSPC)
			r = taking_grow(taking, err);
		else if (!r)
			return 1;
		else if (r < 0 && !counts->entries && (r == -KERN_ENOTSUPP || r == -EINVAL))
			return 0;
		else if (r < 0)
			return flush_fail(taking->map, -r, err);
		if (r <= 0)
			return r;
	}
}

int flush_take(const struct map *map, struct flush_counts *ret, struct err *err)
{
	size_t token = map->info.key_size < 4 ? 4 : map->info.key_size;
	struct taking taking = { .map = map };
	int r;

	if (kern_denies("batch"))
		return 0;
	taking.in = mem_try_array(1, token);
	taking.out = mem_try_array(1, token);
	if (!taking_allocate(&taking, source_chunk(map, FLUSH_CHUNK_BYTES)) || !taking.in ||
	    !taking.out)
		r = flush_fail(map, ENOMEM, err);
	else
		r = take_all(&taking, ret, err);
	taking_done(&taking);
	return r;
}
