/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Maps whose values stand for something else: maps, programs, devices, CPUs. */
#include "zoo.h"

#include <unistd.h>

#define LO 1 /* the ifindex of the loopback device, in every network namespace */

static int inner(const struct zoo *zoo, const char *pin, const char *name, uint32_t first)
{
	int fd = zoo_map(zoo, ZOO_MAP(pin, name, ARRAY, 4, 4, 2, .key_type = zoo->types.u32,
				      .value_type = zoo->types.u32));

	zoo_put32(fd, 0, first);
	zoo_put32(fd, 1, first + 1);
	return fd;
}

static void maps(const struct zoo *zoo)
{
	int a = inner(zoo, "inner_a", "in_a", 11), b = inner(zoo, "inner_b", "in_b", 21);
	struct zoo_map map = ZOO_MAP("array_of_maps", "aom", ARRAY_OF_MAPS, 4, 4, 4,
				     .inner_fd = (uint32_t)a);
	int fd = zoo_map(zoo, map);

	zoo_put32(fd, 0, (uint32_t)a);
	zoo_put32(fd, 2, (uint32_t)b);
	map.pin = "hash_of_maps", map.name = "hom", map.type = BPF_MAP_TYPE_HASH_OF_MAPS;
	fd = zoo_map(zoo, map);
	zoo_put32(fd, 10, (uint32_t)a);
	zoo_put32(fd, 20, (uint32_t)b);
}

static void programs(const struct zoo *zoo)
{
	int prog = zoo_prog(BPF_PROG_TYPE_SOCKET_FILTER, 0, "zoo_filter");

	zoo_put32(zoo_map(zoo, ZOO_MAP("prog_array", "progs", PROG_ARRAY, 4, 4, 4)), 1,
		  (uint32_t)prog);
}

/* A value of two halves: a number, and the fd of a program. */
static void put_pair(int fd, uint32_t first, int prog)
{
	const uint32_t zero = 0, pair[2] = { first, (uint32_t)prog };

	if (prog >= 0)
		zoo_put(fd, &zero, pair);
}

static void devices(const struct zoo *zoo)
{
	struct zoo_map map = ZOO_MAP("devmap", "dev", DEVMAP, 4, 4, 4);

	zoo_put32(zoo_map(zoo, map), 2, LO);
	map.pin = "devmap_hash", map.name = "devh", map.type = BPF_MAP_TYPE_DEVMAP_HASH;
	zoo_put32(zoo_map(zoo, map), 2, LO);
	map.pin = "devmap_prog", map.name = "devp", map.type = BPF_MAP_TYPE_DEVMAP, map.value = 8;
	put_pair(zoo_map(zoo, map), LO, zoo_prog(BPF_PROG_TYPE_XDP, BPF_XDP_DEVMAP, "zoo_devmap"));
}

static void cpus(const struct zoo *zoo)
{
	struct zoo_map map = ZOO_MAP("cpumap", "cpu", CPUMAP, 4, 4, 2);

	if (map.entries > zoo->cpus)
		map.entries = zoo->cpus;
	zoo_put32(zoo_map(zoo, map), 0, 192);
	map.pin = "cpumap_prog", map.name = "cpup", map.value = 8;
	put_pair(zoo_map(zoo, map), 64, zoo_prog(BPF_PROG_TYPE_XDP, BPF_XDP_CPUMAP, "zoo_cpumap"));
}

void zoo_refs(const struct zoo *zoo)
{
	maps(zoo);
	programs(zoo);
	devices(zoo);
	cpus(zoo);
	zoo_ops(zoo);
	zoo_map(zoo, ZOO_MAP("xskmap", "xsk", XSKMAP, 4, 4, 4));
	zoo_map(zoo, ZOO_MAP("perf_event_array", "perf", PERF_EVENT_ARRAY, 4, 4, 4));
	zoo_map(zoo, ZOO_MAP("insn_array", "insn", INSN_ARRAY, 4, 16, 2));
}
