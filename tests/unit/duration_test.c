/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/duration.h"

#define MS 1000000ull
#define S  1000000000ull

static void durations_are_whole_words(void **state)
{
	static const struct {
		const char *word;
		uint64_t ns;
		int r;
	} cases[] = {
		{ "0", 0, 0 },
		{ "1", S, 0 },
		{ "1.5", 1500 * MS, 0 },
		{ "0.000000001", 1, 0 },
		{ "0.0000000019", 1, 0 },
		{ "500ms", 500 * MS, 0 },
		{ "0.5ms", MS / 2, 0 },
		{ "60s", 60 * S, 0 },
		{ "2m", 120 * S, 0 },
		{ "1.5m", 90 * S, 0 },
		{ "1h", 3600 * S, 0 },
		{ "0.25h", 900 * S, 0 },
		{ "9223372036", 9223372036 * S, 0 },
		{ "9223372036.854775807", INT64_MAX, 0 },
		{ "9223372036.854775808", 0, -ERANGE },
		{ "18446744074", 0, -ERANGE },
		{ "99999999999999999999999", 0, -ERANGE },
		{ "2562048h", 0, -ERANGE },
		{ "", 0, -EINVAL },
		{ ".", 0, -EINVAL },
		{ ".5", 0, -EINVAL },
		{ "1.", 0, -EINVAL },
		{ "1.s", 0, -EINVAL },
		{ "s", 0, -EINVAL },
		{ "1 s", 0, -EINVAL },
		{ " 1", 0, -EINVAL },
		{ "1S", 0, -EINVAL },
		{ "1ss", 0, -EINVAL },
		{ "1d", 0, -EINVAL },
		{ "-1", 0, -EINVAL },
		{ "+1", 0, -EINVAL },
		{ "1e3", 0, -EINVAL },
		{ "0x10", 0, -EINVAL },
		{ "010", 0, -EINVAL },
		{ "1.5.5", 0, -EINVAL },
		{ "1,5", 0, -EINVAL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		uint64_t ns = 77;

		assert_int_equal(duration_parse(cases[i].word, &ns), cases[i].r);
		assert_int_equal(ns, cases[i].r ? 77 : cases[i].ns);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(durations_are_whole_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
