/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/nearest.h"
#include "base/number.h"

static void numbers_are_whole_words(void **state)
{
	static const struct {
		const char *word;
		uint64_t max, value;
		int r;
	} cases[] = {
		{ "0", UINT64_MAX, 0, 0 },
		{ "255", 255, 255, 0 },
		{ "256", 255, 0, -ERANGE },
		{ "0xff", 255, 255, 0 },
		{ "0Xff", 255, 255, 0 },
		{ "00", UINT64_MAX, 0, 0 },
		{ "07", UINT64_MAX, 7, 0 },
		{ "010", UINT64_MAX, 0, -EINVAL }, /* is it octal? */
		{ "08", UINT64_MAX, 0, -EINVAL },
		{ "18446744073709551615", UINT64_MAX, UINT64_MAX, 0 },
		{ "18446744073709551616", UINT64_MAX, 0, -ERANGE },
		{ "0x", UINT64_MAX, 0, -EINVAL },
		{ "", UINT64_MAX, 0, -EINVAL },
		{ " 1", UINT64_MAX, 0, -EINVAL },
		{ "1 ", UINT64_MAX, 0, -EINVAL },
		{ "-1", UINT64_MAX, 0, -EINVAL },
		{ "+1", UINT64_MAX, 0, -EINVAL },
		{ "0x-1", UINT64_MAX, 0, -EINVAL },
		{ "1e3", UINT64_MAX, 0, -EINVAL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		uint64_t value = 77;

		assert_int_equal(number_u64(cases[i].word, cases[i].max, &value), cases[i].r);
		assert_int_equal(value, cases[i].r ? 77 : cases[i].value);
	}
	assert_true(number_could_be_octal("010"));
	assert_true(number_could_be_octal("-008"));
	assert_false(number_could_be_octal("007"));
	assert_false(number_could_be_octal("00"));
	assert_false(number_could_be_octal("10"));
	assert_false(number_could_be_octal("0x10"));
	assert_false(number_could_be_octal("01x"));
	assert_false(number_could_be_octal("-"));
	assert_true(number_is_digits("007"));
	assert_false(number_is_digits(""));
	assert_false(number_is_digits("0x7"));
}

static void numbers_have_units(void **state)
{
	static const struct {
		const char *word;
		uint64_t max, value;
		int r;
	} cases[] = {
		{ "1k", UINT32_MAX, 1024, 0 },
		{ "4M", UINT32_MAX, 4 << 20, 0 },
		{ "0x10k", UINT32_MAX, 16384, 0 },
		{ "3G", UINT32_MAX, 3221225472, 0 },
		{ "4G", UINT32_MAX, 0, -ERANGE },
		{ "18446744073709551615", UINT64_MAX, UINT64_MAX, 0 },
		{ "18446744073709551615k", UINT64_MAX, 0, -ERANGE },
		{ "12", 11, 0, -ERANGE },
		{ "k", UINT32_MAX, 0, -EINVAL },
		{ "", UINT32_MAX, 0, -EINVAL },
		{ "1K", UINT32_MAX, 1024, 0 },
		{ "1kk", UINT32_MAX, 0, -EINVAL },
		{ "-1k", UINT32_MAX, 0, -EINVAL },
		{ "0000000000000000000000000000000000000001k", UINT32_MAX, 0, -EINVAL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		uint64_t value = 77;

		assert_int_equal(number_scaled(cases[i].word, cases[i].max, &value), cases[i].r);
		assert_int_equal(value, cases[i].r ? 77 : cases[i].value);
	}
}

static const char *nearest_of(const char *typed)
{
	static const char *const words[] = { "list", "show", "dump", "lookup", "getnext", "a" };
	struct nearest nearest = NEAREST(typed);

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		nearest_offer(&nearest, words[i]);
	return nearest.best;
}

static void the_nearest_word_is_offered(void **state)
{
	char long_word[200];

	(void)state;
	memset(long_word, 'x', sizeof(long_word) - 1);
	long_word[sizeof(long_word) - 1] = '\0';
	assert_string_equal(nearest_of("dmup"), "dump");
	assert_string_equal(nearest_of("dmp"), "dump");
	assert_string_equal(nearest_of("lokup"), "lookup");
	assert_string_equal(nearest_of("get-next"), "getnext");
	assert_null(nearest_of("b"));
	assert_string_equal(nearest_of("ab"), "a");
	assert_string_equal(nearest_of("loo"), "lookup");
	assert_null(nearest_of("frobnicate"));
	assert_null(nearest_of(""));
	assert_null(nearest_of(long_word));
}

static void errors_are_set_and_wrapped(void **state)
{
	struct err err = { 0 };

	(void)state;
	assert_int_equal(err_set(&err, ERR_NO, "no %s", "key"), -ERR_NO);
	assert_int_equal(err_wrap(&err, "map %d", 7), -ERR_NO);
	assert_string_equal(err.msg, "map 7: no key");
	errno = EPERM;
	assert_int_equal(err_sys(&err, "open"), -ERR_DENIED);
	errno = ENOENT;
	assert_int_equal(err_sys(&err, "open"), -ERR_SYSTEM);
	assert_string_equal(err.msg, "open: No such file or directory");
	errno = 524;
	err_sys(&err, "lookup");
	assert_string_equal(err.msg, "lookup: Operation not supported");
}

static void long_errors_are_cut(void **state)
{
	struct err err = { 0 };

	(void)state;
	err_set(&err, ERR_USAGE, "%600s", "x");
	assert_int_equal(strlen(err.msg), sizeof(err.msg) - 1);
	err_wrap(&err, "in front");
	assert_memory_equal(err.msg, "in front: ", 10);
	assert_int_equal(strlen(err.msg), sizeof(err.msg) - 1);
}

static void a_buf_grows(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	assert_string_equal(buf_str(&buf), "");
	for (int i = 0; i < 1000; i++)
		buf_printf(&buf, "%d,", i % 10);
	buf_add(&buf, "\0end", 4);
	assert_int_equal(buf.len, 2004);
	assert_memory_equal(buf.data + 2000, "\0end", 5);
	buf_clear(&buf);
	assert_string_equal(buf_str(&buf), "");
	buf_done(&buf);
	assert_null(buf.data);
}

static void an_array_grows_and_refuses_overflow(void **state)
{
	int *items = NULL;
	size_t cap = 0;

	(void)state;
	for (int i = 0; i < 100; i++) {
		items = mem_more(items, (size_t)i, &cap, sizeof(*items));
		items[i] = i;
	}
	assert_int_equal(items[99], 99);
	free(items);
	assert_null(mem_try_array(SIZE_MAX / 2, 4));
}

/* A long path in front, or two: the reason behind them is always there. */
static void reasons_survive_long_names(void **state)
{
	char path[4000], fitted[256];
	struct err err;

	(void)state;
	memset(path, 'x', sizeof(path) - 1);
	path[0] = '/';
	path[sizeof(path) - 1] = '\0';
	err_set(&err, ERR_NO, "%s: no such pin; the nearest is '%s'; see %s", path, "conns",
		"list");
	assert_int_equal(strlen(err.msg), sizeof(err.msg) - 1);
	assert_memory_equal(err.msg, path, 200);
	assert_memory_equal(err.msg + 200, "...x", 4);
	assert_non_null(strstr(err.msg, "xx: no such pin; the nearest is 'conns'; see list"));
	errno = EMFILE;
	assert_int_equal(err_sys(&err, "%s", path), -ERR_SYSTEM);
	assert_non_null(strstr(err.msg, "xx: Too many open files"));
	err_wrap(&err, "%s", path);
	assert_non_null(strstr(err.msg, "xx: Too many open files"));
	err_set(&err, ERR_NO, "short");
	assert_string_equal(err.msg, "short");

	/* No letter is cut in two: é at 200, and from 51 bytes before the end on. */
	memset(path, 'x', 1000);
	memcpy(path + 199, "\xc3\xa9", 2);
	memcpy(path + 947, "\xc3\xa9", 2);
	path[1000] = '\0';
	err_fit(fitted, sizeof(fitted), path);
	assert_memory_equal(fitted + 198, "x...xxx", 7);
	assert_true(strlen(fitted) < sizeof(fitted));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_whole_words),
		cmocka_unit_test(numbers_have_units),
		cmocka_unit_test(the_nearest_word_is_offered),
		cmocka_unit_test(errors_are_set_and_wrapped),
		cmocka_unit_test(long_errors_are_cut),
		cmocka_unit_test(a_buf_grows),
		cmocka_unit_test(an_array_grows_and_refuses_overflow),
		cmocka_unit_test(reasons_survive_long_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
