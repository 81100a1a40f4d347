/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <string.h>

#include "codec/compile.h"

/*
 * Whether an array of type_id is text.  For bpftool a typedef of char is not;
 * everywhere else what counts is the name of the type behind it, as signed
 * char and unsigned char are small numbers.
 */
static bool is_text(struct compile *c, uint32_t type_id)
{
	const struct btf_type *t = btf__type_by_id(c->btf, type_id);

	while (t && c->links &&
	       (btf_is_mod(t) || (btf_is_typedef(t) && c->dialect == PLAN_NATIVE))) {
		c->links--;
		t = btf__type_by_id(c->btf, t->type);
	}
	if (!t || !btf_is_int(t) || t->size != 1 || btf_int_bits(t) != 8 || btf_int_offset(t))
		return false;
	return btf_int_encoding(t) & BTF_INT_CHAR ||
	       strcmp(btf_name(c->btf, t->name_off), "char") == 0;
}

/* Elements of an array: a flexible one takes what its place leaves. */
static uint32_t count_elements(struct compile *c, const struct btf_array *array,
			       const struct place *at, uint64_t element_bytes)
{
	uint64_t count;

	if (array->nelems || c->dialect == PLAN_BPFTOOL || element_bytes == 0 ||
	    at->end <= at->offset)
		return array->nelems;
	count = (at->end - at->offset) / element_bytes;
	compile_cover(c, (uint32_t)(at->offset + count * element_bytes));
	return (uint32_t)count;
}

int compile_array(struct compile *c, const struct btf_behind *t, const char *name,
		  const struct place *at)
{
	const struct btf_array *array = btf_array(t->type);
	struct step step = { .kind = STEP_ARRAY, .offset = at->offset };
	struct place element = { .depth = at->depth + 1 };
	uint32_t index = c->plan->n_steps;
	uint64_t bytes;
	int r;

	r = compile_bytes(c, array->type, &bytes);
	if (r < 0)
		return r;
	step.count = count_elements(c, array, at, bytes);
	if (is_text(c, array->type) && (step.count || c->dialect == PLAN_NATIVE)) {
		step.kind = STEP_STRING;
		return compile_step(c, &step, name, LOOK_CHAR);
	}
	if (step.count)
		step.stride = element.limit = (uint32_t)bytes;
	r = compile_open(c, step, name, at);
	if (r < 0)
		return r;
	if (step.count) {
		r = compile_type(c, array->type, NULL, &element);
		if (r < 0)
			return r;
	}
	return compile_close(c, index);
}
