/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "codec/part.h"

#include <string.h>

#include "codec/btf_type.h"
#include "codec/encode_parts.h"

/* A variable has the bytes that its section says, padding included; 0: it is none. */
static uint32_t variable_size(const struct plan *plan, uint32_t index)
{
	const struct btf_type *t = btf__type_by_id(plan->btf, plan->type_id);
	uint32_t offset = plan->steps[index].offset, at = 1;

	while (at < index && at < plan->n_steps)
		at = step_behind(plan->steps, at);
	if (at != index || !t || !btf_is_datasec(t))
		return 0;
	for (uint32_t i = 0; i < btf_vlen(t); i++) {
		const struct btf_var_secinfo *info = &btf_var_secinfos(t)[i];

		if (info->offset == offset && info->size <= plan->size - offset)
			return info->size;
	}
	return 0;
}

/* Makes the steps a plan whose value begins where they do. */
static void rebase(struct step *steps, uint32_t n, uint32_t index, uint32_t offset)
{
	uint32_t inside = 0; /* an array, up to here: offsets count from its elements */

	for (uint32_t i = 0; i < n; i++) {
		struct step *step = &steps[i];

		if (i >= inside && step->kind != STEP_CLOSE)
			step->offset -= offset;
		if (step_is_compound(step) || step->kind == STEP_CLOSE)
			step->next -= index;
		if (step->kind == STEP_ARRAY && i >= inside)
			inside = step->next;
	}
}

static int cut_out(const struct plan *plan, uint32_t index, uint32_t base, struct plan_part *ret,
		   struct err *err)
{
	const struct step *root = &plan->steps[index];
	uint32_t n = step_behind(plan->steps, index) - index;
	uint32_t size = encode_extent(plan->steps, index);
	uint32_t said = variable_size(plan, index);

	ret->plan = (struct plan){
		.dialect = plan->dialect,
		.size = said > size ? said : size,
		.n_steps = n,
		.n_nodes = plan->n_nodes,
		.btf = plan->btf,
		.steps = mem_try_array(n, sizeof(*root)),
	};
	if (!ret->plan.steps)
		return err_sys(err, "room for a part of a value");
	ret->offset = base + root->offset;
	memcpy(ret->plan.steps, root, n * sizeof(*root));
	rebase(ret->plan.steps, n, index, root->offset);
	return 0;
}

/*
 * The member of the root whose name path begins with, the longest; 0: none.
 * clang calls the static x of a function f "f.x".
 */
static uint32_t first_member(const struct plan *plan, const char *path, size_t *len)
{
	const struct step *steps = plan->steps;
	uint32_t found = 0;

	*len = 0;
	for (uint32_t i = 1; steps->kind == STEP_OPEN && i < steps->next - 1;
	     i = step_behind(steps, i)) {
		size_t n = strlen(steps[i].label.name);

		if (n > *len && !strncmp(path, steps[i].label.name, n) &&
		    (!path[n] || path[n] == '.' || path[n] == '[')) {
			*len = n;
			found = i;
		}
	}
	return found;
}

int plan_part_find(const struct plan *plan, const char *noun, const char *path,
		   struct plan_part *ret, struct err *err)
{
	struct encode e = { .plan = plan, .noun = noun, .err = err };
	uint32_t index, base = 0;
	size_t len;
	int r = 0;

	*ret = (struct plan_part){ 0 };
	index = first_member(plan, path, &len);
	if (index)
		encode_enter(&e, plan->steps[index].label.name);
	if (!index || path[len])
		r = encode_path(&e, path + len, &index, &base);
	if (!r)
		r = cut_out(plan, index, base, ret, err);
	buf_done(&e.path);
	return r;
}

int plan_part_assigned(const struct plan *plan, const char *word, struct plan_part *ret,
		       struct err *err)
{
	_cleanup_(buf_done) struct buf path = { 0 };

	buf_add(&path, word, strcspn(word, "="));
	return plan_part_find(plan, "field", buf_str(&path), ret, err);
}

void plan_part_put(const struct plan_part *part, const void *bytes, void *value)
{
	const struct step *root = part->plan.steps;
	uint8_t *to = (uint8_t *)value + part->offset, mask[SPAN_MAX];
	const uint8_t *from = bytes;

	if (step_is_compound(root) || part->plan.size > SPAN_MAX) {
		memcpy(to, from, part->plan.size);
		return;
	}
	encode_span(root, mask);
	for (uint32_t i = 0; i < part->plan.size; i++)
		to[i] = (uint8_t)((to[i] & ~mask[i]) | (from[i] & mask[i]));
}

void plan_part_done(struct plan_part *part)
{
	free(part->plan.steps);
}
