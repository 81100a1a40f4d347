/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Scalars, one BTF kind after the other. */
#include <float.h>
#include <math.h>
#include <stdbool.h>

#include "plan_fixture.h"

static void integers(void **state)
{
	const struct types *t = *state;

	EXPECT(t, t->u8, "255", uint8_t, 255);
	EXPECT(t, t->u16, "65535", uint16_t, 65535);
	EXPECT(t, t->u32, "4294967295", uint32_t, UINT32_MAX);
	EXPECT(t, t->u64, "18446744073709551615", uint64_t, UINT64_MAX);
	EXPECT(t, t->s8, "-128", int8_t, INT8_MIN);
	EXPECT(t, t->s32, "-2147483648", int32_t, INT32_MIN);
	EXPECT(t, t->s64, "-9223372036854775808", int64_t, INT64_MIN);
	EXPECT(t, t->chr, "-3", int8_t, -3);
	EXPECT(t, t->boolean, "true", uint8_t, 1);
	EXPECT(t, t->boolean, "false", uint8_t, 0);
	EXPECT(t, btf__add_int(t->btf, "bool", 4, BTF_INT_BOOL), "true", uint32_t, 0x100);
}

static void char_encoded(void **state)
{
	const struct types *t = *state;
	int id = btf__add_int(t->btf, "letter", 1, BTF_INT_CHAR);

	EXPECT(t, id, "\"x\"", char, 'x');
	EXPECT_BYTES(t, array_of(t, id, 3), "\"ab\"", 'a', 'b', 0);
	EXPECT_BPFTOOL(t, id, "\"x\"", char, 'x');
}

static void expect_128(const struct types *t, int id, uint64_t high, uint64_t low, const char *json)
{
	const uint64_t halves[2] = { IS_LITTLE ? low : high, IS_LITTLE ? high : low };

	expect_dialect(t, id, PLAN_NATIVE, halves, sizeof(halves), json);
}

static void integers_of_128_bits(void **state)
{
	const struct types *t = *state;
	int u = btf__add_int(t->btf, "unsigned __int128", 16, 0);
	int s = btf__add_int(t->btf, "__int128", 16, BTF_INT_SIGNED);
	const uint64_t top = UINT64_C(1) << 63;

	expect_128(t, u, 0, 0, "0");
	expect_128(t, u, 1, 0, "18446744073709551616");
	expect_128(t, u, 0, 1000000000, "1000000000");
	expect_128(t, u, UINT64_MAX, UINT64_MAX, "340282366920938463463374607431768211455");
	expect_128(t, s, top, 0, "-170141183460469231731687303715884105728");
	expect_128(t, s, ~top, UINT64_MAX, "170141183460469231731687303715884105727");
	expect_128(t, s, UINT64_MAX, UINT64_MAX, "-1");
}

static void expect_real(const struct types *t, int id, const void *data, size_t size,
			const char *json, uint64_t nonfinite)
{
	struct decoding d = { .types = t, .type_id = id };
	char *got = decoded(&d, "json", data, size);

	assert_string_equal(strstr(got, "\"v\":") + 4, json);
	assert_int_equal(d.nonfinite, nonfinite);
	free(got);
}

static void floats(void **state)
{
	const struct types *t = *state;
	int half = btf__add_float(t->btf, "_Float16", 2), f = btf__add_float(t->btf, "float", 4);
	int d = btf__add_float(t->btf, "double", 8);
	const float third = 1.0F / 3, infinite = INFINITY;
	const double tenth = 0.1, tiny = DBL_TRUE_MIN, nan_value = NAN;
	const uint16_t one_half = 0x3800, least = 0x0001, half_nan = 0x7e00;

	expect_real(t, f, &third, sizeof(third), "0.33333334", 0);
	expect_real(t, f, &infinite, sizeof(infinite), "null", 1);
	expect_real(t, d, &tenth, sizeof(tenth), "0.1", 0);
	expect_real(t, d, &tiny, sizeof(tiny), "5e-324", 0);
	expect_real(t, d, &nan_value, sizeof(nan_value), "null", 1);
	expect_real(t, half, &one_half, sizeof(one_half), "0.5", 0);
	expect_real(t, half, &least, sizeof(least), "6e-08", 0);
	expect_real(t, half, &half_nan, sizeof(half_nan), "null", 1);
}

static void long_doubles(void **state)
{
#if LDBL_MANT_DIG == 64
	const struct types *t = *state;
	int id = btf__add_float(t->btf, "long double", 16);
	int short_id = btf__add_float(t->btf, "long double", 12);
	uint8_t bytes[16] = { 0 };
	long double value = 0.1L;

	memcpy(bytes, &value, 10);
	expect_real(t, id, bytes, 16, "0.1", 0);
	expect_real(t, short_id, bytes, 12, "0.1", 0);
	value = LDBL_MAX;
	memcpy(bytes, &value, 10);
	expect_real(t, id, bytes, 16, "1.189731495357231765e+4932", 0);
	value = -INFINITY;
	memcpy(bytes, &value, 10);
	expect_real(t, id, bytes, 16, "null", 1);
	/* An exponent without the top bit of the fraction is no number. */
	memset(bytes, 0, sizeof(bytes));
	bytes[8] = 1;
	expect_real(t, id, bytes, 16, "null", 1);
#else
	(void)state;
#endif
}

static int colours(const struct types *t, uint32_t size)
{
	int id = btf__add_enum(t->btf, "colour", size);

	btf__add_enum_value(t->btf, "RED", 1);
	btf__add_enum_value(t->btf, "GREEN", 200);
	btf__add_enum_value(t->btf, "ALSO_RED", 1);
	return id;
}

static void enums(void **state)
{
	const struct types *t = *state;
	int byte = colours(t, 1), word = colours(t, 4), wide = colours(t, 8);

	EXPECT(t, byte, "\"GREEN\"", uint8_t, 200);
	EXPECT(t, byte, "255", uint8_t, 255);
	EXPECT(t, word, "\"RED\"", uint32_t, 1);
	EXPECT(t, word, "2415919104", uint32_t, 0x90000000);
	EXPECT(t, wide, "\"RED\"", uint64_t, 1);
	EXPECT_BPFTOOL(t, byte, "-56", uint8_t, 200);
	EXPECT_BPFTOOL(t, word, "-1879048192", uint32_t, 0x90000000);
}

static void enums_signed(void **state)
{
	const struct types *t = *state;
	int id = btf__add_enum(t->btf, "error", 4), old = btf__add_enum(t->btf, "old", 4), wide;

	/* As compilers say it that do not know the flag: 4294967294 for -2. */
	btf__add_enum_value(t->btf, "MINUS_TWO", -2);
	raw_type(t, old)->info &= ~(1U << 31);
	EXPECT(t, old, "\"MINUS_TWO\"", int32_t, -2);
	EXPECT(t, old, "4294967293", int32_t, -3);

	raw_type(t, id)->info |= 1U << 31;
	EXPECT(t, id, "-3", int32_t, -3);

	wide = btf__add_enum64(t->btf, "wide", 8, true);
	btf__add_enum64_value(t->btf, "LEAST", (uint64_t)INT64_MIN);
	btf__add_enum64_value(t->btf, "MORE", UINT64_C(1) << 40);
	EXPECT(t, wide, "\"LEAST\"", int64_t, INT64_MIN);
	EXPECT(t, wide, "\"MORE\"", int64_t, INT64_C(1) << 40);
	EXPECT(t, wide, "-1", int64_t, -1);
}

static void enums_wide_unsigned(void **state)
{
	const struct types *t = *state;
	int id = btf__add_enum64(t->btf, "wide", 8, false), old = btf__add_enum(t->btf, "old", 8);

	/* The high half of such an enum's values is lost. */
	btf__add_enum_value(t->btf, "LOW_HALF", 5);
	EXPECT(t, old, "\"LOW_HALF\"", uint64_t, UINT64_C(0x100000005));

	EXPECT(t, id, "10376293541461622784", uint64_t, UINT64_C(0x9000000000000000));
	EXPECT_BPFTOOL(t, id, "-8070450532247928832", uint64_t, UINT64_C(0x9000000000000000));
}

static void network_order(void **state)
{
	const struct types *t = *state;
	int u16 = btf__add_typedef(t->btf, "__u16", t->u16);
	int be16 = btf__add_typedef(t->btf, "__be16", u16);
	int port = btf__add_const(t->btf, btf__add_typedef(t->btf, "port_t", be16));
	int be32 = btf__add_typedef(t->btf, "__be32", t->u32);
	int be64 = btf__add_typedef(t->btf, "__be64", t->u64);
	int wrong = btf__add_typedef(t->btf, "__be32", t->u16);

	EXPECT_BYTES(t, port, "443", 1, 187);
	EXPECT_BYTES(t, be32, "167772161", 10, 0, 0, 1);
	EXPECT_BYTES(t, be64, "1", 0, 0, 0, 0, 0, 0, 0, 1);
	EXPECT_BYTES(t, array_of(t, be16, 2), "[1,2]", 0, 1, 0, 2);
	EXPECT(t, wrong, "1", uint16_t, 1);
	EXPECT_BPFTOOL(t, be16, "1", uint16_t, 1);
}

static void pointers(void **state)
{
	const struct types *t = *state;
	int task = btf__add_fwd(t->btf, "task_struct", BTF_FWD_STRUCT);
	int tagged = btf__add_ptr(t->btf, btf__add_type_tag(t->btf, "kptr_untrusted", task));
	int user = btf__add_ptr(t->btf, btf__add_type_tag(t->btf, "user", task));

	EXPECT(t, btf__add_ptr(t->btf, 0), "18446612682070032384", uint64_t, 0xffff888000000000);
	EXPECT(t, user, "1", uint64_t, 1);
	EXPECT(t, tagged, "\"kptr_untrusted struct task_struct\"", uint64_t, 1);
	EXPECT_BPFTOOL(t, tagged, "1", uint64_t, 1);
}

static void without_layout(void **state)
{
	const struct types *t = *state;
	int fwd = btf__add_fwd(t->btf, "unknown", BTF_FWD_UNION);

	EXPECT_BYTES(t, fwd, "\"010203\"", 1, 2, 3);
	expect_dialect(t, fwd, PLAN_NATIVE, NULL, 0, "null");
	EXPECT(t, 0, "\"07\"", uint8_t, 7);
	EXPECT_BYTES(t, btf__add_float(t->btf, "__bf16", 2), "\"803f\"", 0x80, 0x3f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TYPE_TEST(integers),
		TYPE_TEST(char_encoded),
		TYPE_TEST(integers_of_128_bits),
		TYPE_TEST(floats),
		TYPE_TEST(long_doubles),
		TYPE_TEST(enums),
		TYPE_TEST(enums_signed),
		TYPE_TEST(enums_wide_unsigned),
		TYPE_TEST(network_order),
		TYPE_TEST(pointers),
		TYPE_TEST(without_layout),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
