/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Pointers, and what the kernel keeps in a value for itself: user space reads it as zeros. */
#include "base/alloc.h"
#include "base/buf.h"
#include "codec/compile.h"
#include "codec/ctype.h"
#include "codec/special.h"

bool compile_is_special(const struct compile *c, const struct btf_type *t)
{
	return c->dialect == PLAN_NATIVE && special_struct(c->btf, t);
}

int compile_special(struct compile *c, const struct btf_behind *t, const char *name,
		    const struct place *at)
{
	const struct step step = {
		.kind = STEP_SPECIAL,
		.offset = at->offset,
		.what = compile_keep(c,
				     mem_printf("struct %s", btf_name(c->btf, t->type->name_off))),
	};

	return compile_step(c, &step, name, LOOK_NAME);
}

int compile_pointer(struct compile *c, const struct btf_behind *t, const char *name,
		    const struct place *at)
{
	struct step step = { .kind = STEP_POINTER, .size = BTF_POINTER_SIZE, .offset = at->offset };
	struct btf_behind target;
	struct buf what = { 0 };
	const char *tag;
	int r;

	tag = c->dialect == PLAN_NATIVE ? special_tag(c->btf, t->type->type, &c->links) : NULL;
	if (!tag)
		return compile_step(c, &step, name, LOOK_POINTER);
	r = compile_follow(c, t->type->type, &target);
	if (r < 0)
		return r;
	buf_printf(&what, "%s ", tag);
	ctype_name(c->btf, target.id, &what);
	c->name_bytes += what.len;
	step.kind = STEP_SPECIAL;
	step.what = compile_keep(c, what.data);
	return compile_step(c, &step, name, LOOK_NAME);
}
