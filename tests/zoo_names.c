/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Names that are too long, shared, or meant to do harm. */
#include "zoo.h"

#include <stdio.h>
#include <string.h>

static void long_names(const struct zoo *zoo)
{
	char pin[64];
	struct zoo_map map = ZOO_MAP(pin, "longer_than_fifteen", HASH, 4, 4, 4,
				     .key_type = zoo->types.u32, .value_type = zoo->types.u32);

	snprintf(pin, sizeof(pin), "%s%s", zoo->prefix, map.name);
	zoo_put32(zoo_map(zoo, map), 1, 1);
	map.pin = "long_by_btf", map.name = "named_by_its_definition",
	map.value_type = zoo->types.s32;
	zoo_put32(zoo_map(zoo, map), 1, (uint32_t)-1);
}

static void shared_names(const struct zoo *zoo)
{
	zoo_put32(zoo_map(zoo, ZOO_MAP("dup_a", "dup", HASH, 4, 4, 4)), 1, 1);
	zoo_put32(zoo_map(zoo, ZOO_MAP("dup_b", "dup", ARRAY, 4, 4, 1)), 0, 2);
}

static void hostile(const struct zoo *zoo)
{
	const struct zoo_map map = ZOO_MAP("hostile", "hostil", ARRAY, 4, 36, 1,
					   .key_type = zoo->types.hostile_key,
					   .value_type = zoo->types.hostile);
	static const char *const pins[] = { "esc\033[31m", "new\nline", "caf\xe9" };
	const struct {
		char latin[16], text[16];
		uint32_t esc;
	} value = { "\033[2Jred\n\"'\\", "\xff\xe2\x80\xae\xc2\x9b\x7f<&>", 1 };
	const uint32_t zero = 0;
	int fd = zoo_map(zoo, map);
	char path[4096];

	zoo_put(fd, &zero, &value);
	for (size_t i = 0; fd >= 0 && i < sizeof(pins) / sizeof(pins[0]); i++) {
		snprintf(path, sizeof(path), "%s/%s", zoo->dir, pins[i]);
		if (bpf_obj_pin(fd, path) < 0)
			zoo_skip("a hostile pin");
	}
}

void zoo_names(const struct zoo *zoo)
{
	long_names(zoo);
	shared_names(zoo);
	hostile(zoo);
}
