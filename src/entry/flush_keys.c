/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Keys first, deletes after: a walk that loses the key it stands on starts
 * over, and its source would have to guess what it had seen.
 */
#include "entry/flush_ways.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/progress.h"
#include "entry/lookup.h"
#include "entry/source.h"
#include "kern/deny.h"
#include "kern/map_writes.h"
#include "map/map.h"

#define DELETES_MAX 4096 /* keys a call */
#define TIMES	    8	 /* a lock is wanted so often */

static bool keyring_add(struct flush_keyring *ring, size_t key_size, const struct entries *chunk)
{
	size_t room = ring->room;
	uint8_t *keys;

	while (room < ring->n + chunk->n)
		room = room ? room * 2 : 1024;
	if (room != ring->room) {
		keys = reallocarray(ring->keys, room, key_size);
		if (!keys)
			return false;
		ring->keys = keys;
		ring->room = room;
	}
	for (size_t i = 0; i < chunk->n; i++)
		memcpy(ring->keys + ring->n++ * key_size, chunk->keys + i * chunk->key_stride,
		       key_size);
	return true;
}

int flush_keyring_read(const struct map *map, struct flush_keyring *ret, struct progress *progress,
		       struct err *err)
{
	struct entry_source *source;
	struct entries chunk;
	int r = entry_source_open(map, &source, err);

	if (r)
		return r;
	while ((r = source->ops->next(source, &chunk, err)) == 1) {
		if (!keyring_add(ret, map->info.key_size, &chunk)) {
			r = flush_fail(map, ENOMEM, err);
			break;
		}
		progress_step(progress, "read", ret->n, 0);
	}
	ret->incomplete = source->incomplete;
	source->incomplete = NULL;
	entry_source_close(source);
	return r;
}

void flush_keyring_done(struct flush_keyring *ring)
{
	free(ring->keys);
	free(ring->incomplete);
}

/* 1: deleted, 0: it was gone, or -errno. */
static int delete_one(const struct map *map, const void *key)
{
	int r = -EBUSY;

	for (int i = 0; i < TIMES && entry_is_passing(r); i++)
		r = kern_map_delete(map->fd, key);
	return r == -ENOENT ? 0 : r ? r : 1;
}

/* Deletes up to n keys, goes past one that is gone: how many are done with, or -errno. */
static int64_t delete_some(const struct map *map, const uint8_t *keys, size_t n,
			   struct flush_counts *counts)
{
	uint32_t done = n < DELETES_MAX ? (uint32_t)n : DELETES_MAX;
	int r = -KERN_ENOTSUPP;

	if ((map->type->can & MAP_BATCH_DELETE) && !kern_denies("batch")) {
		r = kern_map_delete_batch(map->fd, keys, &done);
		if (r != -KERN_ENOTSUPP)
			counts->entries += done;
		if (!r || (done && entry_is_passing(r)))
			return done;
		if (r == -ENOENT)
			return (int64_t)done + 1;
	}
	if (r != -KERN_ENOTSUPP && !entry_is_passing(r))
		return r;
	r = delete_one(map, keys);
	if (r < 0)
		return r;
	counts->entries += (uint64_t)r;
	return 1;
}

int flush_keys(const struct map *map, struct flush_counts *ret, struct err *err)
{
	struct flush_keyring ring = { 0 };
	int r = flush_keyring_read(map, &ring, ret->progress, err);
	size_t at = 0;

	while (!r && at < ring.n) {
		int64_t n = delete_some(map, ring.keys + at * map->info.key_size, ring.n - at, ret);

		if (n < 0)
			r = flush_fail(map, (int)-n, err);
		else
			at += (size_t)n;
		progress_step(ret->progress, "deleted", at, ring.n);
	}
	if (!r && ring.incomplete)
		r = err_set(err, ERR_PARTIAL, "%s", ring.incomplete);
	flush_keyring_done(&ring);
	return r;
}
