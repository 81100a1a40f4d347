/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A row of numbers below their titles, in lines that fit a terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "counts/columns.h"
#include "output/stream.h"

/* What five columns are on a terminal of so many characters. */
static void expect(size_t width, const char *expected)
{
	int fd = memfd_create("columns", 0);
	struct stream out;
	struct counter_columns columns = { .out = &out, .width = width };
	char got[256] = "";

	assert_true(fd >= 0);
	stream_init(&out, fd);
	counter_columns_add(&columns, "CPU0", 1);
	counter_columns_add(&columns, "CPU1", 23456);
	counter_columns_add(&columns, "CPU2", 0);
	counter_columns_add(&columns, "CPU3", UINT64_MAX);
	counter_columns_add(&columns, "TOTAL", 7);
	counter_columns_finish(&columns);
	assert_int_equal(stream_close(&out), 0);
	assert_true(pread(fd, got, sizeof(got) - 1, 0) > 0);
	close(fd);
	assert_string_equal(got, expected);
}

static void test_folds(void **state)
{
	static const char in_one[] = "CPU0   CPU1  CPU2                  CPU3  TOTAL\n"
				     "   1  23456     0  18446744073709551615      7\n";

	(void)state;
	expect(0, in_one);
	expect(46, in_one);
	expect(45, "CPU0   CPU1  CPU2                  CPU3\n"
		   "   1  23456     0  18446744073709551615\n"
		   "TOTAL\n"
		   "    7\n");
	expect(17, "CPU0   CPU1  CPU2\n"
		   "   1  23456     0\n"
		   "                CPU3\n"
		   "18446744073709551615\n"
		   "TOTAL\n"
		   "    7\n");
}

static void test_nothing(void **state)
{
	struct stream out;
	struct counter_columns columns = { .out = &out };

	(void)state;
	stream_init(&out, -1);
	counter_columns_finish(&columns);
	assert_int_equal(stream_position(&out), 0);
	stream_close(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_folds),
		cmocka_unit_test(test_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
