/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Structs, unions and DATASECs: what becomes an object. */
#include <stdio.h>

#include "base/alloc.h"
#include "codec/compile.h"

static int compile_members(struct compile *c, const struct btf_type *t, struct name_scope *scope,
			   const struct place *at);

/* An anonymous struct or union, whose members belong to the object around it. */
static bool is_flattened(struct compile *c, const struct btf_behind *t, const char *name)
{
	return !*name && c->dialect == PLAN_NATIVE && btf_is_aggregate(t->type) &&
	       !compile_is_special(c, t->type);
}

static int compile_flattened(struct compile *c, const struct btf_behind *t,
			     struct name_scope *scope, const struct place *at)
{
	struct place inside = *at;

	if (t->type->size > at->limit - at->offset)
		return compile_refuse(c, "has a field that reaches beyond its %u bytes", at->limit);
	inside.limit = at->offset + t->type->size;
	inside.depth++;
	return compile_members(c, t->type, scope, &inside);
}

static int compile_member(struct compile *c, const struct btf_type *t, uint32_t i,
			  struct name_scope *scope, const struct place *at)
{
	const struct btf_member *m = &btf_members(t)[i];
	uint32_t bit_offset = btf_member_bit_offset(t, i), bits = btf_member_bitfield_size(t, i);
	const char *name = btf_name(c->btf, m->name_off);
	struct place place = *at;
	struct btf_behind type;
	char unnamed[16];
	int r;

	r = compile_visit(c);
	if (r < 0)
		return r;
	r = compile_follow(c, m->type, &type);
	if (r < 0)
		return r;
	if (bit_offset / 8 > at->limit - at->offset)
		return compile_refuse(c, "has a field that lies beyond its %u bytes", at->limit);
	if (btf_is_struct(t) && i != (uint32_t)btf_vlen(t) - 1)
		place.end = 0;
	if (!bits && bit_offset % 8 == 0 && is_flattened(c, &type, name)) {
		place.offset += bit_offset / 8;
		return compile_flattened(c, &type, scope, &place);
	}
	if (!*name && c->dialect == PLAN_NATIVE) {
		snprintf(unnamed, sizeof(unnamed), "_%u", i);
		name = unnamed;
	}
	name = name_scope_add(scope, name);
	if (!bits && (bit_offset % 8 || (type.type && compile_is_odd_int(type.type))))
		bits = type.type ? compile_width(type.type) : 0;
	else if (!bits) {
		place.offset += bit_offset / 8;
		return compile_type(c, m->type, name, &place);
	}
	r = compile_bits(c, &type, name, &place, bit_offset, bits);
	if (r == 0)
		compile_declared(c, c->plan->n_steps - 1, m->type);
	return r;
}

static int compile_members(struct compile *c, const struct btf_type *t, struct name_scope *scope,
			   const struct place *at)
{
	int r = 0;

	if (at->depth > PLAN_DEPTH_MAX)
		return compile_refuse(c, "is nested deeper than %d levels", PLAN_DEPTH_MAX);
	for (uint32_t i = 0; i < btf_vlen(t) && r == 0; i++)
		r = compile_member(c, t, i, scope, at);
	return r;
}

int compile_struct(struct compile *c, const struct btf_behind *t, const char *name,
		   const struct place *at)
{
	_cleanup_(name_scope_done) struct name_scope scope = { .allows_twice = c->dialect ==
									       PLAN_BPFTOOL };
	struct place inside = *at;
	uint32_t index = c->plan->n_steps;
	int r;

	if (compile_is_special(c, t->type))
		return compile_special(c, t, name, at);
	r = compile_open(c, (struct step){ .kind = STEP_OPEN, .count = t->type->size }, name, at);
	if (r < 0)
		return r;
	inside.limit = at->offset + t->type->size;
	inside.depth++;
	r = compile_members(c, t->type, &scope, &inside);
	return r < 0 ? r : compile_close(c, index);
}

/* One variable: it owns the bytes that the section says, whatever its type says. */
static int compile_variable(struct compile *c, const struct btf_var_secinfo *info,
			    struct name_scope *scope, const struct place *at)
{
	const struct btf_type *var = btf__type_by_id(c->btf, info->type);
	bool is_wrapped = c->dialect == PLAN_BPFTOOL;
	uint32_t index = c->plan->n_steps;
	struct place place = *at;
	const char *name;
	int r;

	if (!var)
		return compile_refuse(c, "refers to type %u, which is not there", info->type);
	if ((uint64_t)info->offset + info->size > at->limit - at->offset)
		return compile_refuse(c, "has a variable that reaches beyond its %u bytes",
				      at->limit);
	name = name_scope_add(scope, btf_name(c->btf, var->name_off));
	if (is_wrapped) {
		r = compile_open(c, (struct step){ .kind = STEP_OPEN }, NULL, at);
		if (r < 0)
			return r;
		place.depth++;
	}
	place.offset += info->offset;
	place.limit = place.end = place.offset + info->size;
	r = compile_type(c, btf_is_var(var) ? var->type : info->type, name, &place);
	if (r == 0 && is_wrapped)
		r = compile_close(c, index);
	return r;
}

static int compile_variables(struct compile *c, const struct btf_type *t, const struct place *at)
{
	_cleanup_(name_scope_done) struct name_scope scope = { .allows_twice = c->dialect ==
									       PLAN_BPFTOOL };
	int r = 0;

	for (uint32_t i = 0; i < btf_vlen(t) && r == 0; i++)
		r = compile_variable(c, &btf_var_secinfos(t)[i], &scope, at);
	return r;
}

/* bpftool's {".data": [{"a": 1}, {"b": 2}]}: an array once around objects of one variable. */
static int compile_section_list(struct compile *c, const struct btf_type *t, const struct place *at)
{
	const struct step step = { .kind = STEP_ARRAY, .count = 1, .stride = t->size };
	const struct place inside = { .limit = t->size, .depth = at->depth + 1 };
	_cleanup_(name_scope_done) struct name_scope scope = { .allows_twice = true };
	uint32_t index = c->plan->n_steps;
	int r;

	r = compile_open(c, step, name_scope_add(&scope, btf_name(c->btf, t->name_off)), at);
	if (r == 0)
		r = compile_variables(c, t, &inside);
	return r < 0 ? r : compile_close(c, index);
}

int compile_datasec(struct compile *c, const struct btf_behind *t, const char *name,
		    const struct place *at)
{
	struct place inside = *at;
	uint32_t index = c->plan->n_steps;
	int r;

	r = compile_open(c, (struct step){ .kind = STEP_OPEN, .count = t->type->size }, name, at);
	if (r < 0)
		return r;
	inside.limit = at->offset + t->type->size;
	inside.depth++;
	if (c->dialect == PLAN_BPFTOOL)
		r = compile_section_list(c, t->type, &inside);
	else
		r = compile_variables(c, t->type, &inside);
	return r < 0 ? r : compile_close(c, index);
}
