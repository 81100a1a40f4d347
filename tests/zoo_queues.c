/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Maps without keys, and the stack traces. */
#include "zoo.h"

#include <unistd.h>

static void push(int fd, uint32_t first, uint32_t last)
{
	for (uint32_t n = first; n <= last; n++)
		zoo_put(fd, NULL, &n);
}

static void rings(const struct zoo *zoo)
{
	uint32_t page = (uint32_t)sysconf(_SC_PAGESIZE);

	zoo_ring_fill(zoo_map(zoo, ZOO_MAP("ringbuf", "ring", RINGBUF, 0, 0, page)));
	zoo_map(zoo, ZOO_MAP("user_ringbuf", "uring", USER_RINGBUF, 0, 0, page));
	zoo_map(zoo, ZOO_MAP("arena", "arena", ARENA, 0, 0, 4, .flags = BPF_F_MMAPABLE));
}

void zoo_queues(const struct zoo *zoo)
{
	push(zoo_map(zoo, ZOO_MAP("queue", "queue", QUEUE, 0, 4, 8)), 1, 3);
	push(zoo_map(zoo, ZOO_MAP("stack", "stack", STACK, 0, 4, 8)), 1, 3);
	push(zoo_map(zoo, ZOO_MAP("bloom_filter", "bloom", BLOOM_FILTER, 0, 4, 8)), 42, 42);
	rings(zoo);
	zoo_stack_fill(zoo_map(zoo, ZOO_MAP("stack_trace", "stackt", STACK_TRACE, 4, 64, 8)));
}
