/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "entry/keyset.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#include "base/alloc.h"

#define FIRST_SLOTS 64

/*
 * Open addressing with linear probing, at most three quarters full.  tags
 * holds 0 for an empty slot, else seven bits of the hash: most strangers are
 * told apart without a look at their key.
 */
struct keyset {
	uint32_t key_size;
	size_t n, slots; /* slots: a power of two */
	uint64_t seed[2];
	uint8_t *tags, *keys;
};

static uint64_t fold(uint64_t a, uint64_t b)
{
	unsigned __int128 product = (unsigned __int128)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* Without the seed nobody can prepare keys that collide. */
static uint64_t hash(const struct keyset *set, const void *key)
{
	const uint8_t *bytes = key;
	uint64_t h = set->seed[0], word;
	uint32_t i = 0;

	for (; i + 8 <= set->key_size; i += 8) {
		memcpy(&word, bytes + i, 8);
		h = fold(h ^ word, set->seed[1]);
	}
	if (i < set->key_size) {
		word = 0;
		memcpy(&word, bytes + i, set->key_size - i);
		h = fold(h ^ word, set->seed[1]);
	}
	return fold(h ^ set->seed[1], 0x9e3779b97f4a7c15);
}

static uint8_t tag_of(uint64_t h)
{
	return 0x80 | h >> 57;
}

/* The slot of key, or the empty one where it belongs. */
static size_t slot_of(const struct keyset *set, const void *key, uint64_t h)
{
	size_t slot = h & (set->slots - 1);

	while (set->tags[slot]) {
		if (set->tags[slot] == tag_of(h) &&
		    !memcmp(set->keys + slot * set->key_size, key, set->key_size))
			break;
		slot = (slot + 1) & (set->slots - 1);
	}
	return slot;
}

static void put(struct keyset *set, size_t slot, const void *key, uint64_t h)
{
	set->tags[slot] = tag_of(h);
	memcpy(set->keys + slot * set->key_size, key, set->key_size);
	set->n++;
}

static int resize(struct keyset *set, size_t slots)
{
	struct keyset old = *set;
	size_t bytes;

	if (__builtin_mul_overflow(slots, (size_t)set->key_size + 1, &bytes) ||
	    bytes > KEYSET_BYTES_MAX)
		return -ENOMEM;
	set->tags = mem_try_array(slots, 1);
	set->keys = mem_try_array(slots, set->key_size);
	if (!set->tags || !set->keys) {
		free(set->tags);
		free(set->keys);
		*set = old;
		return -ENOMEM;
	}
	set->slots = slots;
	set->n = 0;
	for (size_t i = 0; i < old.slots; i++) {
		const uint8_t *key = old.keys + i * old.key_size;
		uint64_t h;

		if (!old.tags[i])
			continue;
		h = hash(set, key);
		put(set, slot_of(set, key, h), key, h);
	}
	free(old.tags);
	free(old.keys);
	return 0;
}

struct keyset *keyset_new(uint32_t key_size)
{
	struct keyset *set = mem_zero(sizeof(*set));

	set->key_size = key_size;
	/* Without randomness the place in memory is what nobody outside knows. */
	if (getrandom(set->seed, sizeof(set->seed), GRND_NONBLOCK) != (ssize_t)sizeof(set->seed)) {
		set->seed[0] = (uintptr_t)set;
		set->seed[1] = fold((uintptr_t)set, 0x9e3779b97f4a7c15);
	}
	set->seed[1] |= 1;
	return set;
}

struct keyset *keyset_free(struct keyset *set)
{
	if (set) {
		free(set->tags);
		free(set->keys);
		free(set);
	}
	return NULL;
}

bool keyset_has(const struct keyset *set, const void *key)
{
	return set->n && set->tags[slot_of(set, key, hash(set, key))];
}

int keyset_add(struct keyset *set, const void *key)
{
	uint64_t h = hash(set, key);
	size_t slot;

	if (keyset_has(set, key))
		return 0;
	if (set->n + 1 > set->slots / 4 * 3 &&
	    resize(set, set->slots ? set->slots * 2 : FIRST_SLOTS))
		return -ENOMEM;
	slot = slot_of(set, key, h);
	put(set, slot, key, h);
	return 1;
}
