/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * What is said of shapes before the kernel is asked, held against the kernel: what is refused in
 * words it refuses, and what is not it takes.  Skipped where it lets us make no maps.
 */
#include "create_fixture.h"

#include "map/type_support.h"

#define SIZES(name, key_bytes, value_bytes, n, bits) \
	.type = (name), .key = (key_bytes), .value = (value_bytes), .entries = (n), .flags = (bits)

struct wanted {
	const char *type;
	uint32_t key, value, entries, flags;
	const char *refused; /* in these words; NULL: it is taken */
	uint64_t extra;
	bool inner;
	const char *name;
};

static struct map_shape shape_of(const struct wanted *wanted)
{
	struct map_shape shape = MAP_SHAPE;

	shape.type = number_of(wanted->type);
	shape.key_size = wanted->key;
	shape.value_size = wanted->value;
	shape.max_entries = wanted->entries;
	shape.flags = wanted->flags;
	shape.map_extra = wanted->extra;
	shape.name = strdup(wanted->name ? wanted->name : "");
	if (wanted->inner)
		shape.inner_fd = inner_new();
	return shape;
}

static void check_one(const struct wanted *wanted)
{
	struct map_shape shape = shape_of(wanted);
	struct err err = { 0 };
	int fd = -1, r = map_shape_check(&shape, &err);

	if (wanted->refused) {
		assert_int_equal(r, -ERR_USAGE);
		assert_string_equal(err.msg, wanted->refused);
	} else if (r) {
		fail_msg("%s: %s", wanted->type, err.msg);
	}
	if (map_type_supported(shape.type) == 1) {
		if (kernel_takes(&shape) == !!wanted->refused)
			fail_msg("%s: the kernel is of another opinion: %s", wanted->type, err.msg);
		r = map_create(&shape, &fd, &err);
		assert_int_equal(r, wanted->refused ? -ERR_USAGE : 0);
	}
	if (fd >= 0)
		close(fd);
	map_shape_done(&shape);
}

static void check_all(const struct wanted *wanted, size_t n)
{
	if (!may_create())
		skip();
	for (size_t i = 0; i < n; i++)
		check_one(&wanted[i]);
}

static void test_keys(void **state)
{
	static const struct wanted wanted[] = {
		{ SIZES("hash", 0, 4, 1, 0),
		  .refused = "a key of type hash has 1 byte or more, not 0" },
		{ SIZES("hash", 1, 4, 1, 0) },
		{ SIZES("array", 8, 4, 1, 0),
		  .refused = "a key of type array has 4 bytes (the index of the entry), not 8" },
		{ SIZES("array", 4, 4, 1, 0) },
		{ SIZES("percpu_array", 2, 4, 1, 0),
		  .refused = "a key of type percpu_array has 4 bytes (the index of the entry), not "
			     "2" },
		{ SIZES("prog_array", 8, 4, 1, 0),
		  .refused =
			  "a key of type prog_array has 4 bytes (the index of the entry), not 8" },
		{ SIZES("devmap_hash", 8, 4, 1, 0),
		  .refused = "a key of type devmap_hash has 4 bytes (the number of the entry), not "
			     "8" },
		{ SIZES("sockhash", 513, 4, 1, 0),
		  .refused = "a key of type sockhash has 1 to 512 bytes, not 513" },
		{ SIZES("sockhash", 512, 4, 1, 0) },
		{ SIZES("lpm_trie", 4, 4, 1, NO_PREALLOC),
		  .refused = "a key of type lpm_trie has 5 to 260 bytes (4 for the length of the "
			     "prefix, and "
			     "the address behind), not 4" },
		{ SIZES("lpm_trie", 5, 4, 1, NO_PREALLOC) },
		{ SIZES("lpm_trie", 260, 4, 1, NO_PREALLOC) },
		{ SIZES("lpm_trie", 261, 4, 1, NO_PREALLOC),
		  .refused = "a key of type lpm_trie has 5 to 260 bytes (4 for the length of the "
			     "prefix, and "
			     "the address behind), not 261" },
		{ SIZES("queue", 4, 4, 1, 0),
		  .refused = "type queue has no keys: 'key 0', not 'key 4'" },
		{ SIZES("queue", 0, 4, 1, 0) },
		{ SIZES("stack", 1, 4, 1, 0),
		  .refused = "type stack has no keys: 'key 0', not 'key 1'" },
		{ SIZES("bloom_filter", 4, 4, 1, 0),
		  .refused = "type bloom_filter has no keys: 'key 0', not 'key 4'" },
		{ SIZES("bloom_filter", 0, 4, 1, 0) },
		{ SIZES("ringbuf", 4, 0, 4096, 0),
		  .refused = "type ringbuf has no keys: 'key 0', not 'key 4'" },
		{ SIZES("arena", 4, 0, 1, BPF_F_MMAPABLE),
		  .refused = "type arena has no keys: 'key 0', not 'key 4'" },
		{ SIZES("cgroup_storage", 8, 4, 0, 0) },
		{ SIZES("cgroup_storage", 12, 4, 0, 0),
		  .refused = "a key of type cgroup_storage has 8 or 16 bytes, not 12" },
		{ SIZES("cgroup_storage", 16, 4, 0, 0) },
		{ SIZES("insn_array", 8, 16, 1, 0),
		  .refused =
			  "a key of type insn_array has 4 bytes (the index of the entry), not 8" },
		{ SIZES("insn_array", 4, 16, 1, 0) },
		{ SIZES("rhash", 4, 16, 1, NO_PREALLOC) },
	};

	(void)state;
	check_all(wanted, N(wanted));
}

static void test_values(void **state)
{
	static const struct wanted wanted[] = {
		{ SIZES("hash", 4, 0, 1, 0),
		  .refused = "a value of type hash has 1 byte or more, not 0" },
		{ SIZES("array", 4, 0, 1, 0),
		  .refused = "a value of type array has 1 byte or more, not 0" },
		{ SIZES("percpu_hash", 4, 32769, 1, 0),
		  .refused = "a value of type percpu_hash has 1 to 32768 bytes (for one CPU), not "
			     "32769" },
		{ SIZES("percpu_hash", 4, 32768, 1, 0) },
		{ SIZES("percpu_array", 4, 40000, 1, 0),
		  .refused = "a value of type percpu_array has 1 to 32768 bytes (for one CPU), not "
			     "40000" },
		{ SIZES("prog_array", 4, 8, 1, 0),
		  .refused = "a value of type prog_array has 4 bytes, not 8" },
		{ SIZES("perf_event_array", 4, 8, 1, 0),
		  .refused = "a value of type perf_event_array has 4 bytes, not 8" },
		{ SIZES("cgroup_array", 4, 8, 1, 0),
		  .refused = "a value of type cgroup_array has 4 bytes, not 8" },
		{ SIZES("xskmap", 4, 8, 1, 0),
		  .refused = "a value of type xskmap has 4 bytes, not 8" },
		{ SIZES("array_of_maps", 4, 8, 1, 0),
		  .refused = "a value of type array_of_maps has 4 bytes, not 8", .inner = true },
		{ SIZES("devmap", 4, 6, 1, 0),
		  .refused = "a value of type devmap has 4 or 8 bytes, not 6" },
		{ SIZES("devmap", 4, 8, 1, 0) },
		{ SIZES("cpumap", 4, 5, 1, 0),
		  .refused = "a value of type cpumap has 4 or 8 bytes, not 5" },
		{ SIZES("sockmap", 4, 16, 1, 0),
		  .refused = "a value of type sockmap has 4 or 8 bytes, not 16" },
		{ SIZES("sockmap", 4, 4, 1, 0) },
		{ SIZES("reuseport_sockarray", 4, 2, 1, 0),
		  .refused = "a value of type reuseport_sockarray has 4 or 8 bytes, not 2" },
		{ SIZES("ringbuf", 0, 8, 4096, 0),
		  .refused = "type ringbuf has no values: 'value 0', not 'value 8'" },
		{ SIZES("user_ringbuf", 0, 8, 4096, 0),
		  .refused = "type user_ringbuf has no values: 'value 0', not 'value 8'" },
		{ SIZES("arena", 0, 8, 1, BPF_F_MMAPABLE),
		  .refused = "type arena has no values: 'value 0', not 'value 8'" },
		{ SIZES("stack_trace", 4, 12, 1, 0),
		  .refused = "a value of type stack_trace has a multiple of 8 bytes, not 12" },
		{ SIZES("stack_trace", 4, 24, 1, 0) },
		{ SIZES("stack_trace", 4, 24, 1, BPF_F_STACK_BUILD_ID),
		  .refused = "a value of type stack_trace has a multiple of 32 bytes, not 24" },
		{ SIZES("stack_trace", 4, 64, 1, BPF_F_STACK_BUILD_ID) },
		{ SIZES("insn_array", 4, 8, 1, 0),
		  .refused = "a value of type insn_array has 16 bytes, not 8" },
		{ SIZES("queue", 0, 0, 1, 0),
		  .refused = "a value of type queue has 1 byte or more, not 0" },
	};

	(void)state;
	check_all(wanted, N(wanted));
}

static void test_entries(void **state)
{
	static const struct wanted wanted[] = {
		{ SIZES("hash", 4, 4, 0, 0), .refused = "type hash takes 1 entry or more, not 0" },
		{ SIZES("queue", 0, 4, 0, 0),
		  .refused = "type queue takes 1 entry or more, not 0" },
		{ SIZES("cgroup_storage", 16, 4, 1, 0),
		  .refused =
			  "type cgroup_storage has as many entries as owners: 'entries 0', not 1" },
		{ SIZES("ringbuf", 0, 0, 5000, 0),
		  .refused = "entries of type ringbuf is its size in bytes, a power of two and "
			     "whole pages: "
			     "5000 is not; the next is 8192" },
		{ SIZES("ringbuf", 0, 0, 0, 0), .refused = "entries of type ringbuf is its size in "
							   "bytes, a power of two and whole pages: "
							   "0 is not; the next is 4096" },
		{ SIZES("ringbuf", 0, 0, 2147483649u, 0),
		  .refused = "entries of type ringbuf is its size in bytes, a power of two and "
			     "whole pages: "
			     "2147483649 is not; the largest is 2147483648" },
		{ SIZES("user_ringbuf", 0, 0, 12288, 0),
		  .refused = "entries of type user_ringbuf is its size in bytes, a power of two "
			     "and whole "
			     "pages: 12288 is not; the next is 16384" },
		{ SIZES("ringbuf", 0, 0, 8192, 0) },
	};

	(void)state;
	if (sysconf(_SC_PAGESIZE) != 4096)
		skip();
	check_all(wanted, N(wanted));
}

static void test_the_rest(void **state)
{
	static const struct wanted wanted[] = {
		{ SIZES("lpm_trie", 8, 4, 1, 0),
		  .refused = "type lpm_trie needs 'flags no_prealloc'" },
		{ SIZES("lpm_trie", 8, 4, 1, BPF_F_RDONLY_PROG),
		  .refused = "type lpm_trie needs 'flags no_prealloc,rdonly_prog'" },
		{ SIZES("arena", 0, 0, 1, 0), .refused = "type arena needs 'flags mmapable'" },
		{ SIZES("arena", 0, 0, 1, BPF_F_MMAPABLE) },
		{ SIZES("rhash", 4, 16, 1, 0), .refused = "type rhash needs 'flags no_prealloc'" },
		{ SIZES("array", 4, 4, 1, BPF_F_RDONLY | BPF_F_WRONLY),
		  .refused = "flags: read-only and write-only contradict each other" },
		{ SIZES("array", 4, 4, 1, BPF_F_RDONLY_PROG | BPF_F_WRONLY_PROG),
		  .refused = "flags: read-only and write-only contradict each other" },
		{ SIZES("array_of_maps", 4, 4, 1, 0),
		  .refused = "type array_of_maps needs a map that its maps are like: 'inner_map "
			     "name NAME' "
			     "names one" },
		{ SIZES("array_of_maps", 4, 4, 1, 0), .inner = true },
		{ SIZES("hash_of_maps", 8, 4, 1, 0),
		  .refused = "type hash_of_maps needs a map that its maps are like: 'inner_map "
			     "name NAME' "
			     "names one" },
		{ SIZES("hash_of_maps", 8, 4, 1, 0), .inner = true },
		{ SIZES("hash", 4, 4, 1, 0), .refused = "map_extra 3: type hash takes none",
		  .extra = 3 },
		{ SIZES("bloom_filter", 0, 4, 1, 0),
		  .refused = "map_extra 16: type bloom_filter takes a number of hash functions, 1 "
			     "to 15",
		  .extra = 16 },
		{ SIZES("bloom_filter", 0, 4, 1, 0), .extra = 15 },
		{ SIZES("arena", 0, 0, 1, BPF_F_MMAPABLE),
		  .refused = "map_extra 5: type arena takes the address of a page", .extra = 5 },
		{ SIZES("hash", 4, 4, 1, 0),
		  .refused = "name 'bad-name': the kernel takes letters, digits, '_' and '.'",
		  .name = "bad-name" },
		{ SIZES("hash", 4, 4, 1, 0), .name = "good_Name.9" },
		{ SIZES("hash", 4, 4, 1, 0), .name = "fifteen_letters-and-more" },
		{ SIZES("task_storage", 4, 4, 0, NO_PREALLOC),
		  .refused = "type task_storage needs BTF: 'key int', and the type of the value" },
		{ SIZES("struct_ops", 4, 256, 1, 0),
		  .refused = "a map of type struct_ops is made by loading the programs in it" },
	};

	(void)state;
	check_all(wanted, N(wanted));
}

/* An inner map where none belongs is no harm to the kernel, which does not look at it. */
static void test_inner_too_much(void **state)
{
	struct map_shape shape = shape_of(
		&(struct wanted){ SIZES("hash", 4, 4, 1, 0), .inner = true });
	struct err err = { 0 };

	(void)state;
	if (shape.inner_fd < 0)
		skip();
	assert_int_equal(map_shape_check(&shape, &err), -ERR_USAGE);
	assert_string_equal(err.msg, "inner_map: the values of type hash are not maps");
	map_shape_done(&shape);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys),	       cmocka_unit_test(test_values),
		cmocka_unit_test(test_entries),	       cmocka_unit_test(test_the_rest),
		cmocka_unit_test(test_inner_too_much),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
