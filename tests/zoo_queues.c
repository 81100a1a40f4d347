/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Maps without keys, and the stack traces. */
#include "zoo.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define ARENA_ADDRESS 0x200000000000u

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
}

/* A page that has been touched stays when nobody maps it any more. */
static void arena(const struct zoo *zoo)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	int fd = zoo_map(zoo, ZOO_MAP("arena", "arena", ARENA, 0, 0, 8, .flags = BPF_F_MMAPABLE,
				      .extra = ARENA_ADDRESS));
	char *memory;

	if (fd < 0)
		return;
	memory = mmap((void *)ARENA_ADDRESS, 8 * page, PROT_READ | PROT_WRITE,
		      MAP_SHARED | MAP_FIXED_NOREPLACE, fd, 0);
	if (memory == MAP_FAILED) {
		zoo_skip("pages of an arena");
		return;
	}
	strcpy(memory, "first page");
	memset(memory + page, 0xff, page);
	memory[5 * page + 16] = '5';
	munmap(memory, 8 * page);
}

void zoo_queues(const struct zoo *zoo)
{
	push(zoo_map(zoo, ZOO_MAP("queue", "queue", QUEUE, 0, 4, 8)), 1, 3);
	push(zoo_map(zoo, ZOO_MAP("stack", "stack", STACK, 0, 4, 8)), 1, 3);
	push(zoo_map(zoo, ZOO_MAP("bloom_filter", "bloom", BLOOM_FILTER, 0, 4, 8)), 42, 42);
	rings(zoo);
	arena(zoo);
	zoo_stack_fill(zoo_map(zoo, ZOO_MAP("stack_trace", "stackt", STACK_TRACE, 4, 64, 8)));
}
