/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Counts of two moments, what came between them, and in which order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "counts/tally.h"

/* A row {key, words…}, as many words as the tally has in all cells. */
static void add(struct tally *tally, uint32_t key, ...)
{
	struct tally_row *row = tally_add(tally, &key);
	va_list words;

	assert_non_null(row);
	va_start(words, key);
	for (size_t i = 0; i < tally->n_words * tally->n_cells; i++)
		row->words[i] = va_arg(words, uint64_t);
	va_end(words);
}

static uint32_t key_of(const struct tally_row *row)
{
	uint32_t key;

	memcpy(&key, row->key, sizeof(key));
	return key;
}

static void assert_row(const struct tally *tally, size_t i, uint32_t key, ...)
{
	va_list words;

	assert_true(i < tally->n);
	assert_int_equal(key_of(&tally->rows[i]), key);
	va_start(words, key);
	for (size_t w = 0; w < tally->n_words * tally->n_cells; w++)
		assert_int_equal(tally->rows[i].words[w], va_arg(words, uint64_t));
	va_end(words);
}

#define N(n) ((uint64_t)(n))

static void what_was_there_before_is_taken_off(void **state)
{
	struct tally *before = tally_new(4, 1, 1), *now = tally_new(4, 1, 1);

	(void)state;
	add(before, 1, N(10));
	add(before, 3, N(30));
	add(before, 5, N(5));
	add(now, 1, N(10)); /* nothing new */
	add(now, 2, N(7));  /* was not there */
	add(now, 3, N(33));
	add(now, 4, N(0)); /* there, and never counted */
	add(now, 5, N(2)); /* evicted, and new since */
	add(now, 6, UINT64_MAX);
	tally_subtract(now, before, 0);
	assert_int_equal(now->n, 4);
	assert_row(now, 0, 2, N(7));
	assert_row(now, 1, 3, N(3));
	assert_row(now, 2, 5, N(2));
	assert_row(now, 3, 6, UINT64_MAX);
	tally_free(before);
	tally_free(now);
}

static void before_everything_was_nothing(void **state)
{
	struct tally *empty = tally_new(4, 1, 1), *now = tally_new(4, 1, 1);

	(void)state;
	add(now, 1, N(10));
	add(now, 2, N(0));
	tally_subtract(now, NULL, 0);
	assert_int_equal(now->n, 1);
	tally_subtract(now, empty, 0);
	assert_int_equal(now->n, 1);
	assert_row(now, 0, 1, N(10));
	tally_subtract(empty, now, 0);
	assert_int_equal(empty->n, 0);
	tally_sort(empty);
	tally_free(empty);
	tally_free(now);
}

static void states_stay_and_count_nothing(void **state)
{
	struct tally *before = tally_new(4, 3, 1), *now = tally_new(4, 3, 1);

	(void)state;
	/* packets, bytes, when last seen */
	add(before, 1, N(1), N(60), N(1000));
	add(before, 2, N(1), N(60), N(1000));
	add(before, 3, N(9), N(60), N(1000));
	add(now, 1, N(3), N(180), N(2000));
	add(now, 2, N(1), N(60), N(3000));
	add(now, 3, N(9), N(90), N(500));
	tally_subtract(now, before, 1);
	assert_int_equal(now->n, 2);
	assert_row(now, 0, 1, N(2), N(120), N(2000));
	assert_row(now, 1, 3, N(0), N(30), N(500));
	tally_free(before);
	tally_free(now);
}

/* One word less is a new row, whatever the others say: they are of its new life, too. */
static void less_of_one_is_all_new(void **state)
{
	struct tally *before = tally_new(4, 2, 1), *now = tally_new(4, 2, 1);

	(void)state;
	add(before, 1, N(5), N(50));
	add(now, 1, N(6), N(49));
	tally_subtract(now, before, 0);
	assert_row(now, 0, 1, N(6), N(49));
	tally_free(before);
	tally_free(now);
}

static void each_cpu_is_taken_off_its_own(void **state)
{
	struct tally *before = tally_new(4, 2, 2), *now = tally_new(4, 2, 2);

	(void)state;
	add(before, 1, N(1), N(10), N(100), N(1000));
	add(now, 1, N(3), N(10), N(100), N(1004));
	tally_subtract(now, before, 0);
	assert_row(now, 0, 1, N(2), N(0), N(0), N(4));
	tally_free(before);
	tally_free(now);
}

static void the_highest_is_first_over_all_cpus(void **state)
{
	struct tally *tally = tally_new(4, 2, 2);

	(void)state;
	add(tally, 256, N(1), N(99), N(1), N(99));
	add(tally, 1, N(2), N(0), N(0), N(0));
	add(tally, 7, N(0), N(0), N(9), N(0));
	add(tally, 8, N(5), N(0), N(5), N(0));
	tally_sort(tally);
	assert_int_equal(key_of(&tally->rows[0]), 8);
	assert_int_equal(key_of(&tally->rows[1]), 7);
	/* Equal ones by key, as a number: 1 comes before 256. */
	assert_int_equal(key_of(&tally->rows[2]), 1);
	assert_int_equal(key_of(&tally->rows[3]), 256);
	tally_free(tally);
}

static void a_copy_is_its_own(void **state)
{
	struct tally *tally = tally_new(4, 1, 1), *copy = NULL;
	struct err err;

	(void)state;
	for (uint32_t i = 0; i < 1000; i++)
		add(tally, i, N(i));
	assert_int_equal(tally_copy(tally, &copy, &err), 0);
	tally_subtract(copy, tally, 0);
	assert_int_equal(copy->n, 0);
	assert_int_equal(tally->n, 1000);
	for (uint32_t i = 0; i < 1000; i++)
		assert_row(tally, i, i, N(i));
	tally_free(tally);
	tally_free(copy);
	assert_null(tally_free(NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_there_before_is_taken_off),
		cmocka_unit_test(before_everything_was_nothing),
		cmocka_unit_test(states_stay_and_count_nothing),
		cmocka_unit_test(less_of_one_is_all_new),
		cmocka_unit_test(each_cpu_is_taken_off_its_own),
		cmocka_unit_test(the_highest_is_first_over_all_cpus),
		cmocka_unit_test(a_copy_is_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
