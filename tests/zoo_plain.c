/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Hashes, arrays and tries, each with BTF and, as its twin, without. */
#include "zoo.h"

#include <string.h>

static void hash_fill(int fd)
{
	zoo_put64(fd, 1, 10);
	zoo_put64(fd, 2, 20);
	zoo_put64(fd, 1000, 4);
}

static void hashes(const struct zoo *zoo)
{
	struct zoo_map map = ZOO_MAP("hash", "hash", HASH, 4, 8, 16, .key_type = zoo->types.u32,
				     .value_type = zoo->types.u64);

	hash_fill(zoo_map(zoo, map));
	map.pin = "lru_hash", map.name = "lru", map.type = BPF_MAP_TYPE_LRU_HASH;
	zoo_put64(zoo_map(zoo, map), 5, 50);
	map.pin = "rhash", map.name = "rhash", map.type = BPF_MAP_TYPE_RHASH;
	map.flags = BPF_F_NO_PREALLOC;
	zoo_put64(zoo_map(zoo, map), 1, 10);
	hash_fill(zoo_map(zoo, ZOO_MAP("hash_raw", "hraw", HASH, 4, 8, 16)));
}

static void percpu_hash_fill(const struct zoo *zoo, int fd)
{
	uint64_t zeroes[4096] = { 0 };
	uint32_t key = 8;

	zoo_put_cpus(zoo, fd, 7, 100);
	if (zoo->cpus <= 4096)
		zoo_put(fd, &key, zeroes);
}

static void percpu_hashes(const struct zoo *zoo)
{
	struct zoo_map map = ZOO_MAP("percpu_hash", "phash", PERCPU_HASH, 4, 8, 16,
				     .key_type = zoo->types.u32, .value_type = zoo->types.u64);

	percpu_hash_fill(zoo, zoo_map(zoo, map));
	map.pin = "lru_percpu_hash", map.name = "lphash", map.type = BPF_MAP_TYPE_LRU_PERCPU_HASH;
	zoo_put_cpus(zoo, zoo_map(zoo, map), 9, 900);
	percpu_hash_fill(zoo,
			 zoo_map(zoo, ZOO_MAP("percpu_hash_raw", "phraw", PERCPU_HASH, 4, 8, 16)));
}

static void array_fill(int fd, uint32_t first, uint32_t step)
{
	for (uint32_t i = 0; i < 4; i++)
		zoo_put32(fd, i, first + i * step);
}

static void arrays(const struct zoo *zoo)
{
	struct zoo_map map = ZOO_MAP("array", "arr", ARRAY, 4, 4, 4, .key_type = zoo->types.u32,
				     .value_type = zoo->types.u32);
	int fd;

	array_fill(zoo_map(zoo, map), 10, 10);
	map.pin = "array_mmap", map.name = "ammap", map.flags = BPF_F_MMAPABLE;
	array_fill(zoo_map(zoo, map), 1, 1);
	map.pin = "array_frozen", map.name = "afroz", map.flags = BPF_F_RDONLY_PROG,
	map.entries = 1;
	fd = zoo_map(zoo, map);
	zoo_put32(fd, 0, 77);
	if (bpf_map_freeze(fd) < 0)
		zoo_skip("freezing");
	array_fill(zoo_map(zoo, ZOO_MAP("array_raw", "araw", ARRAY, 4, 4, 4)), 10, 10);
}

static void percpu_array_fill(const struct zoo *zoo, int fd)
{
	zoo_put_cpus(zoo, fd, 0, 0);
	zoo_put_cpus(zoo, fd, 1, 1000);
}

static void percpu_arrays(const struct zoo *zoo)
{
	struct zoo_map map = ZOO_MAP("percpu_array", "parr", PERCPU_ARRAY, 4, 8, 2,
				     .key_type = zoo->types.u32, .value_type = zoo->types.u64);

	percpu_array_fill(zoo, zoo_map(zoo, map));
	percpu_array_fill(
		zoo, zoo_map(zoo, ZOO_MAP("percpu_array_raw", "parraw", PERCPU_ARRAY, 4, 8, 2)));
}

static void prefix_put(int fd, uint32_t length, const char *address, size_t size)
{
	char key[20];

	memcpy(key, &length, 4);
	memcpy(key + 4, address, size);
	zoo_put(fd, key, &length);
}

static void lpm4_fill(int fd)
{
	prefix_put(fd, 0, "\0\0\0\0", 4);
	prefix_put(fd, 8, "\x0a\0\0\0", 4);
	prefix_put(fd, 24, "\xc0\xa8\x01\0", 4);
}

static void tries(const struct zoo *zoo)
{
	struct zoo_map map = ZOO_MAP("lpm4", "lpm4", LPM_TRIE, 8, 4, 16, .flags = BPF_F_NO_PREALLOC,
				     .key_type = zoo->types.lpm4, .value_type = zoo->types.u32);
	int fd;

	lpm4_fill(zoo_map(zoo, map));
	map.pin = "lpm6", map.name = "lpm6", map.key = 20, map.key_type = zoo->types.lpm6;
	fd = zoo_map(zoo, map);
	prefix_put(fd, 32, "\x20\x01\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\0", 16);
	prefix_put(fd, 128, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1", 16);
	lpm4_fill(zoo_map(zoo, ZOO_MAP("lpm4_raw", "lpmraw", LPM_TRIE, 8, 4, 16,
				       .flags = BPF_F_NO_PREALLOC)));
}

void zoo_plain(const struct zoo *zoo)
{
	hashes(zoo);
	percpu_hashes(zoo);
	arrays(zoo);
	percpu_arrays(zoo);
	tries(zoo);
}
