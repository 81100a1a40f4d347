/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Reading ahead: a thread runs the inner source and fills slots, so that the
 * kernel copies entries on one CPU while their reader formats on another.
 */
#include "entry/source_ways.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "entry/cpu_halves.h"
#include "map/map.h"

/* One in the hands of the reader, one ready, one being filled. */
#define SLOTS 3

/* Chunks that come without a thread: what is over by then has no use for one. */
#define DIRECT 3

#define STACK_BYTES (256 * 1024)

struct slot {
	struct entries chunk;
	uint8_t *keys, *values;
	int *errors;
	size_t room; /* entries */
};

struct ahead {
	struct entry_source base;
	struct entry_source *inner;
	unsigned int n_direct;
	bool has_thread, is_alone; /* is_alone: no thread was to be had */
	pthread_t thread;
	struct cpu_halves cpus;

	struct slot slots[SLOTS];
	pthread_mutex_t lock; /* of all below */
	pthread_cond_t filled, freed;
	uint64_t n_filled, n_taken, n_freed; /* slots ever; modulo SLOTS they say which */
	bool is_stopping, is_over;
	int last;	/* what ended the inner source: 0 or -code, once is_over */
	struct err err; /* of last */
};

static int slot_reserve(struct slot *slot, size_t n, const struct map *map)
{
	if (n <= slot->room)
		return 0;
	free(slot->keys);
	free(slot->values);
	free(slot->errors);
	slot->keys = mem_try_array(n, map->info.key_size);
	slot->values = mem_try_array(n, map_value_bytes(map));
	slot->errors = mem_try_array(n, sizeof(*slot->errors));
	slot->room = slot->keys && slot->values && slot->errors ? n : 0;
	return slot->room ? 0 : -ENOMEM;
}

static void copy_packed(uint8_t *to, const uint8_t *from, size_t n, size_t size, size_t stride)
{
	if (stride == size) {
		memcpy(to, from, n * size);
		return;
	}
	for (size_t i = 0; i < n; i++)
		memcpy(to + i * size, from + i * stride, size);
}

static int slot_fill(struct slot *slot, const struct entries *chunk, const struct map *map)
{
	size_t key_size = map->info.key_size, value_bytes = map_value_bytes(map);

	if (slot_reserve(slot, chunk->n, map))
		return -ENOMEM;
	copy_packed(slot->keys, chunk->keys, chunk->n, key_size, chunk->key_stride);
	copy_packed(slot->values, chunk->values, chunk->n, value_bytes, chunk->value_stride);
	if (chunk->errors)
		memcpy(slot->errors, chunk->errors, chunk->n * sizeof(*chunk->errors));
	slot->chunk = (struct entries){
		.n = chunk->n,
		.keys = slot->keys,
		.values = slot->values,
		.key_stride = key_size,
		.value_stride = value_bytes,
		.errors = chunk->errors ? slot->errors : NULL,
	};
	return 0;
}

/* A slot to fill, or NULL when nobody wants more. */
static struct slot *slot_wait(struct ahead *ahead)
{
	struct slot *slot = NULL;

	pthread_mutex_lock(&ahead->lock);
	while (!ahead->is_stopping && ahead->n_filled - ahead->n_freed == SLOTS)
		pthread_cond_wait(&ahead->freed, &ahead->lock);
	if (!ahead->is_stopping)
		slot = &ahead->slots[ahead->n_filled % SLOTS];
	pthread_mutex_unlock(&ahead->lock);
	return slot;
}

/* r as next() returned it: 1 hands a slot over, anything else is the end. */
static void slot_hand_over(struct ahead *ahead, int r)
{
	pthread_mutex_lock(&ahead->lock);
	if (r == 1) {
		ahead->n_filled++;
	} else {
		ahead->is_over = true;
		ahead->last = r;
	}
	pthread_cond_signal(&ahead->filled);
	pthread_mutex_unlock(&ahead->lock);
}

static void *ahead_run(void *context)
{
	struct ahead *ahead = context;
	struct entries chunk;
	struct slot *slot;
	int r = 1;

	cpu_halves_cross(&ahead->cpus);
	while (r == 1 && (slot = slot_wait(ahead))) {
		r = ahead->inner->ops->next(ahead->inner, &chunk, &ahead->err);
		if (r == 1 && slot_fill(slot, &chunk, ahead->base.map))
			r = source_fail(ahead->inner, ENOMEM, &ahead->err);
		slot_hand_over(ahead, r);
	}
	return NULL;
}

/* Signals stay with the thread that was there before. */
static void ahead_start(struct ahead *ahead)
{
	sigset_t all, before;
	pthread_attr_t attr;

	cpu_halves_split(&ahead->cpus);
	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, STACK_BYTES);
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	ahead->has_thread = !pthread_create(&ahead->thread, &attr, ahead_run, ahead);
	ahead->is_alone = !ahead->has_thread;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	pthread_attr_destroy(&attr);
}

/* The inner source is at its end, and nobody else looks at it any more. */
static void take_incomplete(struct ahead *ahead)
{
	if (ahead->base.incomplete)
		return;
	ahead->base.incomplete = ahead->inner->incomplete;
	ahead->inner->incomplete = NULL;
}

/* The next slot, 1; or how the inner source ended. */
static int slot_take(struct ahead *ahead, struct entries *ret)
{
	int r = 1;

	pthread_mutex_lock(&ahead->lock);
	if (ahead->n_freed < ahead->n_taken) {
		ahead->n_freed = ahead->n_taken;
		pthread_cond_signal(&ahead->freed);
	}
	while (ahead->n_filled == ahead->n_taken && !ahead->is_over)
		pthread_cond_wait(&ahead->filled, &ahead->lock);
	if (ahead->n_taken < ahead->n_filled)
		*ret = ahead->slots[ahead->n_taken++ % SLOTS].chunk;
	else
		r = ahead->last;
	pthread_mutex_unlock(&ahead->lock);
	return r;
}

static int ahead_next(struct entry_source *source, struct entries *ret, struct err *err)
{
	struct ahead *ahead = (struct ahead *)source;
	int r;

	if (ahead->n_direct < DIRECT) {
		ahead->n_direct++;
		ahead->inner->with_empty = source->with_empty;
	} else if (!ahead->has_thread && !ahead->is_alone) {
		ahead_start(ahead);
	}
	if (ahead->has_thread) {
		r = slot_take(ahead, ret);
		if (r < 0)
			*err = ahead->err;
	} else {
		r = ahead->inner->ops->next(ahead->inner, ret, err);
	}
	if (r != 1)
		take_incomplete(ahead);
	return r;
}

static void ahead_close(struct entry_source *source)
{
	struct ahead *ahead = (struct ahead *)source;

	if (ahead->has_thread) {
		pthread_mutex_lock(&ahead->lock);
		ahead->is_stopping = true;
		pthread_cond_signal(&ahead->freed);
		pthread_mutex_unlock(&ahead->lock);
		pthread_join(ahead->thread, NULL);
	}
	cpu_halves_join(&ahead->cpus);
	for (int i = 0; i < SLOTS; i++) {
		free(ahead->slots[i].keys);
		free(ahead->slots[i].values);
		free(ahead->slots[i].errors);
	}
	pthread_cond_destroy(&ahead->filled);
	pthread_cond_destroy(&ahead->freed);
	pthread_mutex_destroy(&ahead->lock);
	entry_source_close(ahead->inner);
	free(ahead);
}

static const struct entry_source_ops ahead_ops = {
	.name = "ahead",
	.next = ahead_next,
	.close = ahead_close,
};

struct entry_source *source_ahead_new(struct entry_source *inner)
{
	struct ahead *ahead = mem_zero(sizeof(*ahead));

	ahead->base.ops = &ahead_ops;
	ahead->base.map = inner->map;
	ahead->inner = inner;
	pthread_mutex_init(&ahead->lock, NULL);
	pthread_cond_init(&ahead->filled, NULL);
	pthread_cond_init(&ahead->freed, NULL);
	return &ahead->base;
}
