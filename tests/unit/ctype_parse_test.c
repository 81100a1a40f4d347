/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* C text turned into types as a compiler would. */
#include "ctype_fixture.h"
#include "ctype_layouts.h"

static void layouts_are_those_of_a_compiler(void **state)
{
	for (size_t i = 0; i < N_OF(ctype_layouts); i++)
		expect_layout(*state, ctype_layouts[i].text, ctype_layouts[i].layout);
}

static void names(void **state)
{
	static const struct {
		const char *text, *name, *layout;
	} rows[] = {
		{ "u32", "u32", "4 uint4" },
		{ "unsigned", "unsigned int", "4 uint4" },
		{ "long unsigned int long", "unsigned long long", "8 uint8" },
		{ "signed", "int", "4 int4" },
		{ "short signed int", "short", "2 int2" },
		{ "unsigned __int128", "unsigned __int128", "16 uint16" },
		{ "long double", "long double", "8 float8" },
		{ "bool", "bool", "1 bool1" },
		{ "_Bool", "_Bool", "1 bool1" },
		{ "__be16", "__be16", "2 uint2" },
		{ "__be32", "__be32", "4 uint4" },
		{ "__be64", "__be64", "8 uint8" },
		{ "__le32", "__le32", "4 uint4" },
		{ "int8_t", "int8_t", "1 int1" },
		{ "s64", "s64", "8 int8" },
		{ "size_t", "size_t", "8 uint8" },
		{ "char[16]", "char [16]", "16 [16]int1" },
		{ " char [0x2] [3] ;", "char [2][3]", "6 [2][3]int1" },
		{ "void *", "void *", "8 ptr8" },
		{ "const char *const", "const char *const", "8 ptr8" },
		{ "struct task_struct *", "struct task_struct *", "8 ptr8" },
		{ "void (*)(int, u8 *)", "void (*)(int, u8 *)", "8 ptr8" },
		{ "u8 (*(*[2])(void))[3]", "u8 (*(*[2])(void))[3]", "16 [2]ptr8" },
		{ "struct flow { u32 a; };", "struct flow", "4 struct4 a@0/uint4" },
		{ "typedef u32 id_t; id_t", "id_t", "4 uint4" },
		{ "__extension__ typedef u32 id_t; id_t", "id_t", "4 uint4" },
		{ "typedef u16 port, ports[4];", "ports", "8 [4]uint2" },
		{ "typedef unsigned short u32; u32", "u32", "2 uint2" },
		{ "enum color { RED, BLUE = 5 }", "enum color", "4 enum4" },
		{ "/* a */ struct s { u8 a; // b\n u8 /* c\n*/ b; }", "struct s",
		  "2 struct2 a@0/uint1 b@8/uint1" },
		{ "struct bpf_spin_lock", "struct bpf_spin_lock", "4 struct4 val@0/uint4" },
		{ "struct x __attribute__((btf_type_tag(\"kptr\"))) *",
		  "struct x __attribute__((btf_type_tag(\"kptr\"))) *", "8 ptr8" },
	};

	for (size_t i = 0; i < N_OF(rows); i++) {
		expect_name(*state, rows[i].text, rows[i].name);
		expect_layout(*state, rows[i].text, rows[i].layout);
	}
}

static void values_of_enums(void **state)
{
	const struct types *t = *state;
	uint32_t id = parsed(t, "enum e { A, B = 5, C, D = -3, E, F = C * 2 + (1 << 4) }", NULL);
	const struct btf_type *e = btf__type_by_id(t->btf, id);
	static const int want[] = { 0, 5, 6, -3, -2, 28 };

	assert_true(btf_is_enum(e) && btf_kflag(e));
	assert_int_equal(btf_vlen(e), N_OF(want));
	for (uint32_t i = 0; i < N_OF(want); i++)
		assert_int_equal(btf_enum(e)[i].val, want[i]);
	id = parsed(t, "enum { G = 18446744073709551615ULL }", NULL);
	e = btf__type_by_id(t->btf, id);
	assert_true(btf_is_enum64(e) && !btf_kflag(e));
	assert_int_equal(btf_enum64(e)[0].val_hi32, UINT32_MAX);
	id = parsed(t, "enum { H = -9223372036854775807LL - 1 }", NULL);
	e = btf__type_by_id(t->btf, id);
	assert_true(btf_is_enum64(e) && btf_kflag(e));
	assert_int_equal(btf_enum64(e)[0].val_hi32, UINT32_C(1) << 31);
}

/* A list's own pointers point to the struct, not to what was said of it before. */
static void a_struct_that_points_to_itself(void **state)
{
	const struct types *t = *state;
	uint32_t id = parsed(t, "struct node { struct node *next; }", NULL);
	const struct btf_type *node = btf__type_by_id(t->btf, id);
	const struct btf_type *next = btf__type_by_id(t->btf, btf_members(node)[0].type);

	assert_true(btf_is_ptr(next));
	assert_int_equal(next->type, id);
}

/* struct peer { struct point at; struct peer *next; struct { u16 port; } x; … } and what it needs.
 */
static struct btf *known_types(void)
{
	struct btf *btf = btf__new_empty();
	uint32_t id;
	struct err err;

	assert_int_equal(ctype_parse("struct point { u16 x, y; };"
				     "typedef struct point point_t; enum way { IN, OUT };"
				     "struct peer { point_t at; struct peer *next; enum way way:2;"
				     "  struct { __be16 port; } x[2]; void (*f)(struct peer *); }",
				     btf, NULL, &id, &err),
			 0);
	return btf;
}

static void names_are_looked_up(void **state)
{
	const struct types *t = *state;
	struct btf *known = known_types();
	struct buf buf = { 0 };
	const struct btf_type *type;
	uint32_t id = parsed(t, "struct peer", known), types;

	layout_spell(t->btf, id, &buf);
	assert_string_equal(buf_str(&buf), "32 struct32 at@0/struct4 at.x@0/uint2 at.y@16/uint2 "
					   "next@64/ptr8 way@128:2/enum4 x@144/[2]struct2 "
					   "x.port@144/uint2 f@192/ptr8");
	/* a pointer needs no more than a name */
	type = btf__type_by_id(t->btf, btf_members(btf__type_by_id(t->btf, id))[1].type);
	assert_true(btf_is_ptr(type));
	buf_clear(&buf);
	layout_spell(t->btf, parsed(t, "struct { u8 n; point_t p; struct point q[2]; }", known),
		     &buf);
	assert_string_equal(buf_str(&buf), "14 struct14 n@0/uint1 p@16/struct4 p.x@16/uint2 "
					   "p.y@32/uint2 q@48/[2]struct4 q.x@48/uint2 "
					   "q.y@64/uint2");
	types = btf__type_cnt(t->btf);
	parsed(t, "struct peer *", known);
	assert_int_equal(btf__type_cnt(t->btf), types + 2);
	expect_error(t, "struct pear", known, ERR_NO,
		     "column 8: there is no type 'struct pear'; did you mean 'struct peer'?");
	expect_error(t, "point", known, ERR_NO,
		     "column 1: 'point' is a struct: write 'struct point'");
	expect_error(t, "struct way", known, ERR_NO, "column 8: there is no type 'struct way'");
	buf_done(&buf);
	btf__free(known);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TYPE_TEST(layouts_are_those_of_a_compiler),
		TYPE_TEST(names),
		TYPE_TEST(values_of_enums),
		TYPE_TEST(a_struct_that_points_to_itself),
		TYPE_TEST(names_are_looked_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
