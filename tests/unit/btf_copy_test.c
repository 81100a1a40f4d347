/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Types moved into another BTF: as they lie, with what they need, within bounds. */
#include "codec/btf_copy.h"
#include "codec/btf_find.h"
#include "codec/ctype_parse.h"
#include "layout_spell.h"
#include "plan_fixture.h"

static const char everything[] =
	"struct point { int x; const u16 y:3; }; typedef struct point point_t;"
	"enum way { IN, OUT = -1 }; enum far { BEYOND = 1 << 40 };"
	"struct peer { point_t at[2]; enum way way; enum far far; volatile float f;"
	"  struct peer *restrict next; union { long a; char b[3]; }; void (*call)(int, ...);"
	"  struct task __attribute__((btf_type_tag(\"kptr\"))) *task; }";

/* A copy lies as the original does, and has what it points to by name only. */
static void copies(void **state)
{
	struct btf *from = btf__new_empty(), *to = btf__new_empty();
	uint32_t id = 0, copied = 0;
	struct btf_copy *copy;
	struct buf before = { 0 }, after = { 0 };
	struct err err;

	(void)state;
	assert_int_equal(ctype_parse(everything, from, NULL, &id, &err), 0);
	copy = btf_copy_new(from, to);
	assert_int_equal(btf_copy_type(copy, id, &copied, &err), 0);
	layout_spell(from, id, &before);
	layout_spell(to, copied, &after);
	assert_string_equal(buf_str(&before), buf_str(&after));
	assert_true(btf_find(to, "peer", BTF_KINDS(BTF_KIND_FWD)) != 0);
	assert_int_equal(btf_copy_type(copy, 0, &copied, &err), 0);
	assert_int_equal(copied, 0);
	assert_int_equal(btf_copy_type(copy, 4242, &copied, &err), -ERR_USAGE);
	assert_string_equal(err.msg, "it refers to type 4242, which is not there");
	buf_done(&before);
	buf_done(&after);
	btf_copy_free(copy);
	btf__free(from);
	btf__free(to);
}

/* The body of what programs keep pointers to, even to itself, and of what lists contain. */
static void what_the_kernel_follows_is_copied(void **state)
{
	static const char text[] =
		"struct other { u8 a; };"
		"struct node { struct node __attribute__((btf_type_tag(\"kptr\"))) *next; u32 v; };"
		"struct held { u64 node; }; struct unused { u64 x; };"
		"struct val { struct node __attribute__((btf_type_tag(\"kptr\"))) *n;"
		"  struct other *o; u64 head; }";
	struct btf *from = btf__new_empty(), *to = btf__new_empty();
	struct btf_copy *copy;
	uint32_t id = 0, copied = 0, n_types;
	struct err err;
	int tag;

	(void)state;
	assert_int_equal(ctype_parse(text, from, NULL, &id, &err), 0);
	assert_true(btf__add_decl_tag(from, "contains:held:node", (int)id, 2) > 0);
	assert_true(btf__add_decl_tag(from, "contains:none:node", (int)id, 2) > 0);
	assert_true(btf__add_decl_tag(from, "else", (int)id, 1) > 0);
	copy = btf_copy_new(from, to);
	assert_int_equal(btf_copy_type(copy, id, &copied, &err), 0);
	assert_true(btf_find(to, "node", BTF_KINDS_STRUCT) != 0);
	assert_true(btf_find(to, "held", BTF_KINDS_STRUCT) != 0);
	assert_int_equal(btf_find(to, "other", BTF_KINDS_STRUCT), 0);
	assert_int_equal(btf_find(to, "unused", BTF_KINDS_STRUCT), 0);
	assert_int_equal(btf_find(to, "else", BTF_KINDS(BTF_KIND_DECL_TAG)), 0);
	tag = btf__find_by_name_kind(to, "contains:held:node", BTF_KIND_DECL_TAG);
	assert_true(tag > 0);
	assert_int_equal(btf__type_by_id(to, (uint32_t)tag)->type, copied);
	assert_int_equal(btf_decl_tag(btf__type_by_id(to, (uint32_t)tag))->component_idx, 2);
	n_types = btf__type_cnt(to);
	assert_int_equal(btf_copy_type(copy, id, &copied, &err), 0);
	assert_int_equal(btf__type_cnt(to), n_types);
	btf_copy_free(copy);
	btf__free(from);
	btf__free(to);
}

static void copies_are_bounded(void **state)
{
	const struct types *t = *state;
	struct btf *to = btf__new_empty();
	struct btf_copy *copy;
	int id = t->u32, loop;
	struct err err;
	uint32_t copied;

	for (int i = 0; i < 100; i++) {
		int outer = btf__add_struct(t->btf, NULL, 4);

		field(t, "s", id, 0, 0);
		id = outer;
	}
	loop = btf__add_ptr(t->btf, t->u32);
	raw_type(t, loop)->type = (uint32_t)loop;
	copy = btf_copy_new(t->btf, to);
	assert_int_equal(btf_copy_type(copy, (uint32_t)id, &copied, &err), -ERR_USAGE);
	assert_string_equal(err.msg, "it is nested deeper than 64 levels");
	assert_int_equal(btf_copy_type(copy, (uint32_t)loop, &copied, &err), -ERR_USAGE);
	btf_copy_free(copy);
	btf__free(to);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(copies),
		cmocka_unit_test(what_the_kernel_follows_is_copied),
		TYPE_TEST(copies_are_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
