/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Types as C text. */
#include "base/buf.h"
#include "codec/ctype.h"
#include "plan_fixture.h"

static void expect_name(const struct types *t, int id, const char *name)
{
	struct buf buf = { 0 };

	ctype_name(t->btf, (uint32_t)id, &buf);
	assert_string_equal(buf_str(&buf), name);
	buf_done(&buf);
}

static void expect_definition(const struct types *t, int id, const char *text)
{
	const uint32_t type_id = (uint32_t)id;
	struct buf buf = { 0 };

	ctype_define(t->btf, &type_id, 1, &buf);
	assert_string_equal(buf_str(&buf), text);
	buf_done(&buf);
}

static void names(void **state)
{
	const struct types *t = *state;
	int flow = btf__add_struct(t->btf, "flow", 0), constant = btf__add_const(t->btf, t->chr);
	int proto = btf__add_func_proto(t->btf, t->u32), tag;

	btf__add_func_param(t->btf, "flow", btf__add_ptr(t->btf, flow));
	expect_name(t, 0, "void");
	expect_name(t, btf__add_typedef(t->btf, "u32", t->u32), "u32");
	expect_name(t, flow, "struct flow");
	expect_name(t, array_of(t, t->chr, 16), "char [16]");
	expect_name(t, array_of(t, array_of(t, t->u8, 2), 3), "unsigned char [3][2]");
	expect_name(t, btf__add_ptr(t->btf, constant), "const char *");
	expect_name(t, btf__add_const(t->btf, btf__add_ptr(t->btf, constant)), "const char *const");
	expect_name(t, btf__add_ptr(t->btf, array_of(t, flow, 2)), "struct flow (*)[2]");
	expect_name(t, btf__add_struct(t->btf, NULL, 4), "struct {...}");
	expect_name(t, btf__add_fwd(t->btf, "u", BTF_FWD_UNION), "union u");
	tag = btf__add_type_tag(t->btf, "kptr", flow);
	expect_name(t, btf__add_ptr(t->btf, tag),
		    "struct flow __attribute__((btf_type_tag(\"kptr\"))) *");
	expect_name(t, 4242, "/* unknown type */ void");
	(void)proto;
}

static void functions(void **state)
{
	const struct types *t = *state;
	int pointer = btf__add_ptr(t->btf, t->chr), none, some;

	none = btf__add_func_proto(t->btf, 0);
	some = btf__add_func_proto(t->btf, t->u32);
	btf__add_func_param(t->btf, "name", pointer);
	btf__add_func_param(t->btf, "", 0);
	expect_name(t, btf__add_ptr(t->btf, none), "void (*)(void)");
	expect_name(t, array_of(t, btf__add_ptr(t->btf, some), 4),
		    "unsigned int (*[4])(char *, ...)");
}

static void structs(void **state)
{
	const struct types *t = *state;
	int u32 = btf__add_typedef(t->btf, "u32", t->u32), name = array_of(t, t->chr, 16);
	int inner = btf__add_struct(t->btf, "inner", 16), self, anonymous, id;

	field(t, "name", name, 0, 0);
	anonymous = btf__add_union(t->btf, NULL, 4);
	field(t, "a", u32, 0, 0);
	field(t, "b", t->s32, 0, 0);
	id = btf__add_struct(t->btf, "outer", 40);
	self = btf__add_ptr(t->btf, id);
	/* The struct must be the last type to be given members. */
	id = btf__add_struct(t->btf, "outer", 40);
	raw_type(t, self)->type = (uint32_t)id;
	field(t, "inner", inner, 0, 0);
	field(t, NULL, anonymous, 128, 0);
	field(t, "low", u32, 160, 3);
	field(t, "next", self, 192, 0);
	field(t, "last", t->u8, 256, 0);
	expect_definition(t, id,
			  "struct inner {\n\tchar name[16];\n};\n\n"
			  "typedef unsigned int u32;\n"
			  "struct outer {\n\tstruct inner inner;\n"
			  "\tunion {\n\t\tu32 a;\n\t\tint b;\n\t};\n"
			  "\tu32 low:3;\n\tstruct outer *next;\n\tunsigned char last;\n};\n\n");
}

static void layouts(void **state)
{
	const struct types *t = *state;
	int id = btf__add_struct(t->btf, "packed", 5), inner;

	field(t, "a", t->u8, 0, 0);
	field(t, "b", t->u32, 8, 0);
	expect_definition(t, id,
			  "struct packed {\n\tunsigned char a;\n\tunsigned int b;\n"
			  "} __attribute__((packed));\n\n");
	id = btf__add_struct(t->btf, "gaps", 16);
	field(t, "a", t->u8, 0, 0);
	field(t, "b", t->u8, 32, 0);
	field(t, "c", t->u32, 74, 2);
	expect_definition(t, id,
			  "struct gaps {\n\tunsigned char a;\n\tunsigned char _pad1[3];\n"
			  "\tunsigned char b;\n\tunsigned char _pad5[4];\n\tunsigned char :2;\n"
			  "\tunsigned int c:2;\n\tunsigned char :4;\n\tunsigned char _pad10[6];\n"
			  "};\n\n");
	/* Padding of a struct without a name has names that differ from those beside it. */
	inner = btf__add_struct(t->btf, NULL, 2);
	field(t, "a", t->u8, 8, 0);
	id = btf__add_struct(t->btf, "nested", 4);
	field(t, "b", t->u8, 8, 0);
	field(t, NULL, inner, 16, 0);
	expect_definition(t, id,
			  "struct nested {\n\tunsigned char _pad0[1];\n\tunsigned char b;\n"
			  "\tstruct {\n\t\tunsigned char _pad0_1[1];\n\t\tunsigned char a;\n"
			  "\t};\n};\n\n");
}

static void enums(void **state)
{
	const struct types *t = *state;
	int id = btf__add_enum(t->btf, "small", 1), wide;

	btf__add_enum_value(t->btf, "A", 1);
	expect_definition(t, id, "enum small {\n\tA = 1,\n} __attribute__((packed));\n\n");
	wide = btf__add_enum64(t->btf, NULL, 8, true);
	btf__add_enum64_value(t->btf, "B", (uint64_t)INT64_MIN);
	btf__add_enum64_value(t->btf, "C", (uint64_t)-2);
	id = btf__add_typedef(t->btf, "wide_t", wide);
	expect_definition(t, id,
			  "typedef enum {\n\tB = -9223372036854775807LL - 1,\n\tC = -2LL,\n"
			  "} __attribute__((mode(DI))) wide_t;\n\n");
}

static void a_type_without_a_name_is_written_where_it_stands(void **state)
{
	const struct types *t = *state;
	struct buf buf = { 0 };
	int id = btf__add_struct(t->btf, NULL, 4);

	field(t, "n\n", t->u32, 0, 0);
	expect_definition(t, id, "");
	ctype_inline(t->btf, (uint32_t)id, &buf);
	assert_string_equal(buf_str(&buf), "struct {\n\tunsigned int n_x0a_;\n}");
	buf_done(&buf);
}

static void others(void **state)
{
	const struct types *t = *state;
	int made_up = btf__add_int(t->btf, "u24x", 4, 0), fwd, a, id;

	expect_definition(t, t->u32, "");
	expect_definition(t, made_up, "typedef unsigned int u24x;\n\n");
	fwd = btf__add_fwd(t->btf, "task", BTF_FWD_STRUCT);
	a = btf__add_var(t->btf, "current", BTF_VAR_STATIC, btf__add_ptr(t->btf, fwd));
	id = btf__add_datasec(t->btf, ".bss", 8);
	btf__add_datasec_var_info(t->btf, a, 0, 8);
	expect_definition(t, id, "struct task;\nstatic struct task *current;\n\n");
}

/* What goes to a compiler has no names that are more than names. */
static void names_that_are_code(void **state)
{
	const struct types *t = *state;
	int evil = btf__add_int(t->btf, "int; int y", 4, 0), choice, id;
	int tag = btf__add_type_tag(t->btf, "x\"))) int y; //", evil),
	    pointer = btf__add_ptr(t->btf, tag);

	choice = btf__add_enum(t->btf, "*/", 4);
	btf__add_enum_value(t->btf, "A, B", 1);
	id = btf__add_struct(t->btf, "s {}; struct", 24);
	field(t, "a;b", evil, 0, 0);
	field(t, "p", pointer, 64, 0);
	field(t, "2x", choice, 128, 0);
	expect_definition(t, id,
			  "typedef unsigned int int_x3b__x20_int_x20_y;\n"
			  "enum _x2a__x2f_ {\n\tA_x2c__x20_B = 1,\n};\n\n"
			  "struct s_x20__x7b__x7d__x3b__x20_struct {\n"
			  "\tint_x3b__x20_int_x20_y a_x3b_b;\n"
			  "\tint_x3b__x20_int_x20_y __attribute__((btf_type_tag("
			  "\"x_x22__x29__x29__x29__x20_int_x20_y_x3b__x20__x2f__x2f_\"))) *p;\n"
			  "\tenum _x2a__x2f_ _2x;\n};\n\n");
}

/* Bounded in time, and in size by what is there. */
static void bombs(void **state)
{
	const struct types *t = *state;
	int id = t->u32, loop, proto;
	struct buf buf = { 0 };
	uint32_t ids[3];

	for (int i = 0; i < 100000; i++) {
		int outer = btf__add_struct(t->btf, i & 1 ? "s" : NULL, 4);

		field(t, "s", id, 0, 0);
		id = outer;
	}
	ids[0] = (uint32_t)id;
	loop = btf__add_ptr(t->btf, t->u32);
	raw_type(t, loop)->type = (uint32_t)loop;
	ids[1] = (uint32_t)loop;
	proto = btf__add_func_proto(t->btf, 0);
	for (int i = 0; i < 100; i++)
		btf__add_func_param(t->btf, "p", proto);
	ids[2] = (uint32_t)proto;
	ctype_define(t->btf, ids, 3, &buf);
	assert_non_null(strstr(buf_str(&buf), "nested deeper than 64 levels"));
	assert_true(buf.len < 32 * 1024 * 1024);
	buf_done(&buf);
	ctype_name(t->btf, ids[2], &buf);
	assert_true(buf.len < 64 * 1024);
	buf_done(&buf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TYPE_TEST(names),
		TYPE_TEST(functions),
		TYPE_TEST(structs),
		TYPE_TEST(layouts),
		TYPE_TEST(enums),
		TYPE_TEST(others),
		TYPE_TEST(a_type_without_a_name_is_written_where_it_stands),
		TYPE_TEST(names_that_are_code),
		TYPE_TEST(bombs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
