/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The set of keys seen, and the guard that is made of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "entry/guard.h"
#include "entry/keyset.h"
#include "entry/source.h"
#include "map/map.h"

static const struct map_type hash_type = { .name = "hash", .key = KEY_BYTES };
static const struct map_type array_type = { .name = "array", .key = KEY_INDEX };

/* A guard of a map with u32 keys and u64 values. */
static struct guard *guard_of(const struct map_type *type, uint32_t entries)
{
	struct map map = {
		.info = { .key_size = 4, .value_size = 8, .max_entries = entries },
		.type = type,
		.cells = 1,
		.cell_stride = 8,
	};

	return guard_new(&map);
}

static void keyset_keeps_what_was_added(void **state)
{
	struct keyset *set = keyset_new(13);
	char key[16] = "";

	(void)state;
	assert_false(keyset_has(set, key));
	for (int i = 0; i < 20000; i++) {
		snprintf(key, sizeof(key), "%012d", i);
		assert_int_equal(keyset_add(set, key), 1);
		assert_int_equal(keyset_add(set, key), 0);
	}
	for (int i = 0; i < 40000; i++) {
		snprintf(key, sizeof(key), "%012d", i);
		assert_int_equal(keyset_has(set, key), i < 20000);
	}
	keyset_free(set);
	assert_null(keyset_free(NULL));
}

static void keyset_is_bounded(void **state)
{
	struct keyset *set = keyset_new(KEYSET_BYTES_MAX / 32);
	char *key = calloc(1, KEYSET_BYTES_MAX / 32);

	(void)state;
	assert_int_equal(keyset_add(set, key), -ENOMEM);
	assert_false(keyset_has(set, key));
	keyset_free(set);
	free(key);
}

static void guard_counts_steps(void **state)
{
	struct guard *guard;
	int n = 0;

	(void)state;
	guard = guard_of(&hash_type, 10);
	while (guard_step(guard))
		n++;
	assert_int_equal(n, 4 * 10 + 1024);
	guard_free(guard);
}

/* The way back leads from the latest key to earlier ones, and not for ever. */
static void guard_knows_the_way_back(void **state)
{
	struct guard *guard;
	const void *key;
	uint32_t i, n = 0;

	(void)state;
	guard = guard_of(&hash_type, 1000);
	assert_null(guard_way_back(guard));
	for (i = 0; i < 100; i++)
		assert_int_equal(guard_admit(guard, &i), 1);
	for (; (key = guard_way_back(guard)); n++)
		assert_int_equal(*(const uint32_t *)key, 99 - n);
	assert_in_range(n, 1, 99);
	for (i = 0; i < 200; i++)
		assert_int_equal(guard_knows(guard, &i), i < 100);
	guard_free(guard);
}

static void guard_takes_indexes_in_order(void **state)
{
	struct guard *guard;
	uint32_t i = 7;

	(void)state;
	guard = guard_of(&array_type, 1000);
	assert_int_equal(guard_admit(guard, &i), 1);
	i = 3;
	assert_true(guard_knows(guard, &i));
	assert_int_equal(guard_admit(guard, &i), 0);
	i = UINT32_MAX;
	assert_int_equal(guard_admit(guard, &i), 1);
	guard_free(guard);
}

static void guard_filters_in_place(void **state)
{
	uint32_t keys[] = { 5, 6, 5, 7, 6, 8 };
	uint64_t values[] = { 50, 60, 51, 70, 61, 80 };
	struct entries chunk = {
		.n = 6,
		.keys = (const uint8_t *)keys,
		.values = (const uint8_t *)values,
		.key_stride = 4,
		.value_stride = 8,
	};
	struct guard *guard;

	(void)state;
	guard = guard_of(&hash_type, 1000);
	assert_int_equal(guard_filter(guard, &chunk), 1);
	assert_int_equal(chunk.n, 4);
	for (size_t i = 0; i < chunk.n; i++) {
		assert_int_equal(keys[i], 5 + i);
		assert_int_equal(values[i], 50 + 10 * i);
	}
	guard_free(guard);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(keyset_keeps_what_was_added),
		cmocka_unit_test(keyset_is_bounded),
		cmocka_unit_test(guard_counts_steps),
		cmocka_unit_test(guard_knows_the_way_back),
		cmocka_unit_test(guard_takes_indexes_in_order),
		cmocka_unit_test(guard_filters_in_place),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
