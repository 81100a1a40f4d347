/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Structs, unions, bitfields, arrays, sections: what is made of several steps. */
#include <stdbool.h>

#include "codec/special.h"
#include "plan_fixture.h"

static void structs(void **state)
{
	const struct types *t = *state;
	int inner = btf__add_struct(t->btf, "inner", 3), outer, empty;

	field(t, "a", t->u8, 0, 0);
	field(t, "b", t->u16, 8, 0); /* packed: not aligned */
	empty = btf__add_struct(t->btf, "empty", 0);
	inner = btf__add_const(t->btf, btf__add_volatile(t->btf, inner));
	outer = btf__add_struct(t->btf, "outer", 7);
	field(t, "in", inner, 0, 0);
	field(t, "nothing", empty, 24, 0);
	field(t, "n", t->u32, 24, 0);
	EXPECT_BYTES(t, outer, "{\"in\":{\"a\":1,\"b\":257},\"nothing\":{},\"n\":50529027}", 1, 1,
		     1, 3, 3, 3, 3);
}

static void unions_and_anonymous(void **state)
{
	const struct types *t = *state;
	int pair = btf__add_struct(t->btf, NULL, 2), both, id;

	field(t, "x", t->u8, 0, 0);
	field(t, NULL, t->u8, 8, 0);
	both = btf__add_union(t->btf, NULL, 2);
	field(t, "both", t->u16, 0, 0);
	field(t, NULL, pair, 0, 0);
	both = btf__add_typedef(t->btf, "both_t", both);
	id = btf__add_struct(t->btf, "flat", 4);
	field(t, "x", t->u8, 0, 0);
	field(t, NULL, both, 8, 0);
	field(t, "x", t->u8, 24, 0);
	EXPECT_BYTES(t, id, "{\"x\":9,\"both\":257,\"x#2\":1,\"_1\":1,\"x#3\":7}", 9, 1, 1, 7);
	EXPECT_BYTES_IN(t, id, PLAN_BPFTOOL,
			"{\"x\":9,\"\":{\"both\":257,\"\":{\"x\":1,\"\":1}},\"x\":7}", 9, 1, 1, 7);
}

static void bitfields(void **state)
{
	const struct types *t = *state;
	int colour = btf__add_enum(t->btf, "colour", 4), id;
	const struct value {
		uint32_t low : 3, across : 7;
		int32_t minus : 5, one : 1;
		uint64_t : 16;
		uint32_t named : 4;
		uint32_t truth : 1;
		int64_t wide : 60;
	} __attribute__((packed))
	value = { 5, 100, -3, -1, 2, 1, INT64_C(-3) * (INT64_C(1) << 50) };

	btf__add_enum_value(t->btf, "RED", 2);
	id = btf__add_struct(t->btf, "bits", sizeof(value));
	field(t, "low", t->u32, 0, 3);
	field(t, "across", t->u32, 3, 7);
	field(t, "minus", t->s32, 10, 5);
	field(t, "one", t->s32, 15, 1);
	field(t, "named", colour, 32, 4);
	field(t, "truth", t->boolean, 36, 1);
	field(t, "wide", t->s64, 37, 60);
	expect_dialect(t, id, PLAN_NATIVE, &value, sizeof(value),
		       "{\"low\":5,\"across\":100,\"minus\":-3,\"one\":-1,\"named\":\"RED\","
		       "\"truth\":true,\"wide\":-3377699720527872}");
	expect_dialect(t, id, PLAN_BPFTOOL, &value, sizeof(value),
		       "{\"low\":\"0x5\",\"across\":\"0x64\",\"minus\":\"0x1d\",\"one\":\"0x1\","
		       "\"named\":\"0x2\",\"truth\":\"0x1\",\"wide\":\"0xff4000000000000\"}");
}

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
/* 64 and 128 bits that begin inside a byte; as host compilers do not lay them out. */
static void bitfields_wide(void **state)
{
	const struct types *t = *state;
	int s128 = btf__add_int(t->btf, "__int128", 16, BTF_INT_SIGNED), id;

	id = btf__add_struct(t->btf, "bits", 16);
	field(t, "a", t->u32, 0, 1);
	field(t, "b", t->u64, 1, 64);
	field(t, "c", s128, 65, 63);
	EXPECT_BYTES(t, id, "{\"a\":1,\"b\":18446744073709551615,\"c\":-1}", 255, 255, 255, 255,
		     255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255);
	id = btf__add_struct(t->btf, "bits", 17);
	field(t, "a", t->u32, 0, 7);
	field(t, "b", s128, 7, 128);
	EXPECT_BYTES(t, id, "{\"a\":127,\"b\":-170141183460469231731687303715884105727}", 255, 0, 0,
		     0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x40);
}

/* As compilers wrote bitfields before BTF had a flag for them. */
static void bitfields_old(void **state)
{
	const struct types *t = *state;
	int three = odd_int(t, "unsigned int", 4, 0, 0, 3), id;
	int four = odd_int(t, "int", 4, BTF_INT_SIGNED, 4, 4);

	id = btf__add_struct(t->btf, "old", 1);
	field(t, "a", three, 0, 0);
	field(t, "b", four, 0, 0);
	btf_members(raw_type(t, id))[0].offset = 1;
	EXPECT_BYTES(t, id, "{\"a\":5,\"b\":-2}", 0xeb);
	EXPECT_BYTES(t, odd_int(t, "u24", 3, 0, 0, 24), "131329", 1, 1, 2);
	EXPECT_BYTES(t, odd_int(t, "low", 8, 0, 0, 32), "16843009", 1, 1, 1, 1, 2, 2, 2, 2);
}

static void off_the_byte_grid(void **state)
{
	const struct types *t = *state;
	int id = btf__add_struct(t->btf, "odd", 2);

	field(t, "n", t->u8, 0, 0);
	btf_members(raw_type(t, id))[0].offset = 3;
	EXPECT_BYTES(t, id, "{\"n\":255}", 0xf8, 0x07);
}

static void enums_in_bits(void **state)
{
	const struct types *t = *state;
	int old = btf__add_enum(t->btf, "old", 4), id;

	btf__add_enum_value(t->btf, "MINUS_TWO", -2);
	raw_type(t, old)->info &= ~(1U << 31);
	id = btf__add_struct(t->btf, "s", 1);
	field(t, "a", old, 0, 4);
	field(t, "b", old, 4, 4);
	EXPECT_BYTES(t, id, "{\"a\":\"MINUS_TWO\",\"b\":13}", 0xde);
}
#endif

static void arrays(void **state)
{
	const struct types *t = *state;
	int name = array_of(t, btf__add_typedef(t->btf, "letter", t->chr), 4), rows, none, id;

	none = array_of(t, t->u32, 0);
	rows = array_of(t, array_of(t, t->u8, 2), 3);
	EXPECT_BYTES(t, rows, "[[1,2],[3,4],[5,6]]", 1, 2, 3, 4, 5, 6);
	EXPECT_BYTES(t, array_of(t, name, 2), "[\"ab\",\"c\"]", 'a', 'b', 0, 0, 'c', 0, 0, 0);
	EXPECT_BYTES_IN(t, name, PLAN_BPFTOOL, "[97,98,0,0]", 'a', 'b', 0, 0);
	EXPECT_BYTES_IN(t, array_of(t, t->chr, 3), PLAN_BPFTOOL, "\"ab\"", 'a', 'b', 0);
	EXPECT_BYTES(t, array_of(t, t->s8, 2), "[-1,1]", 255, 1);
	id = btf__add_struct(t->btf, "s", 2);
	field(t, "a", t->u8, 0, 0);
	field(t, "none", none, 8, 0);
	field(t, "b", t->u8, 8, 0);
	EXPECT_BYTES(t, array_of(t, id, 2),
		     "[{\"a\":1,\"none\":[],\"b\":2},{\"a\":3,\"none\":[],\"b\":4}]", 1, 2, 3, 4);
	EXPECT_BYTES(t, array_of(t, btf__add_struct(t->btf, "none", 0), 2), "[{},{}]", 0);
}

static void flexible_arrays(void **state)
{
	const struct types *t = *state;
	int items = array_of(t, t->u16, 0), letters = array_of(t, t->chr, 0), tail, id, text;

	tail = btf__add_struct(t->btf, "tail", 1);
	field(t, "n", t->u8, 0, 0);
	field(t, "items", items, 8, 0);
	id = btf__add_struct(t->btf, "outer", 2);
	field(t, "a", t->u8, 0, 0);
	field(t, "tail", tail, 8, 0);
	EXPECT_BYTES(t, id, "{\"a\":1,\"tail\":{\"n\":2,\"items\":[257,514]}}", 1, 2, 1, 1, 2, 2,
		     9);
	EXPECT_BYTES_IN(t, id, PLAN_BPFTOOL, "{\"a\":1,\"tail\":{\"n\":2,\"items\":[]}}", 1, 2, 1,
			1);
	EXPECT_BYTES(t, array_of(t, tail, 2), "[{\"n\":1,\"items\":[]},{\"n\":2,\"items\":[]}]", 1,
		     2, 3, 4);
	text = btf__add_struct(t->btf, "text", 1);
	field(t, "n", t->u8, 0, 0);
	field(t, "name", letters, 8, 0);
	EXPECT_BYTES(t, text, "{\"n\":1,\"name\":\"ab\"}", 1, 'a', 'b');
	EXPECT_BYTES(t, array_of(t, t->u8, 0), "[1,2]", 1, 2);
}

static void specials(void **state)
{
	const struct types *t = *state;
	int lock = btf__add_struct(t->btf, "bpf_spin_lock", 4), id;
	field(t, "val", t->u32, 0, 0);
	id = btf__add_struct(t->btf, "s", 8);
	field(t, "lock", lock, 0, 0);
	field(t, "n", t->u32, 32, 0);
	EXPECT(t, id, "{\"lock\":\"struct bpf_spin_lock\",\"n\":1}", uint64_t,
	       IS_LITTLE ? UINT64_C(1) << 32 : 1);
	EXPECT_BPFTOOL(t, id, "{\"lock\":{\"val\":0},\"n\":0}", uint64_t, 0);
}

static void expect_special(const struct types *t, int id, bool is_there)
{
	assert_int_equal(special_within(t->btf, (uint32_t)id), is_there);
}

static int struct_of(const struct types *t, const char *name, int member)
{
	int id = btf__add_struct(t->btf, "s", 8);

	field(t, name, member, 0, 0);
	return id;
}

/* Wherever it lies, and whether the type makes a plan or not. */
static void specials_are_found(void **state)
{
	const struct types *t = *state;
	int lock = btf__add_struct(t->btf, "bpf_spin_lock", 4), timer, both, id;

	field(t, "val", t->u32, 0, 0);
	timer = btf__add_struct(t->btf, "bpf_timer", 16);
	expect_special(t, t->u64, false);
	expect_special(t, 0, false);
	expect_special(t, struct_of(t, "val", struct_of(t, "val", t->u32)), false);
	expect_special(t, struct_of(t, "lock", lock), true);
	expect_special(t, btf__add_typedef(t->btf, "value", struct_of(t, "t", timer)), true);
	expect_special(t, struct_of(t, NULL, struct_of(t, "lock", lock)), true);
	expect_special(t, struct_of(t, "locks", array_of(t, lock, 1)), true);
	both = btf__add_union(t->btf, NULL, 4);
	field(t, "lock", lock, 0, 0);
	expect_special(t, struct_of(t, NULL, both), true);
	expect_special(t, btf__add_ptr(t->btf, lock), false);
	id = btf__add_ptr(t->btf, btf__add_type_tag(t->btf, "kptr", lock));
	expect_special(t, struct_of(t, "pointer", id), true);
	id = btf__add_var(t->btf, "guard", BTF_VAR_STATIC, lock);
	btf__add_datasec(t->btf, ".data", 4);
	btf__add_datasec_var_info(t->btf, id, 0, 4);
	expect_special(t, (int)btf__type_cnt(t->btf) - 1, true);
}

/* 2 to the power of 40 members, and nothing among them: not looked at, so there may be. */
static void a_search_for_specials_ends(void **state)
{
	const struct types *t = *state;
	int id = t->u32;

	for (int i = 0; i < 40; i++) {
		int outer = btf__add_struct(t->btf, "s", 8);

		field(t, "a", id, 0, 0);
		field(t, "b", id, 0, 0);
		id = outer;
	}
	expect_special(t, id, true);
	for (id = t->u32; btf__type_cnt(t->btf) < 100000;)
		id = btf__add_typedef(t->btf, "long", id);
	expect_special(t, id, true);
}

static void sections(void **state)
{
	const struct types *t = *state;
	int a = btf__add_var(t->btf, "count", BTF_VAR_STATIC, t->u16);
	int b = btf__add_var(t->btf, "count", BTF_VAR_STATIC, t->u8);
	int c = btf__add_var(t->btf, "extern", BTF_VAR_GLOBAL_EXTERN,
			     btf__add_fwd(t->btf, "x", BTF_FWD_STRUCT));
	int id = btf__add_datasec(t->btf, ".data", 5);

	btf__add_datasec_var_info(t->btf, a, 0, 2);
	btf__add_datasec_var_info(t->btf, b, 2, 1);
	btf__add_datasec_var_info(t->btf, c, 3, 2);
	EXPECT_BYTES(t, id, "{\"count\":257,\"count#2\":2,\"extern\":\"0304\"}", 1, 1, 2, 3, 4);
	EXPECT_BYTES_IN(
		t, id, PLAN_BPFTOOL,
		"{\".data\":[{\"count\":257},{\"count\":2},{\"extern\":[\"0x03\",\"0x04\"]}]}", 1,
		1, 2, 3, 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TYPE_TEST(structs),
		TYPE_TEST(unions_and_anonymous),
		TYPE_TEST(bitfields),
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
		TYPE_TEST(bitfields_wide),
		TYPE_TEST(bitfields_old),
		TYPE_TEST(off_the_byte_grid),
		TYPE_TEST(enums_in_bits),
#endif
		TYPE_TEST(arrays),
		TYPE_TEST(flexible_arrays),
		TYPE_TEST(specials),
		TYPE_TEST(specials_are_found),
		TYPE_TEST(a_search_for_specials_ends),
		TYPE_TEST(sections),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
