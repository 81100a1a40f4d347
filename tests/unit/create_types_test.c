/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Types for what has none, held against the kernel; skipped where it lets us make no maps. */
#include "create_fixture.h"

#include "map/shape_types.h"

struct typed {
	const char *type;
	uint32_t key, value, entries, flags;
	const char *key_type, *value_type;
	const char *refused;
};

static void check_typed(const struct typed *typed)
{
	struct map_shape shape = MAP_SHAPE;
	struct err err = { 0 };
	int fd, r = 0;

	shape.type = number_of(typed->type);
	shape.key_size = typed->key;
	shape.value_size = typed->value;
	shape.max_entries = typed->entries;
	shape.flags = typed->flags;
	if (typed->key_type)
		r = map_shape_type(&shape, SHAPE_KEY, typed->key_type, &err);
	if (!r && typed->value_type)
		r = map_shape_type(&shape, SHAPE_VALUE, typed->value_type, &err);
	if (!r)
		r = map_shape_fill_types(&shape, &err);
	if (!r)
		r = map_create(&shape, &fd, &err);
	if (r && !typed->refused)
		fail_msg("%s: %s", typed->type, err.msg);
	if (!r && typed->refused)
		fail_msg("%s: not refused: %s", typed->type, typed->refused);
	if (typed->refused) {
		assert_int_equal(r, -ERR_USAGE);
		assert_string_equal(err.msg, typed->refused);
		if (btf__fd(shape.own_btf) < 0)
			assert_int_equal(btf__load_into_kernel(shape.own_btf), 0);
		assert_false(kernel_takes(&shape));
	} else {
		close(fd);
	}
	map_shape_done(&shape);
}

static void test_types(void **state)
{
	static const struct typed typed[] = {
		{ "hash", 4, 8, 1, 0, "unsigned int", NULL, NULL },
		{ "hash", 4, 8, 1, 0, NULL, "unsigned long long", NULL },
		{ "array", 4, 8, 1, 0, NULL, "unsigned long long", NULL },
		{ "array", 4, 8, 1, 0, "char[4]", NULL,
		  "the type of a key of type array is an integer of 4 bytes" },
		{ "lpm_trie", 8, 8, 1, NO_PREALLOC, NULL, "int", NULL },
		{ "lpm_trie", 8, 8, 1, NO_PREALLOC, "unsigned long long", NULL,
		  "the type of a key of type lpm_trie is a struct, the length of the prefix "
		  "first" },
		{ "cgroup_storage", 8, 8, 0, 0, NULL, "int", NULL },
		{ "cgroup_storage", 16, 8, 0, 0, NULL, "int", NULL },
		{ "queue", 0, 8, 1, 0, NULL, "int", NULL },
		{ "bloom_filter", 0, 8, 1, 0, NULL, "int", NULL },
		{ "task_storage", 4, 8, 0, NO_PREALLOC, NULL, NULL, NULL },
		{ "task_storage", 4, 8, 0, NO_PREALLOC, NULL, "long", NULL },
		{ "inode_storage", 4, 8, 0, NO_PREALLOC, "char[4]", NULL,
		  "the type of a key of type inode_storage is an integer of 4 bytes" },
		{ "devmap", 4, 4, 1, 0, "int", "int", NULL },
		{ "sockhash", 4, 4, 1, 0, "int", "int", NULL },
		{ "prog_array", 4, 4, 1, 0, "int", "int", NULL },
		{ "hash", 4, 8, 1, 0, "int", "struct { struct bpf_spin_lock lock; int x; }", NULL },
		{ "lru_hash", 4, 8, 1, 0, "int", "struct { struct bpf_spin_lock lock; int x; }",
		  "type lru_hash does not take these types of key and value: locks, timers and "
		  "pointers of the kernel are for some map types" },
	};

	(void)state;
	if (!may_create() || access("/sys/kernel/btf/vmlinux", R_OK))
		skip();
	for (size_t i = 0; i < N(typed); i++)
		check_typed(&typed[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_types),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
