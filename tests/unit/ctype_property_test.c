/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What ctype_define() writes of random types is read back: the same sizes, places and names. */
#include "codec/ctype.h"
#include "codec/ctype_parse.h"
#include "layout_spell.h"
#include "plan_fixture.h"
#include "random_types.h"

#define ROUNDS 10000

static uint32_t name_new(const struct types *t, const char *prefix, uint32_t n)
{
	char name[32];

	snprintf(name, sizeof(name), "%s%u", prefix, n);
	return (uint32_t)btf__add_str(t->btf, name);
}

/* C has no more than one float of a size. */
static void name_float(const struct types *t, uint32_t id)
{
	struct btf_type *type = raw_type(t, (int)id);
	const char *name = type->size == 2   ? "_Float16"
			   : type->size == 4 ? "float"
			   : type->size == 8 ? "double"
					     : "__float128";
	uint32_t offset = (uint32_t)btf__add_str(t->btf, name);

	if (type->size == 12)
		raw_type(t, (int)id)->size = 16;
	raw_type(t, (int)id)->name_off = offset;
}

static bool is_without_name(const struct types *t, const struct btf_member *m)
{
	const struct btf_type *type = btf__type_by_id(t->btf, m->type);

	return !m->name_off && type && btf_is_composite(type) && !type->name_off;
}

static void name_members(const struct types *t, uint32_t id, uint32_t *n)
{
	for (uint32_t i = 0; i < btf_vlen(raw_type(t, (int)id)); i++) {
		uint32_t name = name_new(t, "m", (*n)++);
		struct btf_member *m = &btf_members(raw_type(t, (int)id))[i];

		if (!is_without_name(t, m))
			m->name_off = name;
	}
}

/* No compiler makes an enum whose values do not fit its size. */
static void fit_value(const struct btf_type *type, struct btf_enum64 *value)
{
	if (btf_kflag(type) || type->size == 8)
		return;
	value->val_hi32 = 0;
	if (type->size < 4)
		value->val_lo32 &= (1u << 8 * type->size) - 1;
}

static void name_values(const struct types *t, uint32_t id, uint32_t *n)
{
	for (uint32_t i = 0; i < btf_vlen(raw_type(t, (int)id)); i++) {
		uint32_t name = name_new(t, "E", (*n)++);
		struct btf_type *type = raw_type(t, (int)id);

		if (btf_is_enum(type)) {
			btf_enum(type)[i].name_off = name;
		} else {
			btf_enum64(type)[i].name_off = name;
			fit_value(type, &btf_enum64(type)[i]);
		}
	}
}

/* Random types share their names; in C each has its own, or where it may none. */
static void name_type(const struct types *t, uint32_t id, uint32_t *n)
{
	const struct btf_type *type = raw_type(t, (int)id);
	uint32_t name = name_new(t, "t", (*n)++);

	type = raw_type(t, (int)id);
	if (btf_is_float(type)) {
		name_float(t, id);
	} else if (btf_is_any_enum(type)) {
		name_values(t, id, n);
		raw_type(t, (int)id)->name_off = random_below(2) ? name : 0;
	} else if (btf_is_composite(type)) {
		raw_type(t, (int)id)->name_off = random_below(2) ? name : 0;
	} else if (btf_is_int(type)) {
		raw_type(t, (int)id)->name_off = name;
	}
}

/* A float of 12 bytes has become one of 16: what held it is no more what it was. */
static bool has_float12(const struct types *t, uint32_t from)
{
	for (uint32_t id = from; id < btf__type_cnt(t->btf); id++)
		if (btf_is_float(raw_type(t, (int)id)) && raw_type(t, (int)id)->size == 12)
			return true;
	return false;
}

static void spell_c(const struct types *t, uint32_t id, struct buf *ret)
{
	ctype_define(t->btf, &id, 1, ret);
	ctype_inline(t->btf, id, ret);
}

static void comes_back(const struct types *t, uint32_t id)
{
	struct buf text = { 0 }, before = { 0 }, after = { 0 };
	struct btf *btf = btf__new_empty();
	uint32_t parsed = 0;
	struct err err;

	spell_c(t, id, &text);
	if (ctype_parse(buf_str(&text), btf, NULL, &parsed, &err))
		fail_msg("%s\n%s", err.msg, buf_str(&text));
	layout_spell(t->btf, id, &before);
	layout_spell(btf, parsed, &after);
	if (strcmp(buf_str(&before), buf_str(&after)) != 0)
		fail_msg("%s\n%s\n%s", buf_str(&text), buf_str(&before), buf_str(&after));
	buf_done(&text);
	buf_done(&before);
	buf_done(&after);
	btf__free(btf);
}

static void definitions_come_back(void **state)
{
	uint32_t n = 0, rounds = 0;

	(void)state;
	while (rounds < ROUNDS) {
		void *own;
		const struct types *t;
		uint32_t id, from;

		types_setup(&own);
		t = own;
		from = btf__type_cnt(t->btf);
		id = (uint32_t)random_type(t, 3);
		if (!has_float12(t, from)) {
			for (uint32_t i = from; i < btf__type_cnt(t->btf); i++)
				name_type(t, i, &n);
			for (uint32_t i = from; i < btf__type_cnt(t->btf); i++)
				if (btf_is_composite(raw_type(t, (int)i)))
					name_members(t, i, &n);
			comes_back(t, id);
			rounds++;
		}
		types_teardown(&own);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(definitions_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
