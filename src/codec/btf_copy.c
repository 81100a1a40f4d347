/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "codec/btf_copy.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "base/alloc.h"
#include "codec/btf_find.h"
#include "codec/btf_type.h"
#include "codec/plan.h"

#define CONTAINS "contains:"

struct btf_copy {
	const struct btf *from;
	struct btf *to;
	uint32_t *ids, *forward; /* by from's id: to's id, and that of its forward declaration */
	bool *is_open;		 /* by from's id: its members are being copied */
	uint32_t n_types;	 /* of from */
	uint32_t added;
	struct err *err;
};

/* How a type is needed: with its size, behind a pointer, or behind one that the kernel follows. */
enum reach { REACH_WHOLE, REACH_NAME, REACH_BODY };

static int copy(struct btf_copy *c, uint32_t id, enum reach reach, unsigned int depth,
		uint32_t *ret);

struct btf_copy *btf_copy_new(const struct btf *from, struct btf *to)
{
	struct btf_copy *c = mem_zero(sizeof(*c));

	c->from = from;
	c->to = to;
	c->n_types = btf__type_cnt(from);
	c->ids = mem_zero(c->n_types * sizeof(*c->ids));
	c->forward = mem_zero(c->n_types * sizeof(*c->forward));
	c->is_open = mem_zero(c->n_types * sizeof(*c->is_open));
	return c;
}

struct btf_copy *btf_copy_free(struct btf_copy *c)
{
	if (c) {
		free(c->ids);
		free(c->forward);
		free(c->is_open);
		free(c);
	}
	return NULL;
}

static int add(struct btf_copy *c, int id, uint32_t *ret)
{
	if (id < 0) {
		errno = -id;
		return err_sys(c->err, "copying a type");
	}
	*ret = (uint32_t)id;
	return 0;
}

static int copy_forward(struct btf_copy *c, uint32_t id, const struct btf_type *t, uint32_t *ret)
{
	int r = 0;

	if (c->ids[id])
		*ret = c->ids[id];
	else if (c->forward[id])
		*ret = c->forward[id];
	else
		r = add(c,
			btf__add_fwd(c->to, btf_name(c->from, t->name_off),
				     btf_is_union(t) ? BTF_FWD_UNION : BTF_FWD_STRUCT),
			ret);
	if (!r)
		c->forward[id] = *ret;
	return r;
}

/* The record as it is; what it refers to are still from's ids. */
static int copy_record(struct btf_copy *c, const struct btf_type *t, uint32_t *ret,
		       struct btf_type **ret_type)
{
	int r = add(c, btf__add_type(c->to, c->from, t), ret);

	if (!r)
		*ret_type = (struct btf_type *)btf__type_by_id(c->to, *ret);
	return r;
}

/* Copies the n types of ids, in place. */
static int copy_parts(struct btf_copy *c, uint32_t n, uint32_t *ids, enum reach reach,
		      unsigned int depth)
{
	int r = 0;

	for (uint32_t i = 0; !r && i < n; i++)
		r = copy(c, ids[i], reach, depth + 1, &ids[i]);
	return r;
}

static int copy_members(struct btf_copy *c, uint32_t id, const struct btf_type *t,
			unsigned int depth, uint32_t *ret)
{
	_cleanup_free_ uint32_t *ids = mem_zero((size_t)btf_vlen(t) * sizeof(*ids) + 1);
	struct btf_type *made;
	int r;

	for (uint32_t i = 0; i < btf_vlen(t); i++)
		ids[i] = btf_members(t)[i].type;
	c->is_open[id] = true;
	r = copy_parts(c, btf_vlen(t), ids, REACH_WHOLE, depth);
	c->is_open[id] = false;
	if (!r)
		r = copy_record(c, t, ret, &made);
	for (uint32_t i = 0; !r && i < btf_vlen(t); i++)
		btf_members(made)[i].type = ids[i];
	return r;
}

static int copy_function(struct btf_copy *c, const struct btf_type *t, unsigned int depth,
			 uint32_t *ret)
{
	uint32_t n = btf_vlen(t);
	_cleanup_free_ uint32_t *ids = mem_zero((n + 1) * sizeof(*ids));
	struct btf_type *made;
	int r;

	for (uint32_t i = 0; i < n; i++)
		ids[i] = btf_params(t)[i].type;
	ids[n] = t->type;
	r = copy_parts(c, n + 1, ids, REACH_WHOLE, depth);
	if (!r)
		r = copy_record(c, t, ret, &made);
	for (uint32_t i = 0; !r && i < n; i++)
		btf_params(made)[i].type = ids[i];
	if (!r)
		made->type = ids[n];
	return r;
}

static int copy_array(struct btf_copy *c, const struct btf_type *t, unsigned int depth,
		      uint32_t *ret)
{
	uint32_t ids[] = { btf_array(t)->type, btf_array(t)->index_type };
	struct btf_type *made;
	int r = copy_parts(c, 2, ids, REACH_WHOLE, depth);

	if (!r)
		r = copy_record(c, t, ret, &made);
	if (!r) {
		btf_array(made)->type = ids[0];
		btf_array(made)->index_type = ids[1];
	}
	return r;
}

bool btf_tag_wants_body(const char *tag)
{
	return strstr(tag, "kptr") || !strcmp(tag, "uptr");
}

/* A pointer, typedef, qualifier or tag. */
static int copy_link(struct btf_copy *c, const struct btf_type *t, enum reach reach,
		     unsigned int depth, uint32_t *ret)
{
	uint32_t id = t->type;
	struct btf_type *made;
	int r;

	if (btf_is_ptr(t))
		reach = REACH_NAME;
	else if (btf_is_type_tag(t) && btf_tag_wants_body(btf_name(c->from, t->name_off)))
		reach = REACH_BODY;
	r = copy_parts(c, 1, &id, reach, depth);

	if (!r)
		r = copy_record(c, t, ret, &made);
	if (!r)
		made->type = id;
	return r;
}

static int copy_kind(struct btf_copy *c, uint32_t id, const struct btf_type *t, enum reach reach,
		     unsigned int depth, uint32_t *ret)
{
	struct btf_type *made;

	switch (btf_kind(t)) {
	case BTF_KIND_INT:
	case BTF_KIND_FLOAT:
	case BTF_KIND_ENUM:
	case BTF_KIND_ENUM64:
	case BTF_KIND_FWD:
		return copy_record(c, t, ret, &made);
	case BTF_KIND_STRUCT:
	case BTF_KIND_UNION:
		return copy_members(c, id, t, depth, ret);
	case BTF_KIND_ARRAY:
		return copy_array(c, t, depth, ret);
	case BTF_KIND_FUNC_PROTO:
		return copy_function(c, t, depth, ret);
	case BTF_KIND_PTR:
	case BTF_KIND_TYPEDEF:
	case BTF_KIND_CONST:
	case BTF_KIND_VOLATILE:
	case BTF_KIND_RESTRICT:
	case BTF_KIND_TYPE_TAG:
		return copy_link(c, t, reach, depth, ret);
	default:
		return err_set(c->err, ERR_USAGE,
			       "it is made of a kind of type (%u) that no value "
			       "has",
			       btf_kind(t));
	}
}

/* A struct that is to be declared only; also where the body that is asked for would hold itself. */
static bool is_forward(const struct btf_copy *c, uint32_t id, const struct btf_type *t,
		       enum reach reach)
{
	return btf_is_aggregate(t) && *btf_name(c->from, t->name_off) &&
	       (reach == REACH_NAME || (reach == REACH_BODY && c->is_open[id]));
}

/* What only names a struct, a typedef of it, is another type than what has its size. */
static bool is_kept(const struct btf_type *t, enum reach reach)
{
	return reach == REACH_WHOLE || !(btf_is_typedef(t) || btf_is_mod(t));
}

static int copy(struct btf_copy *c, uint32_t id, enum reach reach, unsigned int depth,
		uint32_t *ret)
{
	const struct btf_type *t = btf__type_by_id(c->from, id);
	int r;

	if (!id || (t && c->ids[id])) {
		*ret = id ? c->ids[id] : 0;
		return 0;
	}
	if (!t)
		return err_set(c->err, ERR_USAGE, "it refers to type %u, which is not there", id);
	if (depth > PLAN_DEPTH_MAX)
		return err_set(c->err, ERR_USAGE, "it is nested deeper than %d levels",
			       PLAN_DEPTH_MAX);
	if (c->added++ >= BTF_COPY_MAX)
		return err_set(c->err, ERR_USAGE, "it is made of more than %d types", BTF_COPY_MAX);
	if (is_forward(c, id, t, reach))
		return copy_forward(c, id, t, ret);
	r = copy_kind(c, id, t, reach, depth, ret);
	if (!r && is_kept(t, reach))
		c->ids[id] = *ret;
	return r;
}

/* "contains:NAME:MEMBER" on a list or tree: the kernel looks the struct up by its name. */
static int copy_contained(struct btf_copy *c, uint32_t id, const struct btf_type *t)
{
	const char *tag = btf_name(c->from, t->name_off), *at = tag + strlen(CONTAINS);
	_cleanup_free_ char *name = mem_printf("%.*s", (int)strcspn(at, ":"), at);
	uint32_t held = btf_find(c->from, name, BTF_KINDS_STRUCT), copied;
	int r = add(
		c,
		btf__add_decl_tag(c->to, tag, (int)c->ids[t->type], btf_decl_tag(t)->component_idx),
		&c->ids[id]);

	return r || !held ? r : copy(c, held, REACH_WHOLE, 0, &copied);
}

/* For what has been copied since; what a list holds may have lists too. */
static int copy_tags(struct btf_copy *c)
{
	uint32_t before;
	int r = 0;

	do {
		before = c->added;
		for (uint32_t id = 1; !r && id < c->n_types; id++) {
			const struct btf_type *t = btf__type_by_id(c->from, id);

			if (btf_is_decl_tag(t) && c->ids[t->type] && !c->ids[id] &&
			    !strncmp(btf_name(c->from, t->name_off), CONTAINS, strlen(CONTAINS)))
				r = copy_contained(c, id, t);
		}
	} while (!r && c->added != before);
	return r;
}

int btf_copy_type(struct btf_copy *c, uint32_t type_id, uint32_t *ret, struct err *err)
{
	int r;

	c->err = err;
	r = copy(c, type_id, REACH_WHOLE, 0, ret);
	return r ? r : copy_tags(c);
}
