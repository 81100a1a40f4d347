/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/user_ring.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include <linux/bpf.h>

#include "base/alloc.h"

#define LOCK_TIMES 2000	   /* that the lock is asked for, and between two: */
#define LOCK_PAUSE 5000000 /* ns */

struct user_ring {
	int fd; /* borrowed */
	uint32_t id;
	bool is_locked;
	size_t page;
	uint32_t size;
	const unsigned long *consumer;
	unsigned long *producer; /* a page, and behind it the data, twice in a row */
	uint8_t *data;
};

static uint64_t whole(uint32_t n)
{
	return ((uint64_t)n + BPF_RINGBUF_HDR_SZ + 7) & ~UINT64_C(7);
}

uint32_t kern_user_ring_record_max(uint32_t size)
{
	uint32_t max = size > BPF_RINGBUF_HDR_SZ ? size - BPF_RINGBUF_HDR_SZ : 0;

	return max < USER_RING_RECORD_MAX ? max : USER_RING_RECORD_MAX;
}

/*
 * All maps, as all else that is an anonymous inode, are one file to the kernel's locks; a byte of
 * it, by its id, stands for this map.  The lock is the open file's, not the process's: mapctl
 * may have the map open twice.
 */
static int set_lock(const struct user_ring *ring, short type)
{
	struct flock byte = {
		.l_type = type,
		.l_whence = SEEK_SET,
		.l_start = ring->id,
		.l_len = 1,
	};

	return fcntl(ring->fd, F_OFD_SETLK, &byte) ? -errno : 0;
}

static int lock(struct user_ring *ring)
{
	const struct timespec pause = { .tv_nsec = LOCK_PAUSE };
	int r = -EAGAIN;

	for (int i = 0; i < LOCK_TIMES && (r == -EAGAIN || r == -EACCES); i++) {
		if (i)
			nanosleep(&pause, NULL);
		r = set_lock(ring, F_WRLCK);
	}
	ring->is_locked = !r;
	return r == -EAGAIN || r == -EACCES ? -EBUSY : r;
}

/* The first page is the consumer's, for reading only; the rest is ours. */
static int map_pages(int fd, struct user_ring *ring)
{
	size_t rest = ring->page + 2 * (size_t)ring->size;
	void *pages = mmap(NULL, ring->page, PROT_READ, MAP_SHARED, fd, 0);

	if (pages == MAP_FAILED)
		return -errno;
	ring->consumer = pages;
	pages = mmap(NULL, rest, PROT_READ | PROT_WRITE, MAP_SHARED, fd, (off_t)ring->page);
	if (pages == MAP_FAILED)
		return -errno;
	ring->producer = pages;
	ring->data = (uint8_t *)pages + ring->page;
	return 0;
}

static uint64_t produced(const struct user_ring *ring)
{
	return __atomic_load_n(ring->producer, __ATOMIC_ACQUIRE);
}

uint64_t kern_user_ring_pending(const struct user_ring *ring)
{
	return produced(ring) - __atomic_load_n(ring->consumer, __ATOMIC_ACQUIRE);
}

int kern_user_ring_open(int fd, uint32_t id, uint32_t size, struct user_ring **ret)
{
	struct user_ring *ring = mem_zero(sizeof(*ring));
	int r;

	ring->fd = fd;
	ring->id = id;
	ring->page = (size_t)sysconf(_SC_PAGESIZE);
	ring->size = size;
	r = lock(ring);
	if (!r)
		r = map_pages(fd, ring);
	if (!r && (kern_user_ring_pending(ring) > size || produced(ring) % 8))
		r = -EBADMSG;
	if (r)
		kern_user_ring_close(ring);
	else
		*ret = ring;
	return r;
}

struct user_ring *kern_user_ring_close(struct user_ring *ring)
{
	if (!ring)
		return NULL;
	if (ring->consumer)
		munmap((void *)ring->consumer, ring->page);
	if (ring->producer)
		munmap(ring->producer, ring->page + 2 * (size_t)ring->size);
	if (ring->is_locked)
		set_lock(ring, F_UNLCK);
	free(ring);
	return NULL;
}

int kern_user_ring_has_room(const struct user_ring *ring, uint32_t n)
{
	uint64_t pending = kern_user_ring_pending(ring);

	if (n > kern_user_ring_record_max(ring->size))
		return -E2BIG;
	if (pending > ring->size)
		return -EBADMSG;
	return whole(n) > ring->size - pending ? -ENOSPC : 0;
}

int kern_user_ring_push(struct user_ring *ring, const void *record, uint32_t n)
{
	uint64_t at = produced(ring);
	uint8_t *to = ring->data + (at & (ring->size - 1));
	const uint32_t header[2] = { n, 0 };
	int r = kern_user_ring_has_room(ring, n);

	if (r)
		return r;
	memcpy(to, header, sizeof(header));
	if (n)
		memcpy(to + sizeof(header), record, n);
	__atomic_store_n(ring->producer, (unsigned long)(at + whole(n)), __ATOMIC_RELEASE);
	return 0;
}
