/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "entry/guard.h"

#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "entry/keyset.h"
#include "entry/source.h"
#include "kern/deny.h"
#include "map/map.h"

/* For the types whose max_entries is 0. */
#define UNBOUNDED_ENTRIES (1024 * 1024)

struct guard {
	uint32_t key_size;
	size_t value_bytes;
	uint64_t steps, steps_max;
	/* Indexes come in order: the highest says which have been.  Other keys are kept. */
	bool by_index, is_off;
	uint64_t n_indexes; /* all below have come */
	struct keyset *seen;
	uint8_t *trail; /* a ring of GUARD_TRAIL keys */
	unsigned int n_trail, trail_at;
};

struct guard *guard_new(const struct map *map)
{
	struct guard *guard = mem_zero(sizeof(*guard));
	uint64_t entries = map->info.max_entries ? map->info.max_entries : UNBOUNDED_ENTRIES;

	guard->key_size = map->info.key_size;
	guard->value_bytes = map_value_bytes(map);
	guard->steps_max = 4 * entries + 1024;
	guard->by_index = map->type->key == KEY_INDEX && guard->key_size == sizeof(uint32_t);
	guard->is_off = kern_denies("guard");
	guard->seen = keyset_new(guard->key_size);
	guard->trail = mem_try_array(GUARD_TRAIL, guard->key_size);
	return guard->trail ? guard : guard_free(guard);
}

struct guard *guard_free(struct guard *guard)
{
	if (guard) {
		keyset_free(guard->seen);
		free(guard->trail);
		free(guard);
	}
	return NULL;
}

bool guard_step(struct guard *guard)
{
	return guard->steps++ < guard->steps_max;
}

static uint32_t index_of(const void *key)
{
	uint32_t i;

	memcpy(&i, key, sizeof(i));
	return i;
}

bool guard_knows(const struct guard *guard, const void *key)
{
	if (guard->is_off)
		return false;
	if (guard->by_index)
		return index_of(key) < guard->n_indexes;
	return keyset_has(guard->seen, key);
}

static void remember(struct guard *guard, const void *key)
{
	guard->trail_at = (guard->trail_at + 1) % GUARD_TRAIL;
	memcpy(guard->trail + (size_t)guard->trail_at * guard->key_size, key, guard->key_size);
	if (guard->n_trail < GUARD_TRAIL)
		guard->n_trail++;
}

int guard_admit(struct guard *guard, const void *key)
{
	int r = 1;

	if (guard->is_off)
		return 1;
	if (!guard->by_index)
		r = keyset_add(guard->seen, key);
	else if (guard_knows(guard, key))
		r = 0;
	else
		guard->n_indexes = (uint64_t)index_of(key) + 1;
	if (r == 1)
		remember(guard, key);
	return r;
}

const void *guard_way_back(struct guard *guard)
{
	const uint8_t *key = guard->trail + (size_t)guard->trail_at * guard->key_size;

	if (!guard->n_trail)
		return NULL;
	guard->n_trail--;
	guard->trail_at = (guard->trail_at + GUARD_TRAIL - 1) % GUARD_TRAIL;
	return key;
}

int guard_filter(struct guard *guard, struct entries *chunk)
{
	uint8_t *keys = (uint8_t *)chunk->keys, *values = (uint8_t *)chunk->values;
	size_t kept = 0;
	int r = 1;

	for (size_t i = 0; i < chunk->n && r >= 0; i++) {
		if (!guard_step(guard)) {
			chunk->n = kept;
			return 0;
		}
		r = guard_admit(guard, keys + i * chunk->key_stride);
		if (r != 1)
			continue;
		if (kept != i) {
			memcpy(keys + kept * chunk->key_stride, keys + i * chunk->key_stride,
			       guard->key_size);
			memcpy(values + kept * chunk->value_stride,
			       values + i * chunk->value_stride, guard->value_bytes);
		}
		kept++;
	}
	chunk->n = kept;
	return r < 0 ? r : 1;
}
