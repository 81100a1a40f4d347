/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "entry_fake.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "kern/deny.h"
#include "kern/iter.h"
#include "kern/map_calls.h"

struct fake fake;

static const struct map_type hash_type = {
	.name = "hash",
	.key = KEY_BYTES,
	.can = MAP_WALK | MAP_BATCH,
};

struct map fake_map = {
	.fd = 42,
	.info = { .key_size = 4, .value_size = 8 },
	.name = (char *)"conns",
	.called = (char *)"map conns",
	.cells = 1,
	.cell_stride = 8,
};

void fake_reset(void)
{
	memset(&fake, 0, sizeof(fake));
	fake.n = 1000;
	fake.bucket = 1;
	fake.denied = "";
	fake.iter_fd = -1;
	fake.memory_fd = -1;
	fake_map.type = &hash_type;
	fake_map.info.key_size = 4;
	fake_map.info.max_entries = fake.n;
	fake_map.info.map_flags = 0;
	fake_map.cell_stride = 8;
}

bool kern_denies(const char *way)
{
	return fake.denied && strstr(fake.denied, way);
}

int kern_map_info(int fd, struct bpf_map_info *ret)
{
	(void)fd;
	*ret = fake_map.info;
	return 0;
}

int kern_map_next_id(uint32_t id, uint32_t *next)
{
	(void)id;
	(void)next;
	return -ENOENT;
}

int kern_map_by_id(uint32_t id, bool writable)
{
	(void)id;
	(void)writable;
	return fake.memory_fd < 0 ? -EPERM : dup(fake.memory_fd);
}

int kern_map_by_pin(const char *path, bool writable)
{
	(void)path;
	(void)writable;
	return -EPERM;
}

bool kern_fd_is_map(int fd)
{
	return fd == 42;
}

uint32_t kern_possible_cpus(void)
{
	return 2;
}

int kern_iter_elems_open(int map_fd, uint32_t key_size, size_t value_bytes, int *ret_fd)
{
	(void)map_fd;
	(void)key_size;
	(void)value_bytes;
	if (fake.iter_fd < 0)
		return -ENOTSUP;
	*ret_fd = fake.iter_fd;
	return 0;
}

/* As the kernel does it: a key that is not there is followed by the first. */
int kern_map_next_key(int fd, const void *key, void *next)
{
	uint32_t i = 0;

	(void)fd;
	if (key) {
		memcpy(&i, key, sizeof(i));
		i = fake.gone[i] ? 0 : i + 1;
	}
	while (i < fake.n && fake.gone[i])
		i++;
	if (i == fake.n)
		return -ENOENT;
	memcpy(next, &i, sizeof(i));
	return 0;
}

int kern_map_lookup(int fd, const void *key, void *value, uint64_t flags)
{
	static unsigned int misses;
	uint32_t i;
	uint64_t v;

	(void)fd;
	(void)flags;
	if (!key)
		return fake.n ? 0 : -ENOENT;
	memcpy(&i, key, sizeof(i));
	if (fake.gone[i])
		return -ENOENT;
	if (fake.absent && i % fake.absent == 0 && ++misses % fake.absent_times)
		return -ENOENT;
	if (fake.lookup_error && i % 2)
		return fake.lookup_error;
	fake.gone[i] = fake.deletes && i % fake.deletes == 0;
	if (fake.regrows && fake.n < fake.regrows)
		fake.n++;
	v = i + 1;
	memcpy(value, &v, sizeof(v));
	return 0;
}

/* How many keys from first on there are up to the end of the bucket that holds key. */
static uint32_t bucket_end(uint32_t first, uint32_t key)
{
	if ((fake.crafted && key >= fake.crafted) || key + fake.bucket >= fake.n)
		return fake.n - first;
	return key + fake.bucket - first;
}

/* Whole buckets from key first on, as many as there is room for; returns how many keys. */
static uint32_t take(uint32_t first, uint32_t room, uint32_t *keys, uint8_t *values)
{
	uint32_t n = 0;

	while (first + n < fake.n) {
		uint32_t end = bucket_end(first, first + n);

		if (end > room)
			break;
		for (; n < end; n++) {
			uint64_t value = (uint64_t)first + n + 1;

			keys[n] = first + n;
			memcpy(values + (size_t)n * fake_map.cell_stride, &value, sizeof(value));
		}
	}
	return n;
}

int kern_map_lookup_batch(int fd, const void *in, void *out, void *keys, void *values,
			  uint32_t *count, uint64_t flags)
{
	uint32_t first = 0, room = *count;
	bool fails;

	(void)fd;
	if (flags)
		return -EINVAL;
	*count = 0;
	if (room > fake.most_room)
		fake.most_room = room;
	if (!room || fake.idle)
		return 0;
	fails = ++fake.calls == fake.fail_at;
	if (in)
		memcpy(&first, in, sizeof(first));
	if (!fails || fake.fail_late)
		*count = take(first, room, keys, values);
	first += *count;
	memcpy(out, &first, sizeof(first));
	if (fails)
		return fake.fail_with;
	if (first == fake.n)
		return -ENOENT;
	return *count ? 0 : -ENOSPC;
}
