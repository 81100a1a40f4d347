/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The cells of a per-CPU value, added up. */
#include <float.h>

#include "codec/wide.h"
#include "plan_fixture.h"

static void expect_sum(const struct types *t, int id, const void *cells, size_t n, size_t size,
		       const void *want)
{
	uint8_t *sum = malloc(size), *exact = malloc(n * size);
	struct plan *plan = NULL;
	struct err err;

	memcpy(exact, cells, n * size);
	assert_int_equal(
		plan_compile(t->btf, (uint32_t)id, (uint32_t)size, PLAN_NATIVE, &plan, &err), 0);
	plan_sum(plan, exact, n, size, sum);
	assert_memory_equal(sum, want, size);
	plan_free(plan);
	free(sum);
	free(exact);
}

static void integers_wrap(void **state)
{
	const struct types *t = *state;
	const uint8_t bytes[] = { 200, 100, 3 }, byte = 47;
	const uint64_t longs[] = { UINT64_MAX, 2 }, one = 1;
	const int32_t ints[] = { -5, 3, -1 }, minus = -3;

	expect_sum(t, t->u8, bytes, 3, 1, &byte);
	expect_sum(t, t->u64, longs, 2, 8, &one);
	expect_sum(t, t->s32, ints, 3, 4, &minus);
}

static void wide_integers(void **state)
{
	const struct types *t = *state;
	int id = btf__add_int(t->btf, "__int128", 16, BTF_INT_SIGNED);
	const struct wide half = { .low = UINT64_C(1) << 63, .high = 2 };
	uint8_t cells[32], want[16];

	wide_store(cells, half);
	wide_store(cells + 16, half);
	wide_store(want, (struct wide){ .low = 0, .high = 5 });
	expect_sum(t, id, cells, 2, 16, want);
}

static void floats(void **state)
{
	const struct types *t = *state;
	const float floats4[] = { 0.5F, 0.25F }, want4 = 0.75F;
	const double floats8[] = { 1e300, 1e300 }, want8 = 2e300;
	const uint16_t halves[] = { 0x3c00, 0x3c01 }, want2 = 0x4000; /* 2.0009…, to the even */
	const uint16_t tiny[] = { 0x0001, 0x0002 }, want_tiny = 0x0003;

	expect_sum(t, btf__add_float(t->btf, "float", 4), floats4, 2, 4, &want4);
	expect_sum(t, btf__add_float(t->btf, "double", 8), floats8, 2, 8, &want8);
	expect_sum(t, btf__add_float(t->btf, "half", 2), halves, 2, 2, &want2);
	expect_sum(t, btf__add_float(t->btf, "half", 2), tiny, 2, 2, &want_tiny);
}

static void long_doubles(void **state)
{
#if LDBL_MANT_DIG == 64
	const struct types *t = *state;
	const long double one = 1, two = 2;
	uint8_t cells[32] = { 0 }, want[16] = { 0 };

	memcpy(cells, &one, 10);
	memcpy(cells + 16, &one, 10);
	memcpy(want, &two, 10);
	expect_sum(t, btf__add_float(t->btf, "long double", 16), cells, 2, 16, want);
#else
	(void)state;
#endif
}

/* Every half-precision number is what it was when stored again. */
static void halves(void **state)
{
	(void)state;
	for (uint32_t i = 0; i < 0x10000; i++) {
		const uint16_t half = (uint16_t)i;
		uint16_t again;

		half_store((uint8_t *)&again, half_load((const uint8_t *)&half));
		if ((half & 0x7c00) == 0x7c00 && half & 0x3ff)
			assert_true((again & 0x7c00) == 0x7c00 && again & 0x3ff);
		else
			assert_int_equal(again, half);
	}
}

struct sample {
	uint32_t low : 3;
	int32_t high : 5;
	uint32_t : 24;
	char name[4];
	uint16_t counts[2][2];
	uint64_t pointer;
};

static void fields(void **state)
{
	const struct types *t = *state;
	int name = array_of(t, t->chr, 4), counts = array_of(t, array_of(t, t->u16, 2), 2);
	int pointer = btf__add_ptr(t->btf, 0), id = btf__add_struct(t->btf, "sample", 24);
	const struct sample cells[2] = {
		{ .low = 7,
		  .high = -1,
		  .name = "abc",
		  .counts = { { 1, 2 }, { 3, 4 } },
		  .pointer = 9 },
		{ .low = 2,
		  .high = -2,
		  .name = "def",
		  .counts = { { 1, 1 }, { 1, 1 } },
		  .pointer = 1 },
	};
	const struct sample want = {
		.low = 1, .high = -3, .name = "abc", .counts = { { 2, 3 }, { 4, 5 } }, .pointer = 9
	};

	field(t, "low", t->u32, 0, 3);
	field(t, "high", t->s32, 3, 5);
	field(t, "name", name, 32, 0);
	field(t, "counts", counts, 64, 0);
	field(t, "pointer", pointer, 128, 0);
	expect_sum(t, id, cells, 2, sizeof(want), &want);
}

/* The halves of a counter must not undo the carry between them. */
static void unions(void **state)
{
	const struct types *t = *state;
	int halves_id = array_of(t, t->u32, 2), id = btf__add_union(t->btf, "u", 8);
	const uint64_t cells[] = { UINT32_MAX, 1 }, want = UINT64_C(1) << 32;

	field(t, "whole", t->u64, 0, 0);
	field(t, "halves", halves_id, 0, 0);
	expect_sum(t, id, cells, 2, 8, &want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TYPE_TEST(integers_wrap), TYPE_TEST(wide_integers), TYPE_TEST(floats),
		TYPE_TEST(long_doubles),  cmocka_unit_test(halves), TYPE_TEST(fields),
		TYPE_TEST(unions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
