/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/ring.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/alloc.h"

#define TIMES 100

/* The consumer's position is in the first page, the producer's in the second, then the data. */
struct ring {
	struct ring_memory memory;
	unsigned long *consumer; /* written to by kern_ring_release() alone */
	void *producer;
	size_t page, length; /* bytes mapped at consumer and at producer */
};

static int map_consumer(int fd, bool consume, struct ring *ring)
{
	void *page = mmap(NULL, ring->page, consume ? PROT_READ | PROT_WRITE : PROT_READ,
			  MAP_SHARED, fd, 0);

	if (page == MAP_FAILED)
		return -errno;
	ring->consumer = page;
	return 0;
}

static int map_producer(int fd, struct ring *ring)
{
	void *pages = mmap(NULL, ring->length, PROT_READ, MAP_SHARED, fd, (off_t)ring->page);

	if (pages == MAP_FAILED)
		return -errno;
	ring->producer = pages;
	return 0;
}

int kern_ring_open(int fd, uint32_t size, bool consume, struct ring **ret)
{
	struct ring *ring = mem_zero(sizeof(*ring));
	size_t data;
	int r = -EOVERFLOW;

	ring->page = (size_t)sysconf(_SC_PAGESIZE);
	if (!__builtin_mul_overflow((size_t)size, (size_t)2, &data) &&
	    !__builtin_add_overflow(data, ring->page, &ring->length))
		r = map_consumer(fd, consume, ring);
	if (!r)
		r = map_producer(fd, ring);
	if (r) {
		kern_ring_free(ring);
		return r;
	}
	ring->memory = (struct ring_memory){
		.consumer = ring->consumer,
		.producer = ring->producer,
		.data = (const uint8_t *)ring->producer + ring->page,
		.size = size,
	};
	*ret = ring;
	return 0;
}

const struct ring_memory *kern_ring_memory(const struct ring *ring)
{
	return &ring->memory;
}

void kern_ring_release(struct ring *ring, unsigned long to)
{
	unsigned long there = __atomic_load_n(ring->consumer, __ATOMIC_RELAXED);

	/* Who is behind is so by no more than the ring holds; others may move it meanwhile. */
	for (int i = 0; i < TIMES && to != there && to - there <= ring->memory.size; i++)
		if (__atomic_compare_exchange_n(ring->consumer, &there, to, false, __ATOMIC_RELEASE,
						__ATOMIC_RELAXED))
			return;
}

struct ring *kern_ring_free(struct ring *ring)
{
	if (!ring)
		return NULL;
	if (ring->consumer)
		munmap(ring->consumer, ring->page);
	if (ring->producer)
		munmap(ring->producer, ring->length);
	free(ring);
	return NULL;
}

int kern_ring_positions(int fd, struct ring_positions *ret)
{
	struct ring_memory memory = { 0 };
	struct ring ring = { .page = (size_t)sysconf(_SC_PAGESIZE) };
	int r;

	ring.length = ring.page;
	r = map_consumer(fd, false, &ring);
	if (r)
		return r;
	r = map_producer(fd, &ring);
	if (!r) {
		memory.consumer = ring.consumer;
		memory.producer = ring.producer;
		r = ring_positions(&memory, ret);
		munmap(ring.producer, ring.length);
	}
	munmap(ring.consumer, ring.page);
	return r;
}
