/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Writing to a kernel that refuses: what is tried again, with which flags, and what is said. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <linux/bpf.h>

#include "base/err.h"
#include "entry/change.h"
#include "kern/map_writes.h"
#include "map/map.h"

/* The kernel: refuses with r so many times. */
static struct {
	int r, times;
	int calls;
	uint64_t flags;
} kernel;

static int answer(uint64_t flags)
{
	kernel.calls++;
	kernel.flags = flags;
	return kernel.calls <= kernel.times ? kernel.r : 0;
}

int kern_map_update(int fd, const void *key, const void *value, uint64_t flags)
{
	(void)fd, (void)key, (void)value;
	return answer(flags);
}

int kern_map_delete(int fd, const void *key)
{
	(void)fd, (void)key;
	return answer(0);
}

int kern_map_take(int fd, const void *key, void *value, uint64_t flags)
{
	(void)fd, (void)key;
	memset(value, 7, sizeof(uint32_t));
	return answer(flags);
}

#define ALWAYS INT32_MAX

static const uint32_t key = 5, value = 1;

static struct map map_of(uint32_t type)
{
	struct map map = {
		.fd = -1,
		.type = map_type_find(type),
		.called = (char *)"map m",
		.cells = 1,
		.cell_stride = sizeof(value),
	};

	map.info.type = type;
	map.info.key_size = map.type->key == KEY_NONE ? 0 : sizeof(key);
	map.info.value_size = sizeof(value);
	map.info.max_entries = 4;
	return map;
}

static void refuses(int r, int times)
{
	memset(&kernel, 0, sizeof(kernel));
	kernel.r = r;
	kernel.times = times;
}

static void passing(void **state)
{
	static const int errors[] = { -EBUSY, -EAGAIN, -EINTR, -EDEADLK, -ETIMEDOUT, -ENOENT };
	struct map map = map_of(BPF_MAP_TYPE_HASH);
	struct err err;
	void *taken;

	(void)state;
	for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++) {
		refuses(errors[i], 2);
		assert_int_equal(entry_update(&map, &key, &value, BPF_EXIST, false, &err), 0);
		assert_int_equal(kernel.calls, 3);
		assert_int_equal(kernel.flags, BPF_EXIST);
		refuses(errors[i], 2);
		assert_int_equal(entry_delete(&map, &key, &err), 0);
		assert_int_equal(kernel.calls, 3);
		refuses(errors[i], 2);
		assert_int_equal(entry_pop(&map, &key, &taken, &err), 0);
		assert_int_equal(kernel.calls, 3);
		assert_int_equal(*(uint32_t *)taken, 0x07070707);
		free(taken);
	}
}

static void lasting(void **state)
{
	struct map map = map_of(BPF_MAP_TYPE_HASH);
	struct err err;
	void *untouched = &map, *taken = untouched;

	(void)state;
	refuses(-EBUSY, ALWAYS);
	assert_int_equal(entry_update(&map, &key, &value, BPF_ANY, false, &err), -ERR_SYSTEM);
	assert_in_range(kernel.calls, 2, 100);
	refuses(-ENOENT, ALWAYS);
	assert_int_equal(entry_delete(&map, &key, &err), -ERR_NO);
	assert_in_range(kernel.calls, 2, 100);
	assert_string_equal(err.msg, "map m has no such key");
	refuses(-ENOENT, ALWAYS);
	assert_int_equal(entry_pop(&map, &key, &taken, &err), -ERR_NO);
	assert_ptr_equal(taken, untouched);
}

/* Where a "no" is the truth it is asked for once. */
static void asked_once(void **state)
{
	struct map hash = map_of(BPF_MAP_TYPE_HASH), array = map_of(BPF_MAP_TYPE_SOCKMAP);
	struct map queue = map_of(BPF_MAP_TYPE_QUEUE);
	struct err err;
	void *taken;

	(void)state;
	refuses(-EEXIST, ALWAYS);
	assert_int_equal(entry_update(&hash, &key, &value, BPF_NOEXIST, false, &err), -ERR_NO);
	assert_int_equal(kernel.calls, 1);
	refuses(-E2BIG, ALWAYS);
	assert_int_equal(entry_update(&hash, &key, &value, BPF_ANY, false, &err), -ERR_SYSTEM);
	assert_int_equal(kernel.calls, 1);
	refuses(-ENOENT, ALWAYS);
	assert_int_equal(entry_update(&array, &(uint32_t){ 1 }, &value, BPF_EXIST, false, &err),
			 -ERR_NO);
	assert_int_equal(kernel.calls, 1);
	refuses(-ENOENT, ALWAYS);
	assert_int_equal(entry_pop(&queue, NULL, &taken, &err), -ERR_NO);
	assert_int_equal(kernel.calls, 1);
	assert_string_equal(err.msg, "map m is empty");
}

static void locks(void **state)
{
	struct map map = map_of(BPF_MAP_TYPE_HASH);
	struct err err;
	void *taken;

	(void)state;
	map.has_lock = true;
	refuses(0, 0);
	assert_int_equal(entry_update(&map, &key, &value, BPF_NOEXIST, false, &err), 0);
	assert_int_equal(kernel.flags, BPF_NOEXIST | BPF_F_LOCK);
	assert_int_equal(entry_pop(&map, &key, &taken, &err), 0);
	assert_int_equal(kernel.flags, BPF_F_LOCK);
	free(taken);
	assert_int_equal(entry_update_check(&map, BPF_ANY, true, &err), 0);
	map.has_lock = false;
	assert_int_equal(entry_update(&map, &key, &value, BPF_ANY, false, &err), 0);
	assert_int_equal(kernel.flags, 0);
	assert_int_equal(entry_update_check(&map, BPF_ANY, true, &err), -ERR_USAGE);
}

static void expect_failed(const struct map *map, const void *of, uint64_t mode, int error, int code,
			  const char *msg)
{
	struct err err;

	assert_int_equal(entry_update_failed(map, of, mode, error, &err), -code);
	assert_int_equal(err.code, code);
	assert_string_equal(err.msg, msg);
}

static void words(void **state)
{
	struct map hash = map_of(BPF_MAP_TYPE_HASH), array = map_of(BPF_MAP_TYPE_ARRAY);
	struct map trie = map_of(BPF_MAP_TYPE_LPM_TRIE), cpus = map_of(BPF_MAP_TYPE_CPUMAP);
	struct map task = map_of(BPF_MAP_TYPE_TASK_STORAGE), queue = map_of(BPF_MAP_TYPE_QUEUE);
	const uint32_t prefix[2] = { 33, 0 };

	(void)state;
	expect_failed(&hash, &key, BPF_ANY, E2BIG, ERR_SYSTEM, "map m is full (4 of 4 entries)");
	expect_failed(&queue, NULL, BPF_ANY, E2BIG, ERR_SYSTEM, "map m is full (4 of 4 entries)");
	expect_failed(&trie, &prefix, BPF_ANY, ENOSPC, ERR_SYSTEM,
		      "map m is full (4 of 4 entries)");
	expect_failed(&array, &key, BPF_ANY, E2BIG, ERR_NO, "map m has no index 5: 0 to 3");
	expect_failed(&array, &key, BPF_NOEXIST, EEXIST, ERR_NO, "map m has index 5 already");
	expect_failed(&task, &key, BPF_NOEXIST, EEXIST, ERR_NO,
		      "map m has something for this process already");
	expect_failed(&task, &key, BPF_ANY, ENOENT, ERR_NO, "map m: this process is gone");
	expect_failed(&hash, &key, BPF_ANY, ENOMEM, ERR_SYSTEM,
		      "map m: the kernel has no memory for another entry now");
	expect_failed(&cpus, &key, BPF_ANY, ENODEV, ERR_SYSTEM, "map m: this machine has no CPU 5");
	expect_failed(&hash, &key, BPF_ANY, KERN_ENOTSUPP, ERR_SYSTEM,
		      "map m: update: Operation not supported");
	expect_failed(&hash, &key, BPF_ANY, EPERM, ERR_DENIED,
		      "map m: update: Operation not permitted");
	trie.info.key_size = sizeof(prefix);
	expect_failed(&trie, &prefix, BPF_ANY, EINVAL, ERR_USAGE,
		      "map m: key: a prefix of 33 bits: its addresses have 32");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(passing), cmocka_unit_test(lasting), cmocka_unit_test(asked_once),
		cmocka_unit_test(locks),   cmocka_unit_test(words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
