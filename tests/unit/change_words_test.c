/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* FIELD=V over a value that is there: these bits, and no other. */
#include "base/buf.h"
#include "codec/encode.h"
#include "plan_fixture.h"

#define SIZE	  24
#define WORDS_MAX 4

/* struct { u32 a; u32 b1:3, b2:29; s8 list[3]; bool on; char name[4]; {u32 x;} in; u32 pad; } */
static int some_struct(const struct types *t)
{
	int list = array_of(t, t->s8, 3), name = array_of(t, t->chr, 4), in, id;

	in = btf__add_struct(t->btf, "inside", 4);
	field(t, "x", t->u32, 0, 0);
	id = btf__add_struct(t->btf, "some", SIZE);
	field(t, "a", t->u32, 0, 0);
	field(t, "b1", t->u32, 32, 3);
	field(t, "b2", t->u32, 35, 29);
	field(t, "list", list, 64, 0);
	field(t, "on", t->boolean, 88, 0);
	field(t, "name", name, 96, 0);
	field(t, "in", in, 128, 0);
	return id;
}

struct changed {
	struct err err;
	uint8_t data[SIZE];
};

/* The words over bytes that are all fill. */
static int changed(const struct types *t, int type_id, uint8_t fill, const char *const words[],
		   struct changed *ret)
{
	char *copies[WORDS_MAX];
	struct plan *plan;
	int n = 0, r;

	assert_int_equal(
		plan_compile(t->btf, (uint32_t)type_id, SIZE, PLAN_NATIVE, &plan, &ret->err), 0);
	for (; words[n]; n++)
		copies[n] = mem_strdup(words[n]);
	memset(ret->data, fill, SIZE);
	r = plan_change_words(plan, n, copies, ret->data, &ret->err);
	while (n)
		free(copies[--n]);
	plan_free(plan);
	return r;
}

#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Only the bytes of change, at offset, are others than before. */
static void expect_changed(const struct types *t, uint32_t offset, const void *change, size_t n,
			   const char *const words[])
{
	int id = some_struct(t);
	static const uint8_t fills[] = { 0x00, 0x5a, 0xff };

	for (size_t i = 0; i < sizeof(fills); i++) {
		uint8_t want[SIZE];
		struct changed got;

		if (changed(t, id, fills[i], words, &got))
			fail_msg("%s: %s", words[0], got.err.msg);
		memset(want, fills[i], SIZE);
		memcpy(want + offset, change, n);
		assert_memory_equal(got.data, want, SIZE);
	}
}

static void fields(void **state)
{
	const struct types *t = *state;

	expect_changed(t, 0, &(uint32_t){ 7 }, 4, WORDS("a=7"));
	expect_changed(t, 0, &(uint32_t){ 0 }, 4, WORDS(".a=0"));
	expect_changed(t, 9, "\xff", 1, WORDS("list[1]=-1"));
	expect_changed(t, 8, "\1\2\3", 3, WORDS("list=[1, 2, 3]"));
	expect_changed(t, 11, "\1", 1, WORDS("on=true"));
	expect_changed(t, 11, "\0", 1, WORDS("on=false"));
	expect_changed(t, 12, "ab\0", 4, WORDS("name=ab"));
	expect_changed(t, 16, &(uint32_t){ 9 }, 4, WORDS("in.x=9"));
	expect_changed(t, 16, &(uint32_t){ 9 }, 4, WORDS("in={\"x\": 9}"));
	expect_changed(t, 8, "\1\2\3\1", 4, WORDS("on=1", "list=[1,2,3]"));
}

static void bitfields(void **state)
{
	const struct types *t = *state;
	int id = some_struct(t);
	struct changed got;
	uint32_t bits;

	assert_int_equal(changed(t, id, 0xff, WORDS("b1=2"), &got), 0);
	memcpy(&bits, got.data + 4, sizeof(bits));
	assert_int_equal(bits, IS_LITTLE ? 0xfffffffau : 0x5fffffffu);
	assert_int_equal(changed(t, id, 0, WORDS("b2=1"), &got), 0);
	memcpy(&bits, got.data + 4, sizeof(bits));
	assert_int_equal(bits, IS_LITTLE ? 8u : 1u);
}

static void expect_refusal(const struct types *t, int id, const char *why,
			   const char *const words[])
{
	struct changed got;

	assert_int_equal(changed(t, id, 0, words, &got), -ERR_USAGE);
	assert_string_equal(got.err.msg, why);
}

static void refusals(void **state)
{
	const struct types *t = *state;
	int id = some_struct(t);

	expect_refusal(t, id, "'7' is not FIELD=VALUE", WORDS("7"));
	expect_refusal(t, id, "'{\"a\": 7}' is not FIELD=VALUE", WORDS("{\"a\": 7}"));
	expect_refusal(t, id, "'7' is not FIELD=VALUE", WORDS("a=1", "7"));
	expect_refusal(t, id, "there is no field 'lists'; did you mean 'list'?", WORDS("lists=7"));
	expect_refusal(t, id, "b1: '8' does not fit unsigned int:3: 0 to 7", WORDS("b1=8"));
	expect_refusal(t, id, "list: there is no [3]: 0 to 2", WORDS("list[3]=0"));
	expect_refusal(t, id, "a: its bytes are given twice, and differ", WORDS("a=1", "a=2"));
	expect_refusal(t, t->u32, "it is a single value, without fields", WORDS("a=1"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TYPE_TEST(fields),
		TYPE_TEST(bitfields),
		TYPE_TEST(refusals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
