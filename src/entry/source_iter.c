/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Records that a BPF iterator writes in the kernel: key and value, end to end. */
#include "entry/source_ways.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "entry/guard.h"
#include "kern/iter.h"
#include "map/map.h"

#define CHUNK_BYTES (128 * 1024)

struct iter {
	struct entry_source base;
	int fd;
	size_t record;	    /* bytes */
	size_t size;	    /* of buf */
	size_t len, served; /* bytes in buf, and how many of them the last chunk took */
	bool is_done;
	unsigned int retries;
	uint8_t *buf;
	struct guard *guard; /* or NULL */
};

/* Fills buf behind what the last chunk left of a record. */
static int iter_fill(struct iter *iter, struct err *err)
{
	ssize_t n = 0;

	iter->len -= iter->served;
	memmove(iter->buf, iter->buf + iter->served, iter->len);
	iter->served = 0;
	while (!iter->is_done && iter->len < iter->size) {
		n = kern_iter_read(iter->fd, iter->buf + iter->len, iter->size - iter->len,
				   &iter->retries);
		if (n < 0)
			return source_fail(&iter->base, (int)-n, err);
		iter->len += n;
		iter->is_done = !n;
	}
	if (iter->is_done && iter->len % iter->record)
		return source_fail(&iter->base, EIO, err);
	return 0;
}

static int iter_next(struct entry_source *source, struct entries *ret, struct err *err)
{
	struct iter *iter = (struct iter *)source;
	int r;

	if (iter->is_done)
		return 0;
	r = iter_fill(iter, err);
	if (r)
		return r;
	iter->served = iter->len - iter->len % iter->record;
	*ret = (struct entries){
		.n = iter->len / iter->record,
		.keys = iter->buf,
		.values = iter->buf + source->map->info.key_size,
		.key_stride = iter->record,
		.value_stride = iter->record,
	};
	r = iter->guard ? guard_filter(iter->guard, ret) : 1;
	if (r < 0)
		return source_fail(source, -r, err);
	if (!r) {
		source_give_up(source);
		iter->is_done = true;
	}
	return 1;
}

static void iter_close(struct entry_source *source)
{
	struct iter *iter = (struct iter *)source;

	if (iter->fd >= 0)
		close(iter->fd);
	guard_free(iter->guard);
	free(iter->buf);
	free(iter);
}

static const struct entry_source_ops iter_ops = {
	.name = "iter",
	.next = iter_next,
	.close = iter_close,
};

int source_iter_open(const struct map *map, bool may_repeat, struct entry_source **ret,
		     struct err *err)
{
	size_t record = map->info.key_size + map_value_bytes(map);
	struct iter *iter;
	int fd, r;

	if (kern_iter_elems_open(map->fd, map->info.key_size, map_value_bytes(map), &fd))
		return 0;
	iter = mem_zero(sizeof(*iter));
	iter->base.ops = &iter_ops;
	iter->base.map = map;
	iter->fd = fd;
	iter->record = record;
	iter->size = CHUNK_BYTES;
	iter->buf = mem_zero(iter->size);
	iter->guard = may_repeat ? guard_new(map) : NULL;
	if (may_repeat && !iter->guard) {
		r = source_fail(&iter->base, ENOMEM, err);
		entry_source_close(&iter->base);
		return r;
	}
	*ret = &iter->base;
	return 1;
}
