/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/ring.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

/* The consumer moves on while it is looked at: so often it is believed not to. */
#define TIMES 1000

static uint64_t load(const void *page)
{
	return __atomic_load_n((const unsigned long *)page, __ATOMIC_ACQUIRE);
}

/* The consumer's position is in the first page, the producer's in the second. */
int kern_ring_positions(int fd, struct ring_positions *ret)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	void *consumer = mmap(NULL, page, PROT_READ, MAP_SHARED, fd, 0), *producer;
	uint64_t before;

	if (consumer == MAP_FAILED)
		return -errno;
	producer = mmap(NULL, page, PROT_READ, MAP_SHARED, fd, (off_t)page);
	if (producer == MAP_FAILED) {
		int error = errno;

		munmap(consumer, page);
		return -error;
	}
	for (int i = 0; i < TIMES; i++) {
		before = load(consumer);
		ret->producer = load(producer);
		ret->consumer = load(consumer);
		if (before == ret->consumer)
			break;
	}
	ret->consumer = before;
	munmap(consumer, page);
	munmap(producer, page);
	return 0;
}
