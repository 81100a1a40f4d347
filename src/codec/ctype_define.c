/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Definitions in an order that a compiler takes: each type is visited once. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "codec/ctype.h"
#include "codec/ctype_text.h"
#include "codec/plan.h"

enum { STATE_OPEN = 1, STATE_FORWARD = 2, STATE_DONE = 4 };

struct define {
	struct ctype_text text;
	uint8_t *state;	    /* by type id */
	uint32_t innermost; /* the struct whose members are being looked at */
	bool is_cut;
};

/* What has to be known of a type where it is used. */
enum need { NEED_NAME, NEED_SIZE };

static void define(struct define *d, uint32_t id, enum need need, unsigned int depth);

static void write_forward(struct define *d, uint32_t id, const struct btf_type *t)
{
	if (d->state[id] || id == d->innermost)
		return;
	d->state[id] |= STATE_FORWARD;
	buf_printf(d->text.out, "%s%s;\n", ctype_keyword(t), ctype_spell(&d->text, t->name_off));
}

static void write_body(struct define *d, uint32_t id, const struct btf_type *t)
{
	if (!ctype_line(&d->text))
		return;
	ctype_body(&d->text, id, t, 0);
	buf_puts(d->text.out, ";\n\n");
}

/* An anonymous one is written where it is used; its members are needed all the same. */
static void define_aggregate(struct define *d, uint32_t id, const struct btf_type *t,
			     enum need need, unsigned int depth)
{
	bool is_named = *btf_name(d->text.btf, t->name_off);
	uint32_t outer = d->innermost;

	if (is_named && need == NEED_NAME) {
		write_forward(d, id, t);
		return;
	}
	if (d->state[id] & (STATE_OPEN | STATE_DONE))
		return;
	d->state[id] |= STATE_OPEN;
	d->innermost = is_named ? id : outer;
	for (uint32_t i = 0; i < btf_vlen(t); i++)
		define(d, btf_members(t)[i].type, NEED_SIZE, depth + 1);
	d->innermost = outer;
	if (is_named)
		write_body(d, id, t);
	d->state[id] |= STATE_DONE;
}

static void define_typedef(struct define *d, uint32_t id, const struct btf_type *t,
			   unsigned int depth)
{
	if (d->state[id])
		return;
	d->state[id] = STATE_OPEN;
	define(d, t->type, NEED_NAME, depth + 1);
	d->state[id] = STATE_DONE;
	if (!ctype_line(&d->text))
		return;
	buf_puts(d->text.out, "typedef ");
	ctype_declare(&d->text, t->type, ctype_spell(&d->text, t->name_off), 0);
	buf_puts(d->text.out, ";\n");
}

static const char *c_integer(const struct btf_type *t)
{
	bool is_signed = btf_int_encoding(t) & BTF_INT_SIGNED;

	if (btf_int_encoding(t) & BTF_INT_BOOL && t->size == 1)
		return "_Bool";
	switch (t->size) {
	case 1:
		return is_signed ? "signed char" : "unsigned char";
	case 2:
		return is_signed ? "short" : "unsigned short";
	case 4:
		return is_signed ? "int" : "unsigned int";
	case 8:
		return is_signed ? "long long" : "unsigned long long";
	case 16:
		return is_signed ? "__int128" : "unsigned __int128";
	default:
		return NULL;
	}
}

static void define_int(struct define *d, uint32_t id, const struct btf_type *t)
{
	const char *name = btf_name(d->text.btf, t->name_off);

	if (d->state[id] || ctype_is_builtin(name) || !*name || !c_integer(t))
		return;
	d->state[id] = STATE_DONE;
	buf_printf(d->text.out, "typedef %s %s;\n", c_integer(t),
		   ctype_spell(&d->text, t->name_off));
}

static void define_once(struct define *d, uint32_t id, const struct btf_type *t)
{
	if (d->state[id] || !*btf_name(d->text.btf, t->name_off))
		return;
	d->state[id] = STATE_DONE;
	write_body(d, id, t);
}

static void define_parameters(struct define *d, uint32_t id, const struct btf_type *t,
			      unsigned int depth)
{
	if (d->state[id])
		return;
	d->state[id] = STATE_DONE;
	for (uint32_t i = 0; i < btf_vlen(t); i++)
		define(d, btf_params(t)[i].type, NEED_NAME, depth + 1);
}

/* What one type is made of; returns the type to go on with, or 0. */
static uint32_t define_step(struct define *d, uint32_t id, const struct btf_type *t,
			    enum need *need, unsigned int depth)
{
	switch (btf_kind(t)) {
	case BTF_KIND_PTR:
		*need = NEED_NAME;
		return t->type;
	case BTF_KIND_ARRAY:
		*need = NEED_SIZE;
		return btf_array(t)->type;
	case BTF_KIND_FUNC_PROTO:
		define_parameters(d, id, t, depth);
		*need = NEED_NAME;
		return t->type;
	case BTF_KIND_TYPEDEF:
		define_typedef(d, id, t, depth);
		return *need == NEED_SIZE ? t->type : 0;
	case BTF_KIND_STRUCT:
	case BTF_KIND_UNION:
		define_aggregate(d, id, t, *need, depth);
		return 0;
	case BTF_KIND_ENUM:
	case BTF_KIND_ENUM64:
		define_once(d, id, t);
		return 0;
	case BTF_KIND_FWD:
		write_forward(d, id, t);
		return 0;
	case BTF_KIND_INT:
		define_int(d, id, t);
		return 0;
	default:
		return btf_is_mod(t) || btf_is_var(t) || btf_is_func(t) ? t->type : 0;
	}
}

static void define(struct define *d, uint32_t id, enum need need, unsigned int depth)
{
	if (depth > PLAN_DEPTH_MAX) {
		if (!d->is_cut)
			buf_printf(d->text.out, "/* … nested deeper than %d levels */\n",
				   PLAN_DEPTH_MAX);
		d->is_cut = true;
		return;
	}
	while (id && d->text.links) {
		const struct btf_type *t = btf__type_by_id(d->text.btf, id);

		if (!t)
			return;
		d->text.links--;
		id = define_step(d, id, t, &need, depth);
	}
}

static void define_variables(struct define *d, const struct btf_type *t)
{
	const struct btf_var_secinfo *infos = btf_var_secinfos(t);

	for (uint32_t i = 0; i < btf_vlen(t); i++)
		define(d, infos[i].type, NEED_SIZE, 1);
	for (uint32_t i = 0; i < btf_vlen(t) && ctype_line(&d->text); i++) {
		const struct btf_type *var = btf__type_by_id(d->text.btf, infos[i].type);

		if (!var)
			continue;
		if (btf_is_var(var) && btf_var(var)->linkage == BTF_VAR_STATIC)
			buf_puts(d->text.out, "static ");
		ctype_declare(&d->text, infos[i].type, ctype_spell(&d->text, var->name_off), 0);
		buf_puts(d->text.out, ";\n");
	}
}

static void define_root(struct define *d, uint32_t id)
{
	const struct btf_type *t = id ? btf__type_by_id(d->text.btf, id) : NULL;

	if (t && btf_is_datasec(t))
		define_variables(d, t);
	else
		define(d, id, NEED_SIZE, 0);
}

static void begin(struct ctype_text *text, const struct btf *btf, struct buf *ret)
{
	uint32_t types = btf__type_cnt(btf);

	*text = (struct ctype_text){
		.btf = btf,
		.out = ret,
		.lines = PLAN_STEPS_MAX,
		.links = 2 * (uint64_t)types + 4 * PLAN_NODES_MAX,
		.bodies = true,
		.align = mem_zero(types),
	};
}

void ctype_define(const struct btf *btf, const uint32_t *type_ids, size_t n, struct buf *ret)
{
	_cleanup_free_ uint8_t *state = mem_zero(btf__type_cnt(btf));
	struct define d = { .state = state };
	size_t before = ret->len;

	begin(&d.text, btf, ret);
	for (size_t i = 0; i < n; i++)
		define_root(&d, type_ids[i]);
	if (ret->len > before && (ret->len < 2 || ret->data[ret->len - 2] != '\n'))
		buf_puts(ret, "\n");
	free(d.text.align);
	ctype_done(&d.text);
}

void ctype_inline(const struct btf *btf, uint32_t type_id, struct buf *ret)
{
	struct ctype_text text;

	begin(&text, btf, ret);
	ctype_declare(&text, type_id, "", 0);
	free(text.align);
	ctype_done(&text);
}
