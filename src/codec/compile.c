/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Drives the compilation of a type, and holds its bounds. */
#include "codec/compile.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "codec/ctype.h"

int compile_refuse(struct compile *c, const char *fmt, ...)
{
	_cleanup_(buf_done) struct buf name = { 0 };
	char why[160];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(why, sizeof(why), fmt, ap);
	va_end(ap);
	ctype_name(c->btf, c->plan->type_id, &name);
	return err_set(c->err, ERR_PARTIAL, "type %.200s %s", buf_str(&name), why);
}

int compile_visit(struct compile *c)
{
	if (c->visits++ < 2 * PLAN_STEPS_MAX)
		return 0;
	return compile_refuse(c, "has more than %d fields", PLAN_STEPS_MAX);
}

static int refuse_link(struct compile *c, int r, uint32_t type_id)
{
	if (r == -ENOENT)
		return compile_refuse(c, "refers to type %u, which is not there", type_id);
	return compile_refuse(c, "goes through too many typedefs and arrays");
}

int compile_follow(struct compile *c, uint32_t type_id, struct btf_behind *ret)
{
	int r = btf_follow(c->btf, type_id, &c->links, ret);

	return r < 0 ? refuse_link(c, r, type_id) : 0;
}

int compile_bytes(struct compile *c, uint32_t type_id, uint64_t *ret)
{
	int r = btf_bytes(c->btf, type_id, &c->links, ret);

	return r < 0 ? refuse_link(c, r, type_id) : 0;
}

const char *compile_keep(struct compile *c, char *s)
{
	struct plan_owned *owned = c->plan->owned;

	owned->strings = mem_more(owned->strings, owned->n_strings, &owned->cap_strings,
				  sizeof(*owned->strings));
	owned->strings[owned->n_strings++] = s;
	return s;
}

int compile_step(struct compile *c, const struct step *step, const char *name, enum look look)
{
	struct plan *plan = c->plan;
	struct step *added;

	if (plan->n_steps == PLAN_STEPS_MAX)
		return compile_refuse(c, "has more than %d fields", PLAN_STEPS_MAX);
	plan->steps = mem_more(plan->steps, plan->n_steps, &c->cap_steps, sizeof(*step));
	added = &plan->steps[plan->n_steps++];
	*added = *step;
	added->label = label_element;
	added->label.look = (uint8_t)look;
	if (!name)
		return 0;
	label_init(&added->label, name, look);
	c->name_bytes += (size_t)added->label.json_len * 2;
	if (c->name_bytes > PLAN_NAMES_MAX)
		return compile_refuse(c, "has more than %d MB of field names",
				      PLAN_NAMES_MAX / 1024 / 1024);
	return 0;
}

int compile_open(struct compile *c, struct step step, const char *name, const struct place *at)
{
	if (at->depth >= PLAN_DEPTH_MAX)
		return compile_refuse(c, "is nested deeper than %d levels", PLAN_DEPTH_MAX);
	step.offset = at->offset;
	return compile_step(c, &step, name, LOOK_PLAIN);
}

int compile_close(struct compile *c, uint32_t index)
{
	const struct step close = { .kind = STEP_CLOSE, .next = index };
	int r = compile_step(c, &close, NULL, LOOK_PLAIN);

	if (r < 0)
		return r;
	c->plan->steps[index].next = c->plan->n_steps;
	return 0;
}

void compile_declared(struct compile *c, uint32_t index, uint32_t type_id)
{
	struct step *s = &c->plan->steps[index];

	if (s->kind != STEP_OPEN && s->kind != STEP_ARRAY)
		s->type_id = type_id;
}

/* One value of the type that stands behind its typedefs and qualifiers. */
static int compile_kind(struct compile *c, const struct btf_behind *t, const char *name,
			const struct place *at)
{
	switch (t->type ? btf_kind(t->type) : BTF_KIND_UNKN) {
	case BTF_KIND_INT:
		return compile_int(c, t, name, at);
	case BTF_KIND_ENUM:
	case BTF_KIND_ENUM64:
		return compile_enum(c, t, name, at);
	case BTF_KIND_FLOAT:
		return compile_float(c, t, name, at);
	case BTF_KIND_PTR:
		return compile_pointer(c, t, name, at);
	case BTF_KIND_ARRAY:
		return compile_array(c, t, name, at);
	case BTF_KIND_STRUCT:
	case BTF_KIND_UNION:
		return compile_struct(c, t, name, at);
	case BTF_KIND_DATASEC:
		return compile_datasec(c, t, name, at);
	default:
		return compile_opaque(c, t, name, at);
	}
}

int compile_type(struct compile *c, uint32_t type_id, const char *name, const struct place *at)
{
	uint32_t index = c->plan->n_steps;
	struct btf_behind t;
	uint64_t bytes;
	int r;

	r = compile_visit(c);
	if (r < 0)
		return r;
	r = compile_follow(c, type_id, &t);
	if (r < 0)
		return r;
	r = compile_bytes(c, t.id, &bytes);
	if (r < 0)
		return r;
	if (at->offset > at->limit || bytes > at->limit - at->offset)
		return compile_refuse(c, "has a field that reaches beyond its %u bytes", at->limit);
	r = compile_kind(c, &t, name, at);
	if (r == 0)
		compile_declared(c, index, type_id);
	return r;
}

void compile_cover(struct compile *c, uint32_t end)
{
	if (c->plan->size < end)
		c->plan->size = end;
}

static uint64_t saturate_mul(uint64_t a, uint64_t b)
{
	uint64_t product;

	return __builtin_mul_overflow(a, b, &product) ? UINT64_MAX : product;
}

static uint64_t saturate_add(uint64_t a, uint64_t b)
{
	return a > UINT64_MAX - b ? UINT64_MAX : a + b;
}

/* Nodes that the steps write, an array's once for each element. */
static uint64_t count_nodes(const struct plan *plan)
{
	uint64_t times[PLAN_DEPTH_MAX + 1], nodes = 0;
	unsigned int depth = 0;

	times[0] = 1;
	for (uint32_t i = 0; i < plan->n_steps; i++) {
		const struct step *s = &plan->steps[i];

		if (s->kind == STEP_CLOSE) {
			depth--;
			continue;
		}
		nodes = saturate_add(nodes, times[depth]);
		if (s->kind == STEP_OPEN || s->kind == STEP_ARRAY) {
			uint64_t count = s->kind == STEP_ARRAY ? s->count : 1;

			times[depth + 1] = saturate_mul(times[depth], count);
			depth++;
		}
	}
	return nodes;
}

static int compile_root(struct compile *c, uint32_t size)
{
	struct place at = { .limit = size, .end = size };
	struct plan *plan = c->plan;
	uint64_t bytes;
	int r;

	r = compile_bytes(c, plan->type_id, &bytes);
	if (r < 0)
		return r;
	if (bytes > size)
		return compile_refuse(c, "is larger than the %u bytes that are there", size);
	plan->size = (uint32_t)bytes;
	r = compile_type(c, plan->type_id, NULL, &at);
	if (r < 0)
		return r;
	plan->n_nodes = count_nodes(plan);
	if (plan->n_nodes > PLAN_NODES_MAX)
		return compile_refuse(c, "has more than %d values", PLAN_NODES_MAX);
	return 0;
}

int plan_compile(const struct btf *btf, uint32_t type_id, uint32_t size, enum plan_dialect dialect,
		 struct plan **ret, struct err *err)
{
	struct plan *plan = mem_zero(sizeof(*plan));
	struct compile c = {
		.btf = btf,
		.dialect = dialect,
		.plan = plan,
		.links = 2 * (uint64_t)btf__type_cnt(btf) + 2 * PLAN_NODES_MAX,
		.err = err,
	};
	int r;

	plan->owned = mem_zero(sizeof(*plan->owned));
	plan->btf = btf;
	plan->dialect = dialect;
	plan->type_id = type_id;
	r = compile_root(&c, size);
	if (r < 0) {
		plan_free(plan);
		return r;
	}
	*ret = plan;
	return 0;
}

struct plan *plan_free(struct plan *plan)
{
	if (!plan)
		return NULL;
	for (uint32_t i = 0; i < plan->n_steps; i++) {
		if (plan->steps[i].label.json_len)
			label_done(&plan->steps[i].label);
	}
	for (uint32_t i = 0; i < plan->n_steps; i++) {
		if (plan->steps[i].kind == STEP_VIEW)
			free(plan->steps[i].view);
	}
	for (size_t i = 0; i < plan->owned->n_strings; i++)
		free(plan->owned->strings[i]);
	free(plan->owned->strings);
	enum_names_free(plan->owned->enums);
	btf__free(plan->owned->btf);
	free(plan->owned);
	free(plan->steps);
	free(plan);
	return NULL;
}
