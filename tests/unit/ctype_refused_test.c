/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* C text that makes no type: what is wrong, and where. */
#include "ctype_fixture.h"

static const struct {
	const char *text, *why;
} rows[] = {
	{ "", "column 1: a type was expected, not the end" },
	{ " ; ", "column 4: a type was expected, not the end" },
	{ "4", "column 1: a type was expected, not '4'" },
	{ "u32 x", "column 5: a type was expected, without a name behind it" },
	{ "u32 u64", "column 5: a type was expected, without a name behind it" },
	{ "struct", "column 7: a name, or '{', was expected, not the end" },
	{ "struct { u32 a }", "column 16: ';' or ',' was expected, not '}'" },
	{ "struct { u32 a; ", "column 17: a type was expected, not the end" },
	{ "struct {\n u32 a;\n u32 b c; }", "line 3, column 8: ';' or ',' was expected, not 'c'" },
	{ "struct { u32; }", "column 13: a member's name was expected, not ';'" },
	{ "struct { u32 a; u8 a; }", "column 20: there is a member 'a' already" },
	{ "struct { u32 a; struct { u32 b, a; }; }", "column 17: there is a member 'a' already" },
	{ "struct { const union { struct { u32 a; }; u8 b; }; u32 b; }",
	  "column 56: there is a member 'b' already" },
	{ "struct { struct { u8 a; } s; struct t; }",
	  "column 38: a member's name was expected, not ';'" },
	{ "struct { void v; }", "column 15: void has no size; a pointer to it has" },
	{ "struct { int f(void); }", "column 14: this type has no size; a pointer to it has" },
	{ "struct s { struct s s; }", "column 21: 'struct s' would hold itself" },
	{ "struct { u32 a:33; }", "column 16: the width of such a bitfield is 0 to 32" },
	{ "struct { bool a:2; }", "column 17: the width of such a bitfield is 0 to 1" },
	{ "struct { u8 *a:2; }", "column 16: only integers and enums have bits" },
	{ "struct { u8 a:0; }", "column 15: a bitfield of no bits has no name" },
	{ "struct { u8 a[]; u8 b; }",
	  "column 13: what has no size of its own can only be the last" },
	{ "u8[]", "column 1: how many elements it has is missing" },
	{ "u8[-1]", "column 4: how many there are is 0 to 4294967295" },
	{ "u8[2][]", "column 7: a number was expected, not ']'" },
	{ "u8[2", "column 5: ']' was expected, not the end" },
	{ "u64[4294967295]", "column 4: the array has more than 536870911 bytes" },
	{ "u8[010]", "column 4: a number that begins with 0 could be octal" },
	{ "u8[1/0]", "column 5: the result is no number of 64 bits" },
	{ "u8[18446744073709551616]", "column 4: the number does not fit 64 bits" },
	{ "u8[n]", "column 4: a number, or the name of an enum's value, was expected, not 'n'" },
	{ "unsigned float", "column 1: these words make no type of C: 'unsigned float'" },
	{ "long long long", "column 1: these words make no type of C: 'long long long'" },
	{ "struct { u8 a __attribute__((alined(4))); }",
	  "column 30: the attribute 'alined' is not known; did you mean 'aligned'?" },
	{ "struct { u8 a __attribute__((aligned(3))); }",
	  "column 38: an alignment is a power of two" },
	{ "typedef int t __attribute__((mode(DI))); t", "column 40: only enums take a mode here" },
	{ "enum { A, A }", "column 11: there is a value 'A' already" },
	{ "enum { A = 0x8000000000000000, B = -1 }", "column 32: the values do not fit 64 bits" },
	{ "struct s { u8 a; }; struct s { u8 b; }", "column 28: there is a 'struct s' already" },
	{ "struct s { u8 a; }; union s", "column 27: 's' is a struct above" },
	{ "typedef u8 a; typedef u16 a; a", "column 27: there is a type 'a' already" },
	{ "u32 /* x", "column 5: the comment has no end" },
	{ "#include <x>", "column 1: '#' is no part of a type" },
	{ "struct { u32 \xc3\xa4; }", "column 14: '\xc3\xa4' is no part of a type" },
	{ "struct { u32 \xc3; }", "column 14: '\xc3' is no part of a type" },
	{ "u32 \x80\x80", "column 5: '\x80' is no part of a type" },
	{ "static u32", "column 1: a type was expected, not 'static'" },
	{ "struct { typedef u32 t; }", "column 10: a type was expected, not 'typedef'" },
	{ "u8; u16 $", "column 9: '$' is no part of a type" },
	{ "int (*)(", "column 9: a type was expected, not the end" },
};

static void what_is_wrong_is_said(void **state)
{
	for (size_t i = 0; i < N_OF(rows); i++)
		expect_error(*state, rows[i].text, NULL, ERR_USAGE, rows[i].why);
}

static void names_that_nobody_knows(void **state)
{
	const struct types *t = *state;

	expect_error(t, "uint32", NULL, ERR_NO,
		     "column 1: there is no type 'uint32'; did you mean 'uint32_t'?");
	expect_error(t, "struct { u33 a; }", NULL, ERR_NO,
		     "column 10: there is no type 'u33'; did you mean 'u32'?");
	expect_error(t, "xyzzy", NULL, ERR_NO, "column 1: there is no type 'xyzzy'");
	expect_error(t, "struct flow { u8 a; }; struct flwo", NULL, ERR_NO,
		     "column 31: there is no type 'struct flwo'; did you mean 'struct flow'?");
	expect_error(t, "struct flow { u8 a; }; flow", NULL, ERR_NO,
		     "column 24: 'flow' is a struct: write 'struct flow'");
	expect_error(t, "struct flow { u8 a; }; flwo", NULL, ERR_NO,
		     "column 24: there is no type 'flwo'; did you mean 'struct flow'?");
	expect_error(t, "enum e", NULL, ERR_NO, "column 6: there is no type 'enum e'");
}

static void expect_bounded(const struct types *t, const char *before, const char *middle,
			   const char *after, size_t n)
{
	struct buf buf = { 0 };
	struct err err = { 0 };
	uint32_t id;

	for (size_t i = 0; i < n; i++)
		buf_puts(&buf, before);
	buf_puts(&buf, middle);
	for (size_t i = 0; i < n; i++)
		buf_puts(&buf, after);
	assert_int_equal(ctype_parse(buf_str(&buf), t->btf, NULL, &id, &err), -ERR_USAGE);
	assert_true(err.msg[0]);
	buf_done(&buf);
}

static void bombs(void **state)
{
	const struct types *t = *state;

	expect_bounded(t, "struct { ", "u8 a;", "} x;", 20000);
	expect_bounded(t, "u8 (*", "", ")[2]", 20000);
	expect_bounded(t, "(", "1", ")", 20000);
	expect_bounded(t, "", "u8[", "(", 20000);
	expect_bounded(t, "", "u8[", "-", 20000);
	expect_bounded(t, "", "u8[", "sizeof(struct { u8 a[", 10000);
	expect_bounded(t, "", "u8 ", "*", 20000);
	expect_bounded(t, "", "u8 ", "[2]", 20000);
	expect_bounded(t, "", "u8 (*)(", "u8 (*)(", 20000);
	expect_bounded(t, "", "struct {", "u64 a[67108863];", 2);
	expect_bounded(t, " ", "u8", "", 300000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TYPE_TEST(what_is_wrong_is_said),
		TYPE_TEST(names_that_nobody_knows),
		TYPE_TEST(bombs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
