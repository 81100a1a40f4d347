/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "kern/ksyms.h"

static struct ksyms *parsed(const char *text)
{
	return ksyms_parse(mem_strdup(text), strlen(text));
}

static void expect_at(const struct ksyms *ksyms, uint64_t address, const char *name,
		      uint64_t offset)
{
	uint64_t found = UINT64_MAX;
	const char *symbol = kern_ksym_find(ksyms, address, &found);

	if (!name) {
		assert_null(symbol);
		return;
	}
	assert_non_null(symbol);
	assert_string_equal(symbol, name);
	assert_int_equal(found, offset);
}

static void finds_by_address(void **state)
{
	/* The core kernel is sorted, modules and BPF programs are not. */
	struct ksyms *ksyms = parsed("ffffffff81000000 T first\n"
				     "ffffffff81000000 t alias\n"
				     "ffffffff81000100 D data\n"
				     "ffffffff81000200 t last\n"
				     "ffffffffc0002000 t bpf_prog_aa_two\t[bpf]\n"
				     "ffffffffc0001000 w of_module\t[veth]\n");

	(void)state;
	expect_at(ksyms, 0, NULL, 0);
	expect_at(ksyms, 0xffffffff80ffffffu, NULL, 0);
	expect_at(ksyms, 0xffffffff81000000u, "first", 0);
	expect_at(ksyms, 0xffffffff81000150u, "first", 0x150);
	expect_at(ksyms, 0xffffffff81000200u, "last", 0);
	expect_at(ksyms, 0xffffffff811001ffu, "last", 0xfffff);
	expect_at(ksyms, 0xffffffff81100200u, NULL, 0);
	expect_at(ksyms, 0xffffffffc0001fffu, "of_module", 0xfff);
	expect_at(ksyms, 0xffffffffc0002010u, "bpf_prog_aa_two", 0x10);
	/* A program's memory ends somewhere: what is far behind is another's. */
	expect_at(ksyms, 0xffffffffc00023ffu, "bpf_prog_aa_two", 0x3ff);
	expect_at(ksyms, 0xffffffffc0002400u, NULL, 0);
	expect_at(ksyms, UINT64_MAX, NULL, 0);
	ksyms_free(ksyms);
}

static void finds_by_name(void **state)
{
	struct ksyms *ksyms = parsed("ffffffff81000000 T only\n"
				     "ffffffff81000010 t twice\n"
				     "ffffffff81000020 t twice\n"
				     "ffffffff81000030 t same\n"
				     "ffffffff81000030 t same");
	uint64_t address = 1;

	(void)state;
	assert_true(kern_ksym_address(ksyms, "only", &address));
	assert_int_equal(address, 0xffffffff81000000u);
	assert_true(kern_ksym_address(ksyms, "same", &address));
	assert_int_equal(address, 0xffffffff81000030u);
	assert_false(kern_ksym_address(ksyms, "twice", &address));
	assert_false(kern_ksym_address(ksyms, "none", &address));
	assert_int_equal(address, 0xffffffff81000030u);
	ksyms_free(ksyms);
}

static void hidden_or_broken(void **state)
{
	(void)state;
	assert_null(parsed(""));
	assert_null(parsed("0000000000000000 T hidden\n0000000000000000 T too\n"));
	assert_null(parsed("\n\nffffffff81000000\nffffffff81000000 T\nffffffff81000000 T \nT x\n"
			   "ffffffff81000000 T\tx\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_by_address),
		cmocka_unit_test(finds_by_name),
		cmocka_unit_test(hidden_or_broken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
