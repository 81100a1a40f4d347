/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Rings made by hand. */
#ifndef UNIT_RING_FIXTURE_H
#define UNIT_RING_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "kern/ring_walk.h"

struct forged {
	unsigned long consumer, producer, size;
	uint8_t *data;
	struct ring_memory memory;
	struct ring_walk walk;
	unsigned int looks; /* so many calls of next() */
};

/* Memory that follows itself, as the kernel maps it. */
static inline uint8_t *map_twice(size_t size)
{
	int fd = memfd_create("ring", 0);
	uint8_t *data = mmap(NULL, 2 * size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	assert_true(fd >= 0 && data != MAP_FAILED && !ftruncate(fd, (off_t)size));
	for (int i = 0; i < 2; i++)
		assert_ptr_equal(mmap(data + (size_t)i * size, size, PROT_READ | PROT_WRITE,
				      MAP_SHARED | MAP_FIXED, fd, 0),
				 data + (size_t)i * size);
	close(fd);
	return data;
}

static inline struct forged *forge(unsigned long start)
{
	struct forged *ring = calloc(1, sizeof(*ring));

	assert_non_null(ring);
	ring->size = (unsigned long)sysconf(_SC_PAGESIZE);
	ring->data = map_twice(ring->size);
	ring->consumer = ring->producer = start;
	ring->memory = (struct ring_memory){ &ring->consumer, &ring->producer, ring->data,
					     ring->size };
	ring->walk.at = ring->walk.end = start;
	return ring;
}

static inline void destroy(struct forged *ring)
{
	ring_walk_done(&ring->walk);
	munmap(ring->data, 2 * ring->size);
	free(ring);
}

static inline uint32_t *header_at(const struct forged *ring, unsigned long position)
{
	return (uint32_t *)(void *)(ring->data + (position & (ring->size - 1)));
}

static inline int next(struct forged *ring)
{
	__atomic_fetch_add(&ring->looks, 1, __ATOMIC_RELAXED);
	return ring_next(&ring->memory, &ring->walk);
}

#endif
