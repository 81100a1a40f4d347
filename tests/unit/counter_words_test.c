/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What a counter is started with, as it is typed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "cmd/counter_options.h"
#include "cmd/counter_words.h"

static const char *const choices[] = { "open", "closed", NULL };

static const struct counter limiter = {
	.name = "limiter",
	.hook = HOOK_XDP,
	.settings = {
		{ .word = "rate", .size = 8, .min = 1, .max = 100, .is_required = true },
		{ .word = "burst", .size = 8, .max = 50, .initial = 7 },
		{ .word = "fail", .size = 4, .max = 1, .choices = choices },
		{ .word = "per-process", .size = 4, .max = 1, .is_flag = true },
	},
};

static const struct counter_options none;

static int take(int n, const char *const *words, const struct counter_options *options,
		struct counter_words *ret)
{
	struct err err;

	return counter_words_take(&limiter, n, (char *const *)words, options, ret, &err);
}

static void what_is_not_given_has_its_initial_value(void **state)
{
	const char *const words[] = { "fail", "closed", "dev", "eth0", "rate", "0x10" };
	struct counter_words got;
	struct err err;

	(void)state;
	assert_int_equal(take(6, words, &none, &got), 0);
	assert_string_equal(got.dev, "eth0");
	assert_int_equal(got.settings[0], 16);
	assert_int_equal(got.settings[1], 7);
	assert_int_equal(got.settings[2], 1);
	assert_int_equal(got.settings[3], 0);
	assert_true(got.is_given[0] && !got.is_given[1] && got.is_given[2] && !got.is_given[3]);
	assert_int_equal(counter_words_check(&limiter, &got, &err), 0);
}

static void options_are_settings_too(void **state)
{
	const struct counter_options per_process = { .per_process = true };
	struct counter_words got;

	(void)state;
	assert_int_equal(take(0, NULL, &per_process, &got), 0);
	assert_int_equal(got.settings[3], 1);
	assert_true(got.is_given[3]);
}

static void mistakes_are_refused(void **state)
{
	static const char *const wrong[][4] = {
		{ "rate", "0" },
		{ "rate", "101" },
		{ "rate", "ten" },
		{ "rate", "" },
		{ "rate", "1", "rate", "1" },
		{ "rate" },
		{ "burst", "51" },
		{ "fail", "1" },
		{ "fail", "" },
		{ "dev" },
		{ "per-process", "1" },
		{ "", "1" },
		{ "dev", "a", "dev", "a" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct counter_words got = { .dev = "untouched" };
		int n = 0;

		while (n < 4 && wrong[i][n])
			n++;
		assert_int_equal(take(n, wrong[i], &none, &got), -ERR_USAGE);
		assert_string_equal(got.dev, "untouched");
	}
}

static void what_is_missing_is_said_with_the_synopsis(void **state)
{
	const char *const words[] = { "dev", "eth0" };
	struct counter_words got;
	struct err err;

	(void)state;
	assert_int_equal(take(0, NULL, &none, &got), 0);
	assert_int_equal(counter_words_check(&limiter, &got, &err), -ERR_USAGE);
	assert_string_equal(err.msg,
			    "counter limiter: the interface is missing; it takes 'dev IF rate N "
			    "[burst N] [fail open|closed] [--per-process]'");
	assert_int_equal(take(2, words, &none, &got), 0);
	assert_int_equal(counter_words_check(&limiter, &got, &err), -ERR_USAGE);
	assert_string_equal(err.msg, "counter limiter: 'rate' is missing; it takes 'dev IF rate N "
				     "[burst N] [fail open|closed] [--per-process]'");
}

static void words_are_offered(void **state)
{
	const char *const rate[] = { "rate" }, *const fail[] = { "dev", "lo", "fail" };
	struct buf offered = { 0 };

	(void)state;
	counter_words_complete(&limiter, 0, NULL, &offered);
	assert_string_equal(buf_str(&offered), "dev\nrate\nburst\nfail\n");
	buf_clear(&offered);
	counter_words_complete(&limiter, 3, (char *const *)fail, &offered);
	assert_string_equal(buf_str(&offered), "open\nclosed\n");
	buf_clear(&offered);
	counter_words_complete(&limiter, 1, (char *const *)rate, &offered);
	assert_string_equal(buf_str(&offered), "");
	buf_done(&offered);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_not_given_has_its_initial_value),
		cmocka_unit_test(options_are_settings_too),
		cmocka_unit_test(mistakes_are_refused),
		cmocka_unit_test(what_is_missing_is_said_with_the_synopsis),
		cmocka_unit_test(words_are_offered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
