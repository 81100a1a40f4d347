/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The memory of an array made with BPF_F_MMAPABLE, copied through a window, so
 * that a large one does not count as ours: what is checked must not change
 * before it is printed.  The kernel maps for reading only through an fd that
 * could write, which the pin may forbid.
 */
#include "entry/source_ways.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/alloc.h"
#include "kern/deny.h"
#include "map/map.h"

#define WINDOW_BYTES (256 * 1024)

struct mapped {
	struct entry_source base;
	int fd;
	uint32_t next_index, chunk; /* chunk: entries a window */
	size_t stride;		    /* values lie 8-aligned, one behind the other */
	uint32_t *keys;
	uint64_t *values; /* the copy, of chunk entries */
	void *window;
	size_t window_len;
};

static void window_close(struct mapped *mapped)
{
	if (mapped->window_len)
		munmap(mapped->window, mapped->window_len);
	mapped->window_len = 0;
}

/* Shows the entries first to first + n - 1; NULL with errno where that is not allowed. */
static const void *window_open(struct mapped *mapped, uint32_t first, uint32_t n)
{
	size_t page = sysconf(_SC_PAGESIZE);
	size_t from = first * mapped->stride, skip = from % page;
	size_t len = (skip + n * mapped->stride + page - 1) / page * page;
	void *window;

	window_close(mapped);
	window = mmap(NULL, len, PROT_READ, MAP_SHARED, mapped->fd, from - skip);
	if (window == MAP_FAILED)
		return NULL;
	mapped->window = window;
	mapped->window_len = len;
	return (const uint8_t *)window + skip;
}

static uint32_t window_entries(const struct mapped *mapped)
{
	uint32_t left = mapped->base.map->info.max_entries - mapped->next_index;

	return left < mapped->chunk ? left : mapped->chunk;
}

/* Eight bytes at once, as the kernel does it: no counter is seen half written. */
static void copy_words(uint64_t *to, const uint64_t *from, size_t n)
{
	for (size_t i = 0; i < n; i++)
		to[i] = __atomic_load_n(&from[i], __ATOMIC_RELAXED);
}

static int mapped_next(struct entry_source *source, struct entries *ret, struct err *err)
{
	struct mapped *mapped = (struct mapped *)source;
	uint32_t first = mapped->next_index, n = window_entries(mapped);
	const void *shared;

	if (!n)
		return 0;
	shared = window_open(mapped, first, n);
	if (!shared)
		return source_fail(source, errno, err);
	copy_words(mapped->values, shared, n * mapped->stride / sizeof(uint64_t));
	for (uint32_t i = 0; i < n; i++)
		mapped->keys[i] = first + i;
	mapped->next_index += n;
	*ret = (struct entries){
		.n = n,
		.keys = (const uint8_t *)mapped->keys,
		.values = (const uint8_t *)mapped->values,
		.key_stride = sizeof(*mapped->keys),
		.value_stride = mapped->stride,
	};
	return 1;
}

static void mapped_close(struct entry_source *source)
{
	struct mapped *mapped = (struct mapped *)source;

	window_close(mapped);
	if (mapped->fd >= 0)
		close(mapped->fd);
	free(mapped->keys);
	free(mapped->values);
	free(mapped);
}

static const struct entry_source_ops mapped_ops = {
	.name = "mmap",
	.next = mapped_next,
	.close = mapped_close,
};

int source_mmap_open(const struct map *map, struct entry_source **ret)
{
	struct mapped *mapped;

	if (!(map->info.map_flags & BPF_F_MMAPABLE) || map->cells != 1 || kern_denies("mmap"))
		return 0;
	mapped = mem_zero(sizeof(*mapped));
	mapped->base.ops = &mapped_ops;
	mapped->base.map = map;
	mapped->stride = ((size_t)map->info.value_size + 7) / 8 * 8;
	mapped->chunk = source_chunk(map, WINDOW_BYTES);
	mapped->keys = mem_try_array(mapped->chunk, sizeof(*mapped->keys));
	mapped->values = mem_try_array(mapped->chunk, mapped->stride);
	mapped->fd = map_reopen_writable(map);
	if (!mapped->keys || !mapped->values || mapped->fd < 0 ||
	    !window_open(mapped, 0, window_entries(mapped))) {
		entry_source_close(&mapped->base);
		return 0;
	}
	*ret = &mapped->base;
	return 1;
}
