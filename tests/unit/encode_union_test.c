/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Fields by their paths, those that share bytes, those that are left out, those of the kernel. */
#include <stdio.h>

#include "encode_fixture.h"

struct pair {
	uint32_t a, b[2];
};

static int pair_type(const struct types *t)
{
	int b = array_of(t, t->u32, 2), inner = btf__add_struct(t->btf, "inner", 8), id;

	field(t, "b", b, 0, 0);
	id = btf__add_struct(t->btf, "pair", 12);
	field(t, "a", t->u32, 0, 0);
	field(t, "in", inner, 32, 0);
	return id;
}

static void expect_left(const struct types *t, int id, uint32_t size, const char *left_out,
			const char *word)
{
	struct encoding e = { .types = t, .type_id = id, .size = size };
	uint8_t *data = mem_zero(size);

	if (encoded(&e, &word, 1, data))
		fail_msg("%s: %s", word, e.err.msg);
	assert_string_equal(buf_str(&e.left_out), left_out);
	buf_done(&e.left_out);
	free(data);
}

static void paths(void **state)
{
	const struct types *t = *state;
	int id = pair_type(t), matrix = array_of(t, array_of(t, t->u8, 2), 2);
	const struct pair both = { 1, { 2, 3 } };

	EXPECT_ENCODED(t, id, struct pair, both, "a=1", "in.b[0]=2", ".in.b[1]=3");
	EXPECT_ENCODED(t, id, struct pair, both, "a=1", "in.b=[2, 3]");
	EXPECT_ENCODED(t, id, struct pair, both, "in={\"b\":[2,\"0x3\"]}", "a=1");
	EXPECT_ENCODED(t, id, struct pair, both, "{\"in\":{\"b\":[2,3]},\"a\":1}");
	expect_encoded(t, matrix, (const uint8_t *)"\1\2\3\4", 4, "",
		       (const char *const[]){ "[0]=[1,2]", "[1][0]=3", "[1][1]=4" }, 3);
	expect_left(t, id, 12, "a, in.b[0]", "in.b[1]=3");
	expect_left(t, id, 12, "in", "a=1");
	expect_left(t, id, 12, "a, in", "{}");
	expect_left(t, matrix, 4, "[0], [1][1]", "[1][0]=3");
	EXPECT_REFUSAL(t, id, 12, "in.b: there is no [2]: 0 to 1", "in.b[2]=1");
	EXPECT_REFUSAL(t, id, 12, "in.b: '[-1' is not an index: [0], [1], ...", "in.b[-1=1");
	EXPECT_REFUSAL(t, id, 12, "in.b: it has 2 elements, and 3 are given", "in.b=[1,2,3]");
	EXPECT_REFUSAL(t, id, 12, "in.b[1]: 4294967296 does not fit unsigned int: 0 to 4294967295",
		       "in.b=[1,4294967296]");
	EXPECT_REFUSAL(t, id, 12, "in: there is no field ''; its fields are b", "in.=1");
	EXPECT_REFUSAL(t, id, 12, "there is no field ''; its fields are a, in", "..a=1");
	EXPECT_REFUSAL(t, id, 12, "'b' is not FIELD=VALUE", "a=1", "b");
	EXPECT_REFUSAL(t, id, 12, "a: it takes a single value, not an object", "{\"a\":{}}");
	EXPECT_REFUSAL(t, id, 12, "in: it takes an object, {...}, not a single value",
		       "{\"in\":1}");
}

static void many_left_out(void **state)
{
	const struct types *t = *state;
	int id = btf__add_struct(t->btf, "many", 1000);
	char name[40];

	for (uint32_t i = 0; i < 1000; i++) {
		snprintf(name, sizeof(name), "a_rather_long_name_of_a_field_%u", i);
		field(t, name, t->u8, i * 8, 0);
	}
	expect_left(t, id, 1000,
		    "a_rather_long_name_of_a_field_1, a_rather_long_name_of_a_field_2, "
		    "a_rather_long_name_of_a_field_3, a_rather_long_name_of_a_field_4, "
		    "a_rather_long_name_of_a_field_5, a_rather_long_name_of_a_field_6, "
		    "a_rather_long_name_of_a_field_7 and 992 more",
		    "a_rather_long_name_of_a_field_0=1");
}

static void unions(void **state)
{
	const struct types *t = *state;
	int id, halves = array_of(t, t->u16, 2), f64 = btf__add_float(t->btf, "double", 8);

	id = btf__add_union(t->btf, "u", 8);
	field(t, "yes", t->boolean, 0, 0);
	field(t, "word", t->u32, 0, 0);
	field(t, "half", halves, 0, 0);
	field(t, "real", f64, 0, 0);
	field(t, "all", t->u64, 0, 0);
	EXPECT_ENCODED(t, id, uint64_t, UINT64_MAX,
		       "{\"yes\":true,\"word\":4294967295,"
		       "\"half\":[65535,65535],\"real\":null,"
		       "\"all\":18446744073709551615}");
	EXPECT_ENCODED(t, id, uint64_t, 5, "all=5");
	EXPECT_ENCODED(t, id, uint64_t, 5, "yes=true", "all=5");
	expect_left(t, id, 8, "half[1]", "half[0]=1");
	expect_left(t, id, 8, "", "word=1");
	EXPECT_REFUSAL(t, id, 8, "all: its bytes are given twice, and differ", "word=1", "all=2");
	EXPECT_REFUSAL(t, id, 8, "yes: its bytes are given twice, and differ", "yes=false",
		       "all=5");
	EXPECT_REFUSAL(
		t, id, 8,
		"real: null may be any value that is no number: \"nan\", \"inf\" or \"-inf\"",
		"{\"real\":null}");
}

static void bitfields(void **state)
{
	const struct types *t = *state;
	int id = btf__add_struct(t->btf, "bits", 2), color;

	if (!IS_LITTLE)
		skip();
	color = btf__add_enum(t->btf, "color", 4);
	btf__add_enum_value(t->btf, "RED", 1);
	btf__add_enum_value(t->btf, "BLUE", 9);
	id = btf__add_struct(t->btf, "bits", 2);
	field(t, "low", t->u32, 0, 3);
	field(t, "sign", t->s32, 3, 5);
	field(t, "color", color, 8, 3);
	expect_encoded(t, id, (const uint8_t *)"\x85\x01", 2, "",
		       (const char *const[]){ "low=5", "sign=-16", "color=RED" }, 3);
	expect_left(t, id, 2, "low, color", "sign=1");
	EXPECT_REFUSAL(t, id, 2, "low: '8' does not fit unsigned int:3: 0 to 7", "low=8");
	EXPECT_REFUSAL(t, id, 2, "sign: '-17' does not fit int:5: -16 to 15", "sign=-17");
	EXPECT_REFUSAL(t, id, 2, "color: 'BLUE' does not fit 3 bits", "color=BLUE");
	EXPECT_REFUSAL(t, id, 2, "color: '8' does not fit enum color:3: 0 to 7", "color=8");
}

static void the_kernels_own(void **state)
{
	const struct types *t = *state;
	int lock = btf__add_struct(t->btf, "bpf_spin_lock", 4), id;

	field(t, "val", t->u32, 0, 0);
	id = btf__add_struct(t->btf, "locked", 8);
	field(t, "lock", lock, 0, 0);
	field(t, "n", t->u32, 32, 0);
	EXPECT_ENCODED(t, id, uint64_t, IS_LITTLE ? UINT64_C(7) << 32 : 7,
		       "{\"lock\":\"struct bpf_spin_lock\",\"n\":7}");
	EXPECT_ENCODED(t, id, uint64_t, IS_LITTLE ? UINT64_C(7) << 32 : 7, "n=7");
	EXPECT_REFUSAL(t, id, 8,
		       "lock: struct bpf_spin_lock is the kernel's own: it cannot be given",
		       "lock=1");
}

/* Names that are no words in C come as the dump shows them. */
static void strange_names(void **state)
{
	const struct types *t = *state;
	int id = btf__add_struct(t->btf, "s", 3);

	field(t, "a\xff", t->u8, 0, 0);
	field(t, "x.y", t->u8, 8, 0);
	field(t, "a\\x62", t->u8, 16, 0);
	expect_encoded(t, id, (const uint8_t *)"\1\2\3", 3, "",
		       (const char *const[]){ "{\"a\\\\xff\":1,\"x.y\":2,\"a\\\\\\\\x62\":3}" }, 1);
	expect_left(t, id, 3, "x.y, a\\x62", "a\\xff=1");
	EXPECT_REFUSAL(t, id, 3, "there is no field 'x'; its fields are a\xff, x.y, a\\x62",
		       "x.y=1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TYPE_TEST(paths),     TYPE_TEST(many_left_out),	  TYPE_TEST(unions),
		TYPE_TEST(bitfields), TYPE_TEST(the_kernels_own), TYPE_TEST(strange_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
