/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Maps whose BTF is what is interesting about them. */
#include "zoo.h"
#include "zoo_sink.h"

#include <math.h>
#include <string.h>

#include <arpa/inet.h>

static void flow(const struct zoo *zoo)
{
	const struct {
		uint32_t saddr;
		uint16_t dport;
		uint8_t protocol, pad;
	} key = { htonl(0x0a000001), htons(443), 6, 0 };
	const uint64_t stats[2] = { 5, 600 };

	zoo_put(zoo_map(zoo, ZOO_MAP("flow", "flow", HASH, 8, 16, 16, .key_type = zoo->types.flow,
				     .value_type = zoo->types.stats)),
		&key, stats);
}

static void name(const struct zoo *zoo)
{
	const struct zoo_map map = ZOO_MAP("name", "name", HASH, 16, 4, 16,
					   .key_type = zoo->types.name,
					   .value_type = zoo->types.u32);
	const char keys[2][16] = { "eth0", "wlan0" };
	const uint32_t values[2] = { 1, 2 };
	int fd = zoo_map(zoo, map);

	zoo_put(fd, keys[0], &values[0]);
	zoo_put(fd, keys[1], &values[1]);
}

static void sink(const struct zoo *zoo)
{
	struct sink value;
	const uint32_t zero = 0;

	memset(&value, 0, sizeof(value));
	value.u128 = ~(unsigned __int128)0;
	value.s128 = -1;
	value.u64 = UINT64_MAX;
	value.s64 = INT64_MIN;
	value.f64 = 0.1;
	value.nan = (double)NAN;
	value.pointer = 0xffff888000000000u;
	value.huge = 0x9000000000000000u;
	value.point.x = -1;
	value.point.y = 2;
	for (uint32_t i = 0; i < 6; i++)
		value.matrix[i / 3][i % 3] = i + 1;
	memcpy(value.name, "a \"name\"", 8);
	value.anon_a = 3;
	value.anon_b = 4;
	value.choice.word = 0x00010002;
	value.f32 = 1.5f;
	value.state = -1;
	value.unknown = 42;
	value.counter = 1000;
	value.bits = 5 | (uint32_t)(-3 & 31) << 3 | 1u << 8;
	value.u16 = 65535;
	value.s16 = -32768;
	value.port = htons(8080);
	value.yes = true;
	value.letter = 'z';
	value.s8 = -128;
	value.u8 = 255;
	zoo_put(zoo_map(zoo, ZOO_MAP("sink", "sink", ARRAY, 4, sizeof(value), 1,
				     .key_type = zoo->types.u32, .value_type = zoo->types.sink)),
		&zero, &value);
}

static void kernel_owned(const struct zoo *zoo)
{
	struct zoo_map map = ZOO_MAP("locked", "locked", HASH, 4, 8, 16, .key_type = zoo->types.u32,
				     .value_type = zoo->types.locked);
	const uint32_t locked[2] = { 0, 11 }, timed[6] = { 0, 0, 0, 0, 12, 0 }, key[2] = { 0, 1 };

	zoo_put(zoo_map(zoo, map), &key[1], locked);
	map.pin = map.name = "timed", map.type = BPF_MAP_TYPE_ARRAY;
	map.value = 24, map.entries = 1, map.value_type = zoo->types.timed;
	zoo_put(zoo_map(zoo, map), &key[0], timed);
}

static void deep(const struct zoo *zoo)
{
	zoo_put32(zoo_map(zoo, ZOO_MAP("deep", "deep", ARRAY, 4, 4, 1, .key_type = zoo->types.u32,
				       .value_type = zoo->types.deep)),
		  0, 9);
}

static void sections(const struct zoo *zoo)
{
	struct zoo_map map = ZOO_MAP("data", ".data", ARRAY, 4, 32, 1, .flags = BPF_F_MMAPABLE,
				     .value_type = zoo->types.data);
	const struct {
		uint32_t counter;
		uint64_t total;
		char who[16];
	} data = { 7, 70, "zoo" };
	const uint32_t zero = 0;
	int fd;

	zoo_put(zoo_map(zoo, map), &zero, &data);
	map.pin = "rodata", map.name = ".ro", map.value = 4, map.value_type = zoo->types.rodata;
	map.flags = BPF_F_MMAPABLE | BPF_F_RDONLY_PROG;
	fd = zoo_map(zoo, map);
	zoo_put32(fd, 0, 99);
	bpf_map_freeze(fd);
}

static void bss(const struct zoo *zoo)
{
	const struct {
		uint64_t hits[2];
		uint32_t seen, bits, level, table[6], end;
	} bss = { { 5, 600 }, 3, 1 | 2 << 3, 3, { 1, 2, 3, 4, 5, 6 }, 0 };
	const uint32_t zero = 0;

	_Static_assert(sizeof(bss) == 56, "as the types say");
	zoo_put(zoo_map(zoo, ZOO_MAP("bss", ".bss", ARRAY, 4, sizeof(bss), 1,
				     .flags = BPF_F_MMAPABLE, .value_type = zoo->types.bss)),
		&zero, &bss);
}

void zoo_typed(const struct zoo *zoo)
{
	flow(zoo);
	name(zoo);
	sink(zoo);
	kernel_owned(zoo);
	deep(zoo);
	sections(zoo);
	bss(zoo);
}
