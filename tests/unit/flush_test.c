/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Emptying maps that a kernel made up in memory refuses, refills and loses half of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <string.h>

#include <linux/bpf.h>

#include "entry/flush.h"
#include "entry_fake.h"
#include "kern/map_calls.h"
#include "kern/map_writes.h"

/* What the calls that write do, beside entry_fake.h's that read. */
static struct writes {
	unsigned int calls, fail_at; /* a call that fails, from 1; 0: none */
	int fail_with;
	int refuses;   /* what every batch that deletes by itself says */
	uint32_t lost; /* multiples of it are gone when they are to be deleted */
	uint32_t n_taken, n_deleted, n_written;
	uint64_t flags; /* of the last write */
	bool refills;	/* what is popped is pushed again */
	bool is_silent; /* deleting an empty slot succeeds */
	bool filled[8]; /* slots */
} writes;

static int setup(void **state)
{
	(void)state;
	fake_reset();
	memset(&writes, 0, sizeof(writes));
	return 0;
}

static void use(enum map_key_kind key, uint32_t can)
{
	static struct map_type type;

	type = (struct map_type){ .name = "some", .key = key, .can = can };
	fake_map.type = &type;
}

static bool fails(void)
{
	return ++writes.calls == writes.fail_at;
}

int kern_map_take_batch(int fd, const void *in, void *out, void *keys, void *values,
			uint32_t *count, uint64_t flags)
{
	int r;

	assert_int_equal(flags, 0);
	if (writes.refuses)
		return writes.refuses;
	if (fails())
		return writes.fail_with;
	r = kern_map_lookup_batch(fd, in, out, keys, values, count, flags);
	for (uint32_t i = 0; i < *count; i++)
		fake.gone[((const uint32_t *)keys)[i]] = true;
	writes.n_taken += *count;
	return r;
}

int kern_map_delete(int fd, const void *key)
{
	uint32_t i;

	(void)fd;
	memcpy(&i, key, sizeof(i));
	if (fails())
		return writes.fail_with;
	if (fake_map.type->key == KEY_INDEX) {
		bool was = writes.filled[i];

		writes.filled[i] = false;
		return was || writes.is_silent ? 0 : -ENOENT;
	}
	if (fake.gone[i] || (writes.lost && i % writes.lost == 0))
		return -ENOENT;
	fake.gone[i] = true;
	writes.n_deleted++;
	return 0;
}

int kern_map_delete_batch(int fd, const void *keys, uint32_t *count)
{
	uint32_t n = *count;
	int r = 0;

	assert_true(n <= 64 * 1024);
	for (*count = 0; *count < n && !r; *count += !r)
		r = kern_map_delete(fd, (const uint32_t *)keys + *count);
	return r;
}

int kern_map_take(int fd, const void *key, void *value, uint64_t flags)
{
	(void)fd;
	(void)value;
	assert_null(key);
	assert_int_equal(flags, 0);
	if (fails())
		return writes.fail_with;
	if (!fake.n)
		return -ENOENT;
	fake.n -= !writes.refills;
	return 0;
}

int kern_map_update(int fd, const void *key, const void *value, uint64_t flags)
{
	(void)fd;
	(void)key;
	if (fails())
		return writes.fail_with;
	for (size_t i = 0; i < map_value_bytes(&fake_map); i++)
		assert_int_equal(((const uint8_t *)value)[i], 0);
	writes.flags = flags;
	writes.n_written++;
	return 0;
}

int kern_map_update_batch(int fd, const void *keys, const void *values, uint32_t *count,
			  uint64_t flags)
{
	uint32_t n = *count;
	int r = 0;

	for (*count = 0; *count < n && !r; *count += !r)
		r = kern_map_update(fd, (const uint32_t *)keys + *count,
				    (const uint8_t *)values + *count * map_value_bytes(&fake_map),
				    flags);
	return r;
}

#define TAKES (MAP_WALK | MAP_BATCH | MAP_DELETE | MAP_BATCH_TAKE | MAP_BATCH_DELETE)

static void check(int expected, uint64_t n, const char *says)
{
	struct flush_counts counts = { 0 };
	struct err err = { 0 };

	assert_int_equal(entry_flush(&fake_map, &counts, &err), expected);
	assert_int_equal(counts.entries, n);
	assert_string_equal(err.msg, says);
}

static void test_takes_buckets_of_any_size(void **state)
{
	(void)state;
	use(KEY_BYTES, TAKES);
	fake.n = fake_map.info.max_entries = 50000;
	fake.crafted = 20000;
	fake.bucket = 3;
	check(0, 50000, "");
	assert_int_equal(writes.n_taken, 50000);
}

/* What is too large for a call that deletes is read key by key. */
static void test_a_bucket_too_large(void **state)
{
	(void)state;
	use(KEY_BYTES, TAKES);
	fake.n = fake_map.info.max_entries = 99000;
	fake.crafted = 40;
	check(0, 99000, "");
	assert_int_equal(writes.n_taken + writes.n_deleted, 99000);
}

static void test_says_how_many_before_it_failed(void **state)
{
	(void)state;
	use(KEY_BYTES, TAKES);
	fake.n = fake_map.info.max_entries = 50000;
	writes.fail_at = 3;
	writes.fail_with = -EIO;
	check(-ERR_PARTIAL, 2 * 10082,
	      "20164 entries deleted, and then: map conns: emptying it: Input/output error");
	setup(NULL);
	use(KEY_BYTES, TAKES);
	writes.fail_at = 1;
	writes.fail_with = -EIO;
	check(-ERR_SYSTEM, 0, "map conns: emptying it: Input/output error");
}

static void test_ends_where_nothing_comes(void **state)
{
	(void)state;
	use(KEY_BYTES, TAKES);
	fake.idle = true;
	check(-ERR_SYSTEM, 0, "map conns: emptying it: Input/output error");
}

/* Without batches that take, and with keys that have gone since they were read. */
static void test_deletes_by_keys(void **state)
{
	(void)state;
	use(KEY_BYTES, TAKES);
	writes.refuses = -KERN_ENOTSUPP;
	writes.lost = 3;
	fake.n = fake_map.info.max_entries = 10000;
	check(0, 10000 - 3334, "");
	assert_int_equal(writes.n_deleted, 10000 - 3334);
}

static void test_deletes_one_by_one(void **state)
{
	(void)state;
	use(KEY_BYTES, MAP_WALK | MAP_BATCH | MAP_DELETE);
	writes.fail_at = 5;
	writes.fail_with = -EBUSY;
	check(0, 1000, "");
	setup(NULL);
	use(KEY_BYTES, MAP_WALK | MAP_BATCH | MAP_DELETE);
	writes.fail_at = 2;
	writes.fail_with = -EIO;
	check(-ERR_PARTIAL, 1,
	      "1 entry deleted, and then: map conns: emptying it: Input/output error");
}

static void test_pops_no_more_than_it_can_hold(void **state)
{
	(void)state;
	use(KEY_NONE, MAP_POP | MAP_LOOKUP);
	fake.n = 7;
	check(0, 7, "");
	fake.n = 7;
	writes.refills = true;
	check(-ERR_PARTIAL, 1000,
	      "1000 entries deleted, and then: map conns: others have come meanwhile, and some may "
	      "be left");
}

static void test_counts_slots_where_the_kernel_tells(void **state)
{
	struct flush_counts counts = { 0 };
	struct err err;

	(void)state;
	fake_map.info.max_entries = 8;
	use(KEY_INDEX, MAP_DELETE | MAP_WALK);
	writes.filled[1] = writes.filled[7] = true;
	check(0, 2, "");
	assert_false(writes.filled[1] || writes.filled[7]);
	writes.filled[1] = writes.is_silent = true;
	assert_int_equal(entry_flush(&fake_map, &counts, &err), 0);
	assert_true(counts.is_unknown);
	assert_int_equal(counts.entries, 0);
	assert_int_equal(counts.slots, 8);
	assert_false(writes.filled[1]);
}

static void test_zeroes_under_the_lock(void **state)
{
	struct flush_counts counts = { 0 };
	struct err err = { 0 };

	(void)state;
	use(KEY_INDEX, MAP_LOOKUP | MAP_UPDATE | MAP_WALK | MAP_BATCH_UPDATE);
	fake_map.has_lock = true;
	writes.fail_at = 500;
	writes.fail_with = -EBUSY;
	assert_int_equal(entry_zero(&fake_map, &counts, &err), 0);
	assert_int_equal(counts.entries, 1000);
	assert_int_equal(writes.n_written, 1000);
	assert_int_equal(writes.flags & BPF_F_LOCK, BPF_F_LOCK);
	fake_map.has_lock = false;
	writes.calls = 0;
	writes.fail_with = -EIO;
	assert_int_equal(entry_zero(&fake_map, &counts, &err), -ERR_PARTIAL);
	assert_int_equal(counts.entries, 499);
	assert_string_equal(err.msg, "499 entries zeroed, and then: map conns: emptying it: "
				     "Input/output error");
	assert_int_equal(writes.flags, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_takes_buckets_of_any_size, setup),
		cmocka_unit_test_setup(test_a_bucket_too_large, setup),
		cmocka_unit_test_setup(test_says_how_many_before_it_failed, setup),
		cmocka_unit_test_setup(test_ends_where_nothing_comes, setup),
		cmocka_unit_test_setup(test_deletes_by_keys, setup),
		cmocka_unit_test_setup(test_deletes_one_by_one, setup),
		cmocka_unit_test_setup(test_pops_no_more_than_it_can_hold, setup),
		cmocka_unit_test_setup(test_counts_slots_where_the_kernel_tells, setup),
		cmocka_unit_test_setup(test_zeroes_under_the_lock, setup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
