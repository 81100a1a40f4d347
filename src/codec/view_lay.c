/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Views over the fields of a plan: what was one step or many becomes one. */
#include <errno.h>
#include <string.h>

#include <bpf/btf.h>

#include "base/alloc.h"
#include "base/nearest.h"
#include "codec/btf_type.h"
#include "codec/compile.h"
#include "codec/encode_parts.h"
#include "codec/view_parts.h"

static bool fits(const struct view *view, uint32_t size)
{
	if (view->sizes == VIEW_ANY_SIZE)
		return size > 0;
	return size < 32 && view->sizes & VIEW_SIZE(size);
}

static bool has_view_inside(const struct plan *plan, uint32_t index)
{
	uint32_t behind = step_behind(plan->steps, index);

	while (++index < behind)
		if (plan->steps[index].kind == STEP_VIEW)
			return true;
	return false;
}

static bool is_bitfield(const struct step *s)
{
	return s->kind == STEP_UBITS || s->kind == STEP_SBITS || s->kind == STEP_EBITS ||
	       s->kind == STEP_BBITS;
}

static bool is_number(const struct step *s)
{
	switch (s->kind) {
	case STEP_UINT:
	case STEP_SINT:
	case STEP_UINT128:
	case STEP_SINT128:
	case STEP_BOOL:
	case STEP_ENUM:
	case STEP_POINTER:
	case STEP_BE:
		return true;
	default:
		return false;
	}
}

/* Of those, what the sum over CPUs adds up. */
static bool is_integer(const struct step *s)
{
	return s->kind == STEP_UINT || s->kind == STEP_SINT || s->kind == STEP_UINT128 ||
	       s->kind == STEP_SINT128;
}

/* Replaces the steps of the node at index, whose label it keeps, by one. */
static void replace(struct plan *plan, uint32_t index, const struct step *by)
{
	uint32_t behind = step_behind(plan->steps, index), gone = behind - index - 1;
	struct step *steps = plan->steps, *step = &steps[index];
	const struct label label = step->label;

	for (uint32_t i = index + 1; i < behind; i++)
		if (steps[i].label.json_len)
			label_done(&steps[i].label);
	memmove(&steps[index + 1], &steps[behind], (plan->n_steps - behind) * sizeof(*steps));
	plan->n_steps -= gone;
	for (uint32_t i = 0; i < plan->n_steps; i++)
		if ((step_is_compound(&steps[i]) || steps[i].kind == STEP_CLOSE) &&
		    steps[i].next > index)
			steps[i].next -= gone;
	*step = *by;
	step->label = label;
	step->label.look = (uint8_t)by->label.look;
}

static void lay(struct plan *plan, uint32_t index, uint32_t size, const struct view_wanted *wanted)
{
	const struct step *under = &plan->steps[index];
	const struct view *view = wanted->view;
	struct laid_view *laid = mem_zero(sizeof(*laid));
	struct step step = { .kind = STEP_VIEW, .offset = under->offset, .count = size };

	*laid = (struct laid_view){
		.view = view,
		.names = wanted->names,
		.size = size,
		.is_big = view->flags & VIEW_BIG || under->kind == STEP_BE,
		.is_signed = under->kind == STEP_SINT || under->kind == STEP_SINT128 ||
			     (under->kind == STEP_ENUM && under->is_signed),
		.is_whole = is_number(under),
		.is_numeric = wanted->is_numeric,
		.adds_up = view->flags & VIEW_SUMS && is_integer(under),
	};
	step.size = (uint8_t)(size <= UINT8_MAX ? size : 0);
	step.view = laid;
	step.label.look = view->look;
	if (wanted->is_numeric && (view->look == LOOK_PERCENT || view->look == LOOK_AMOUNT))
		step.label.look = LOOK_PLAIN;
	replace(plan, index, &step);
}

static void spell_sizes(const struct view *view, struct buf *ret)
{
	uint32_t left = view->sizes;

	for (uint32_t size = 1; size < 32; size++) {
		if (!(view->sizes & VIEW_SIZE(size)))
			continue;
		left &= ~VIEW_SIZE(size);
		buf_printf(ret, "%s%u", !ret->len ? "" : left ? ", " : " or ", size);
	}
}

static int refuse_size(const struct encode *e, const struct view *view, uint32_t size)
{
	_cleanup_(buf_done) struct buf sizes = { 0 };

	if (!size)
		return encode_refuse(e, "it has no bytes of its own, and so no view");
	spell_sizes(view, &sizes);
	return encode_refuse(e, "%s is a view of %s bytes, and it has %u", view->name,
			     buf_str(&sizes), size);
}

/* An array's elements come first where they are more than bytes. */
static int lay_node(struct encode *e, struct plan *plan, uint32_t index,
		    const struct view_wanted *wanted)
{
	const struct step *s = &plan->steps[index];
	bool has_elements = s->kind == STEP_ARRAY && s->count && s->stride;
	uint32_t size = encode_extent(plan->steps, index);
	uint32_t element = has_elements ? encode_extent(plan->steps, index + 1) : 0;

	if (s->kind == STEP_VIEW)
		return encode_refuse(e, "it has a view already");
	if (has_view_inside(plan, index))
		return encode_refuse(e, "a part of it has a view already");
	if (s->kind == STEP_SPECIAL)
		return encode_refuse(e, "it is the kernel's own, and has no view");
	if (is_bitfield(s))
		return encode_refuse(e, "it is a bitfield, and has no view");
	if (s->kind == STEP_OPEN && (wanted->view->flags & (VIEW_NUMBER | VIEW_BIG)) == VIEW_NUMBER)
		return encode_refuse(e, "it has fields: say which of them is %s",
				     wanted->view->name);
	if (s->kind == STEP_FLOAT && wanted->view->flags & VIEW_NUMBER)
		return encode_refuse(e, "it is a floating-point number, which %s is no view of",
				     wanted->view->name);
	if (s->stride > 1 && fits(wanted->view, element))
		return lay_node(e, plan, index + 1, wanted);
	if (!fits(wanted->view, size)) {
		if (!fits(wanted->view, element))
			return refuse_size(e, wanted->view, size);
		return lay_node(e, plan, index + 1, wanted);
	}
	lay(plan, index, size, wanted);
	return 0;
}

int plan_lay_view(struct plan *plan, const char *path, const struct view_wanted *wanted,
		  struct err *err)
{
	struct encode e = { .plan = plan, .err = err };
	uint32_t index = 0, base = 0;
	int r = *path ? encode_path(&e, path, &index, &base) : 0;

	if (!r)
		r = lay_node(&e, plan, index, wanted);
	buf_done(&e.path);
	return r;
}

static bool is_function(const struct plan *plan, const struct step *s)
{
	uint64_t links = btf__type_cnt(plan->btf);
	struct btf_behind t;

	return s->kind == STEP_POINTER && !btf_follow(plan->btf, s->type_id, &links, &t) &&
	       t.type && btf_is_ptr(t.type) && !btf_follow(plan->btf, t.type->type, &links, &t) &&
	       t.type && btf_is_func_proto(t.type);
}

void plan_lay_functions(struct plan *plan, const struct view_wanted *wanted)
{
	for (uint32_t i = 0; i < plan->n_steps; i++)
		if (is_function(plan, &plan->steps[i]))
			lay(plan, i, plan->steps[i].size, wanted);
}

bool plan_has_view(const struct plan *plan)
{
	for (uint32_t i = 0; i < plan->n_steps; i++)
		if (plan->steps[i].kind == STEP_VIEW)
			return true;
	return false;
}

bool plan_has_field(const struct plan *plan, const char *path)
{
	struct err err;
	struct encode e = { .plan = plan, .err = &err };
	uint32_t index = 0, base = 0;
	bool has = !encode_path(&e, path, &index, &base);

	buf_done(&e.path);
	return has;
}

void plan_offer_fields(const struct plan *plan, struct nearest *nearest)
{
	const struct step *steps = plan->steps;

	for (uint32_t i = 1; steps->kind == STEP_OPEN && i < steps->next - 1;
	     i = step_behind(steps, i))
		nearest_offer(nearest, steps[i].label.name);
}

bool plan_is_of_bytes(const struct plan *plan)
{
	return plan->owned && plan->owned->btf;
}

int plan_of_bytes(uint32_t size, struct plan **ret, struct err *err)
{
	bool is_number = size == 1 || size == 2 || size == 4 || size == 8;
	struct btf *btf = btf__new_empty();
	struct plan *plan;
	int id, byte, r;

	if (!btf)
		return err_sys(err, "room for a type");
	if (is_number) {
		id = btf__add_int(btf, "unsigned int", size, 0);
	} else {
		byte = btf__add_int(btf, "unsigned char", 1, 0);
		id = byte < 0 ? byte : btf__add_array(btf, byte, byte, size);
	}
	r = id < 0 ? -ENOMEM : plan_compile(btf, (uint32_t)id, size, PLAN_NATIVE, &plan, err);
	if (r) {
		btf__free(btf);
		return id < 0 ? err_set(err, ERR_SYSTEM, "room for a type") : r;
	}
	plan->owned->btf = btf;
	*ret = plan;
	return 0;
}
