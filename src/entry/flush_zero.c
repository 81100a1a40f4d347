/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Zeroes for values that cannot be deleted. */
#include <errno.h>

#include <linux/bpf.h>

#include "base/alloc.h"
#include "base/progress.h"
#include "entry/flush_ways.h"
#include "entry/lookup.h"
#include "entry/source_ways.h"
#include "kern/deny.h"
#include "kern/map_writes.h"
#include "map/map.h"

#define TIMES 8 /* a lock is wanted so often */

struct zeroing {
	const struct map *map;
	const void *zeroes; /* values of a chunk */
	uint64_t flags;
	bool has_batches;
	struct flush_counts *counts;
};

static int zero_one(struct zeroing *zeroing, const void *key)
{
	int r = -EBUSY;

	for (int i = 0; i < TIMES && entry_is_passing(r); i++)
		r = kern_map_update(zeroing->map->fd, key, zeroing->zeroes,
				    zeroing->flags | BPF_EXIST);
	/* Its owner has gone since its key was read. */
	if (r == -ENOENT)
		return 0;
	zeroing->counts->entries += !r;
	return r;
}

/* n keys end to end; 0 or -errno */
static int zero_keys(struct zeroing *zeroing, const uint8_t *keys, uint32_t n)
{
	uint32_t key_size = zeroing->map->info.key_size, done = n;
	int r;

	if (zeroing->has_batches) {
		r = kern_map_update_batch(zeroing->map->fd, keys, zeroing->zeroes, &done,
					  zeroing->flags);
		zeroing->has_batches = r != -KERN_ENOTSUPP;
		zeroing->counts->entries += done;
		if (!r || (zeroing->has_batches && !entry_is_passing(r)))
			return r;
		keys += (size_t)done * key_size;
		n -= done;
	}
	r = 0;
	for (uint32_t i = 0; i < n && !r; i++)
		r = zero_one(zeroing, keys + (size_t)i * key_size);
	return r;
}

static int zero_indexes(struct zeroing *zeroing, uint32_t chunk)
{
	uint32_t max = zeroing->map->info.max_entries;
	_cleanup_free_ uint32_t *keys = mem_try_array(chunk, sizeof(*keys));
	int r = keys ? 0 : -ENOMEM;

	for (uint64_t at = 0; at < max && !r; at += chunk) {
		uint32_t n = max - at < chunk ? (uint32_t)(max - at) : chunk;

		for (uint32_t i = 0; i < n; i++)
			keys[i] = (uint32_t)at + i;
		r = zero_keys(zeroing, (const uint8_t *)keys, n);
		progress_step(zeroing->counts->progress, "zeroed", at + n, max);
	}
	return r;
}

static int zero_listed(struct zeroing *zeroing, struct err *err)
{
	struct flush_keyring ring = { 0 };
	int r = flush_keyring_read(zeroing->map, &ring, zeroing->counts->progress, err);

	for (size_t i = 0; i < ring.n && !r; i++) {
		r = zero_one(zeroing, ring.keys + i * zeroing->map->info.key_size);
		if (r)
			r = flush_fail(zeroing->map, -r, err);
	}
	if (!r && ring.incomplete)
		r = err_set(err, ERR_PARTIAL, "%s", ring.incomplete);
	flush_keyring_done(&ring);
	return r;
}

int flush_zero(const struct map *map, struct flush_counts *ret, struct err *err)
{
	uint32_t chunk = source_chunk(map, FLUSH_CHUNK_BYTES);
	_cleanup_free_ void *zeroes = mem_try_array(chunk, map_value_bytes(map));
	struct zeroing zeroing = {
		.map = map,
		.zeroes = zeroes,
		.flags = map->has_lock ? BPF_F_LOCK : 0,
		.has_batches = (map->type->can & MAP_BATCH_UPDATE) && !kern_denies("batch"),
		.counts = ret,
	};
	int r;

	if (!zeroes)
		return flush_fail(map, ENOMEM, err);
	if (map->type->key != KEY_INDEX)
		return zero_listed(&zeroing, err);
	r = zero_indexes(&zeroing, chunk);
	return r ? flush_fail(map, -r, err) : 0;
}
