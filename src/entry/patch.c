/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "entry/patch.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>

#include <linux/bpf.h>

#include "entry/change.h"
#include "kern/deny.h"
#include "map/map.h"

#define STORE(type, to, from)                                             \
	do {                                                              \
		type stored;                                              \
		memcpy(&stored, (from), sizeof(stored));                  \
		__atomic_store_n((type *)(to), stored, __ATOMIC_SEQ_CST); \
	} while (0)

/* to is shared memory: at most 8 bytes at once, as many as their address and number allow. */
static void store(uint8_t *to, const uint8_t *from, size_t n)
{
	while (n) {
		size_t unit = 8;

		while (unit > n || (uintptr_t)to % unit)
			unit /= 2;
		if (unit == 8)
			STORE(uint64_t, to, from);
		else if (unit == 4)
			STORE(uint32_t, to, from);
		else if (unit == 2)
			STORE(uint16_t, to, from);
		else
			STORE(uint8_t, to, from);
		to += unit;
		from += unit;
		n -= unit;
	}
}

static int patch_memory(const struct map *map, const uint8_t *value, const struct patch *patches,
			size_t n)
{
	size_t size = map->info.value_size;
	uint8_t *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, map->fd, 0);

	if (memory == MAP_FAILED)
		return -errno;
	for (size_t i = 0; i < n; i++)
		store(memory + patches[i].offset, value + patches[i].offset, patches[i].size);
	munmap(memory, size);
	return 0;
}

int entry_patch(const struct map *map, const void *value, const struct patch *patches, size_t n,
		struct err *err)
{
	const uint32_t first = 0;

	if ((map->info.map_flags & BPF_F_MMAPABLE) && map->cells == 1 && !kern_denies("mmap") &&
	    !patch_memory(map, value, patches, n))
		return 0;
	return entry_update(map, &first, value, BPF_ANY, false, err);
}
