/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* CPUs as the kernel lists them. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/cpu_list.h"

#define N_CPUS 8

/* The CPUs on list, a bit each; -1 where it is none. */
static int on(const char *list)
{
	/* Whatever was there before does not matter. */
	bool cpus[N_CPUS + 1] = { [1] = true, [N_CPUS] = true };
	int bits = 0;

	if (cpu_list_parse(list, cpus, N_CPUS)) {
		assert_int_equal(cpu_list_parse(list, cpus, N_CPUS), -EINVAL);
		assert_true(cpus[1]);
		return -1;
	}
	assert_true(cpus[N_CPUS]);
	for (int i = 0; i < N_CPUS; i++)
		bits |= cpus[i] << i;
	return bits;
}

static void test_lists(void **state)
{
	(void)state;
	assert_int_equal(on("0"), 0x01);
	assert_int_equal(on("0-1"), 0x03);
	assert_int_equal(on("0,2-4,7"), 0x9d);
	assert_int_equal(on("3-3"), 0x08);
	assert_int_equal(on("6-9,11"), 0xc0);
	assert_int_equal(on("8-4294967296"), 0);
	assert_int_equal(on("7-99999999999999999999999"), 0x80);
}

static void test_no_lists(void **state)
{
	(void)state;
	assert_int_equal(on(""), -1);
	assert_int_equal(on("-1"), -1);
	assert_int_equal(on("1-"), -1);
	assert_int_equal(on("2-1"), -1);
	assert_int_equal(on("1,"), -1);
	assert_int_equal(on(",1"), -1);
	assert_int_equal(on("1 2"), -1);
	assert_int_equal(on("0-2x"), -1);
	assert_int_equal(on("0-2-3"), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_no_lists),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
