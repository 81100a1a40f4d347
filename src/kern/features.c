/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/features.h"

#include <errno.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <bpf/bpf.h>

#include "base/alloc.h"
#include "base/err.h"
#include "kern/deny.h"
#include "kern/map_calls.h"
#include "kern/map_probe.h"
#include "kern/map_writes.h"

static int probe(uint32_t type, uint32_t flags)
{
	const struct map_probe shape = {
		.type = type, .key_size = 4, .value_size = 4, .max_entries = 1, .flags = flags
	};

	return kern_map_probe(&shape);
}

/* What the kernel says to what it does not know. */
static int answer(int r)
{
	return r == -EINVAL || r == -ENOTSUP || r == -KERN_ENOTSUPP || r == -ENOSYS ? 0 : r;
}

int kern_has_bpf(const struct feature_types *types)
{
	uint32_t key = 0, value;

	(void)types;
	return !bpf_map_lookup_elem(-1, &key, &value) || errno != ENOSYS;
}

int kern_has_batch(const struct feature_types *types)
{
	_cleanup_close_ int fd = probe(types->hash, 0);
	uint32_t token = 0, key, value, count = 1;
	int r;

	if (fd < 0)
		return fd;
	if (kern_denies("batch"))
		return 0;
	r = kern_map_lookup_batch(fd, NULL, &token, &key, &value, &count, 0);
	return !r || r == -ENOENT ? 1 : answer(r);
}

int kern_has_mmap(const struct feature_types *types)
{
	_cleanup_close_ int fd = probe(types->array, BPF_F_MMAPABLE);
	size_t size = (size_t)sysconf(_SC_PAGESIZE);
	void *page;

	if (fd < 0)
		return answer(fd);
	if (kern_denies("mmap"))
		return 0;
	page = mmap(NULL, size, PROT_READ, MAP_SHARED, fd, 0);
	if (page == MAP_FAILED)
		return answer(-errno);
	munmap(page, size);
	return 1;
}

int kern_has_lock(const struct feature_types *types)
{
	const struct map_probe shape = { .type = types->array,
					 .key_size = 4,
					 .value_size = 8,
					 .max_entries = 1,
					 .types = PROBE_LOCK };
	_cleanup_close_ int fd = kern_map_probe(&shape);

	return fd < 0 ? answer(fd) : kern_map_has_lock(fd);
}

int kern_has_freeze(const struct feature_types *types)
{
	_cleanup_close_ int fd = probe(types->array, 0);
	int r;

	if (fd < 0)
		return fd;
	r = kern_map_freeze(fd);
	return r ? answer(r) : 1;
}

/* Where it charges them, libbpf makes the limit infinite before it makes a map. */
int kern_has_memlock_charge(const struct feature_types *types)
{
	struct rlimit before, now;
	int fd, r;

	if (getrlimit(RLIMIT_MEMLOCK, &before))
		return -errno;
	now = (struct rlimit){ .rlim_cur = 0, .rlim_max = before.rlim_max };
	if (setrlimit(RLIMIT_MEMLOCK, &now))
		return -errno;
	fd = probe(types->array, 0);
	r = getrlimit(RLIMIT_MEMLOCK, &now) ? -errno : fd < 0 ? fd : now.rlim_cur != 0;
	setrlimit(RLIMIT_MEMLOCK, &before);
	fd_closep(&fd);
	return r;
}
