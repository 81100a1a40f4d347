/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "codec/enum_names.h"

#include <search.h>

#include "base/alloc.h"
#include "codec/compile.h"

/* What the tables of one plan may hold together. */
#define ENUM_VALUES_MAX (PLAN_NODES_MAX / 4)

struct enum_table {
	uint32_t type_id;
	struct enum_names *names;
};

struct declared {
	uint64_t value;
	uint32_t index;
	const char *name;
};

static int by_type_id(const void *a, const void *b)
{
	const struct enum_table *x = a, *y = b;

	return (x->type_id > y->type_id) - (x->type_id < y->type_id);
}

static int by_value(const void *a, const void *b)
{
	const struct declared *x = a, *y = b;

	if (x->value != y->value)
		return x->value < y->value ? -1 : 1;
	return x->index < y->index ? -1 : 1;
}

/*
 * A value as decode will have read it.  BTF without the signed flag may be
 * unsigned, or from a compiler that did not know the flag (clang before 15):
 * both are told right by the low bits, as many as the enum has.
 */
static uint64_t as_read(const struct compile *c, const struct btf_type *t, uint64_t value)
{
	unsigned int shift = t->size < 8 ? 64 - 8 * t->size : 0;

	if (c->dialect == PLAN_BPFTOOL)
		return value;
	if (btf_kflag(t))
		return (uint64_t)((int64_t)(value << shift) >> shift);
	if (btf_is_enum(t) && shift == 0)
		shift = 32;
	return value << shift >> shift;
}

static struct declared declared_value(const struct compile *c, const struct btf_type *t, uint32_t i)
{
	struct declared d = { .index = i };

	if (btf_is_enum(t)) {
		const struct btf_enum *e = &btf_enum(t)[i];

		d.name = btf_name(c->btf, e->name_off);
		d.value = as_read(c, t, (uint64_t)(int64_t)e->val);
	} else {
		const struct btf_enum64 *e = &btf_enum64(t)[i];

		d.name = btf_name(c->btf, e->name_off);
		d.value = as_read(c, t, (uint64_t)e->val_hi32 << 32 | e->val_lo32);
	}
	return d;
}

/* Sorted, and of equal values the first only. */
static struct enum_names *names_new(const struct compile *c, const struct btf_type *t)
{
	uint32_t n = btf_vlen(t);
	struct enum_names *names = mem_zero(sizeof(*names) + n * sizeof(names->values[0]));
	_cleanup_free_ struct declared *all = mem_zero(n * sizeof(*all));

	for (uint32_t i = 0; i < n; i++)
		all[i] = declared_value(c, t, i);
	qsort(all, n, sizeof(*all), by_value);
	for (uint32_t i = 0; i < n; i++) {
		if (i && all[i].value == all[i - 1].value)
			continue;
		names->values[names->n++] = (struct enum_value){ .value = all[i].value,
								 .name = all[i].name };
	}
	return names;
}

int compile_enum_names(struct compile *c, const struct btf_behind *t, const struct enum_names **ret)
{
	struct enum_table *table, **at, key = { .type_id = t->id };
	void **root = &c->plan->owned->enums;

	at = tfind(&key, root, by_type_id);
	if (!at) {
		c->enum_values += btf_vlen(t->type);
		if (c->enum_values > ENUM_VALUES_MAX)
			return compile_refuse(c, "has more than %d enum values", ENUM_VALUES_MAX);
		table = mem_zero(sizeof(*table));
		*table = (struct enum_table){ .type_id = t->id, .names = names_new(c, t->type) };
		at = tsearch(table, root, by_type_id);
		if (!at)
			abort();
	}
	*ret = (*at)->names;
	return 0;
}

static void table_free(void *p)
{
	struct enum_table *table = p;

	free(table->names);
	free(table);
}

void enum_names_free(void *enums)
{
	tdestroy(enums, table_free);
}

void plan_forget_names(struct plan *plan)
{
	for (uint32_t i = 0; i < plan->n_steps; i++)
		if (plan->steps[i].kind == STEP_ENUM || plan->steps[i].kind == STEP_EBITS)
			plan->steps[i].names = NULL;
}
