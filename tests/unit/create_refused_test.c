/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What is found to blame where the kernel refuses a shape; skipped where it lets us make no maps.
 */
#include "create_fixture.h"

#include <net/if.h>

struct refused {
	struct map_shape shape;
	const char *words;
	int code;
};

#define SHAPE(number, key, value, entries, ...)                                               \
	{                                                                                     \
		.type = (number), .key_size = (key), .value_size = (value),                   \
		.max_entries = (entries), .name = (char[]){ "" }, .inner_fd = -1, __VA_ARGS__ \
	}

static void test_causes(void **state)
{
	const struct refused refused[] = {
		{ SHAPE(BPF_MAP_TYPE_HASH, 4, 4, 1, .flags = BPF_F_MMAPABLE),
		  "type hash of this kernel does not take 'flags mmapable'", ERR_USAGE },
		{ SHAPE(BPF_MAP_TYPE_HASH, 4, 4, 1,
			.flags = BPF_F_MMAPABLE | BPF_F_NO_PREALLOC | 1u << 31),
		  "type hash of this kernel does not take 'flags mmapable,0x80000000'", ERR_USAGE },
		{ SHAPE(BPF_MAP_TYPE_LRU_HASH, 4, 4, 1, .flags = BPF_F_NO_PREALLOC),
		  "type lru_hash of this kernel does not take 'flags no_prealloc'", ERR_USAGE },
		{ SHAPE(BPF_MAP_TYPE_HASH, 4, 4, 1, .flags = BPF_F_NUMA_NODE, .numa_node = 1000),
		  "there is no NUMA node 1000", ERR_USAGE },
		{ SHAPE(BPF_MAP_TYPE_HASH, 4, 4, 1, .ifindex = 1),
		  "a map of type hash cannot be offloaded to 'lo': a device is needed that runs "
		  "programs itself, which takes hash and array",
		  ERR_USAGE },
		{ SHAPE(BPF_MAP_TYPE_HASH, 4, 4, UINT32_MAX),
		  "'entries 4294967295' is more than the kernel takes for these sizes and this "
		  "type",
		  ERR_USAGE },
		{ SHAPE(BPF_MAP_TYPE_ARRAY, 4, 1 << 30, 1 << 30),
		  "there is no memory for 'entries 1073741824'", ERR_USAGE },
		{ SHAPE(BPF_MAP_TYPE_HASH, 4, 1 << 30, 1),
		  "a value of 1073741824 bytes is larger than the kernel takes for type hash",
		  ERR_USAGE },
		{ SHAPE(BPF_MAP_TYPE_HASH, 1 << 30, 4, 1),
		  "a key of 1073741824 bytes is larger than the kernel takes for type hash",
		  ERR_USAGE },
		{ SHAPE(BPF_MAP_TYPE_HASH, 1 << 30, 1 << 30, 1),
		  "a key of 1073741824 bytes is larger than the kernel takes for type hash",
		  ERR_USAGE },
		{ SHAPE(BPF_MAP_TYPE_STACK_TRACE, 4, 1 << 20, 1),
		  "a value of 1048576 bytes is larger than the kernel takes for type stack_trace",
		  ERR_USAGE },
		{ SHAPE(9999, 4, 4, 1), "this kernel has no maps of type type_9999", ERR_SYSTEM },
	};

	(void)state;
	if (!may_create())
		skip();
	if (if_nametoindex("lo") != 1)
		skip();
	for (size_t i = 0; i < N(refused); i++) {
		struct err err = { 0 };
		int fd = -1;

		assert_int_equal(map_create(&refused[i].shape, &fd, &err), -refused[i].code);
		assert_string_equal(err.msg, refused[i].words);
		assert_int_equal(fd, -1);
	}
}

/* Maps of maps do not go into another. */
static void test_inner(void **state)
{
	struct map_shape plain = SHAPE(BPF_MAP_TYPE_ARRAY, 4, 4, 1),
			 between = SHAPE(BPF_MAP_TYPE_ARRAY_OF_MAPS, 4, 4, 1, .inner = &plain),
			 outer = SHAPE(BPF_MAP_TYPE_HASH_OF_MAPS, 4, 4, 1, .inner = &between);
	struct err err = { 0 };
	int fd = -1;

	(void)state;
	if (!may_create())
		skip();
	assert_int_equal(map_create(&between, &fd, &err), 0);
	close(fd);
	assert_int_equal(map_create(&outer, &fd, &err), -ERR_USAGE);
	assert_string_equal(err.msg, "inner_map: the kernel takes no maps like this one in maps of "
				     "type hash_of_maps");
	plain.max_entries = 0;
	assert_int_equal(map_create(&between, &fd, &err), -ERR_USAGE);
	assert_string_equal(err.msg, "the map inside: type array takes 1 entry or more, not 0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_causes),
		cmocka_unit_test(test_inner),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
