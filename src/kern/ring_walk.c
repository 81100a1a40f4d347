/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/ring_walk.h"

#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <linux/bpf.h>

/* The positions move on while they are looked at: so often it is tried. */
#define TIMES 1000

#define ALIGN	    8ul
#define LENGTH_BITS (~(uint32_t)(BPF_RINGBUF_BUSY_BIT | BPF_RINGBUF_DISCARD_BIT))

static unsigned long load(const unsigned long *position)
{
	return __atomic_load_n(position, __ATOMIC_ACQUIRE);
}

int ring_positions(const struct ring_memory *memory, struct ring_positions *ret)
{
	for (int i = 0; i < TIMES; i++) {
		unsigned long consumer = load(memory->consumer);
		unsigned long producer = load(memory->producer);

		if (load(memory->consumer) != consumer)
			continue;
		*ret = (struct ring_positions){ .consumer = consumer, .producer = producer };
		return 0;
	}
	return -EAGAIN;
}

/*
 * Whether what is at the walk's position is still that: the producer writes where it will
 * be, less the ring's size, before it says that it is there.  Only a user ring buffer is
 * ever full to the last byte.
 *
 * The data of a new record may pass that announcement on CPUs that reorder writes (not x86):
 * there, of a record that is about to be overwritten, a part may be new.  No reader can tell.
 */
static bool is_there(const struct ring_memory *memory, const struct ring_walk *walk)
{
	unsigned long ahead = walk->end - walk->at;

	return ahead < memory->size ||
	       (ahead == memory->size && load(memory->consumer) == walk->at);
}

/* The consumer's position is always one where a record begins. */
static int resync(const struct ring_memory *memory, struct ring_walk *walk)
{
	struct ring_positions positions;
	unsigned long missed;

	if (ring_positions(memory, &positions))
		return RING_BUSY;
	missed = (unsigned long)positions.consumer - walk->at;
	/* More than half of all there are: the producer was moved back. */
	if ((unsigned long)(positions.producer - positions.consumer) > memory->size ||
	    positions.consumer % ALIGN || missed > ULONG_MAX / 2)
		return RING_NONSENSE;
	walk->missed = missed;
	walk->at = (unsigned long)positions.consumer;
	walk->end = (unsigned long)positions.producer;
	return RING_OVERTAKEN;
}

/* Room doubles: a stream of growing records is not copied over and over. */
static int make_room(struct ring_walk *walk, uint32_t size)
{
	uint32_t room = walk->room > size / 2 ? walk->room * 2 : size;
	void *data;

	if (size <= walk->room && walk->data)
		return 0;
	if (room < 256)
		room = 256;
	data = realloc(walk->data, room);
	if (!data)
		return -ENOMEM;
	walk->data = data;
	walk->room = room;
	return 0;
}

/* Takes a copy of the record behind header, where there can be such a one. */
static int copy(const struct ring_memory *memory, struct ring_walk *walk, uint32_t header)
{
	unsigned long at = (walk->at + BPF_RINGBUF_HDR_SZ) & (memory->size - 1);
	uint32_t size = header & LENGTH_BITS;
	int r;

	walk->length = (size + BPF_RINGBUF_HDR_SZ + ALIGN - 1) & ~(ALIGN - 1);
	if (walk->length > walk->end - walk->at)
		return RING_NONSENSE;
	if (header & BPF_RINGBUF_DISCARD_BIT)
		return RING_DISCARDED;
	r = make_room(walk, size);
	if (r)
		return r;
	memcpy(walk->data, memory->data + at, size);
	walk->size = size;
	return RING_RECORD;
}

int ring_next(const struct ring_memory *memory, struct ring_walk *walk)
{
	const uint8_t *where = memory->data + (walk->at & (memory->size - 1) & ~(ALIGN - 1));
	uint32_t header;
	int r = RING_BUSY;

	if (walk->at % ALIGN)
		return RING_NONSENSE;
	if (walk->at == walk->end)
		walk->end = load(memory->producer);
	if (walk->at == walk->end)
		return RING_END;
	if (!is_there(memory, walk))
		return resync(memory, walk);
	header = __atomic_load_n((const uint32_t *)(const void *)where, __ATOMIC_ACQUIRE);
	if (!(header & BPF_RINGBUF_BUSY_BIT))
		r = copy(memory, walk, header);
	__atomic_thread_fence(__ATOMIC_ACQUIRE);
	walk->end = load(memory->producer);
	if (!is_there(memory, walk))
		return resync(memory, walk);
	if (r == RING_RECORD || r == RING_DISCARDED)
		walk->at += walk->length;
	return r;
}

void ring_walk_done(struct ring_walk *walk)
{
	free(walk->data);
	walk->data = NULL;
	walk->room = 0;
}
