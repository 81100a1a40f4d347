/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Declarators: from the name, or where it would be, outwards. */
#include "codec/btf_type.h"
#include "codec/ctype_parse_parts.h"

#define DIMENSIONS_MAX 16
#define PARAMETERS_MAX 64

static int take_pointers(struct ctype_parse *p, struct ctype *type)
{
	int r = 0;

	for (int n = 0; !r && ctype_at(p, "*"); n++) {
		if (n == CTYPE_DEPTH_MAX)
			return ctype_fail(p, &p->token, ERR_USAGE, "more than %d pointers",
					  CTYPE_DEPTH_MAX);
		r = ctype_refer(p, type);
		if (!r)
			r = ctype_added(p, btf__add_ptr(p->btf, (int)type->id), &type->id);
		if (!r)
			r = ctype_next(p);
		*type = (struct ctype){
			.id = type->id,
			.bytes = BTF_POINTER_SIZE,
			.align = BTF_POINTER_SIZE,
			.is_complete = true,
		};
		if (!r)
			r = ctype_qualifiers(p, &type->qualifiers);
	}
	return r;
}

struct dimension {
	bool is_flexible;
	uint64_t n;
};

static int take_dimension(struct ctype_parse *p, bool is_first, struct dimension *ret)
{
	int r = ctype_must_take(p, "[");

	if (r)
		return r;
	ret->n = 0;
	ret->is_flexible = is_first && ctype_at(p, "]");
	if (!ret->is_flexible)
		r = ctype_size(p, "how many there are", UINT32_MAX, &ret->n);
	return r ? r : ctype_must_take(p, "]");
}

static int array_of(struct ctype_parse *p, const struct token *where, struct ctype *type,
		    const struct dimension *dimension)
{
	struct ctype index = { 0 };
	uint64_t bytes;
	int r = ctype_complete(p, where, type);

	if (!r)
		r = ctype_refer(p, type);
	if (r)
		return r;
	if (type->is_flexible)
		return ctype_fail(p, where, ERR_USAGE, "an array of what has no size of its own");
	if (__builtin_mul_overflow(type->bytes, dimension->n, &bytes) || bytes > CTYPE_BYTES_MAX)
		return ctype_fail(p, where, ERR_USAGE, "the array has more than %u bytes",
				  (unsigned int)CTYPE_BYTES_MAX);
	r = ctype_index_type(p, &index);
	if (!r)
		r = ctype_added(p,
				btf__add_array(p->btf, (int)index.id, (int)type->id,
					       (uint32_t)dimension->n),
				&type->id);
	type->bytes = bytes;
	type->is_flexible = dimension->is_flexible;
	type->tag = NULL;
	return r;
}

static int take_arrays(struct ctype_parse *p, struct ctype *type)
{
	struct dimension dimensions[DIMENSIONS_MAX];
	const struct token where = p->token;
	int n = 0, r = 0;

	while (!r && ctype_at(p, "[")) {
		if (n == DIMENSIONS_MAX)
			return ctype_fail(p, &p->token, ERR_USAGE, "more than %d dimensions",
					  DIMENSIONS_MAX);
		r = take_dimension(p, n == 0, &dimensions[n]);
		n++;
	}
	while (!r && n)
		r = array_of(p, &where, type, &dimensions[--n]);
	return r;
}

struct parameters {
	uint32_t n;
	uint32_t type_ids[PARAMETERS_MAX];
};

static int take_parameter(struct ctype_parse *p, struct parameters *parameters)
{
	struct ctype_attributes attributes = { 0 };
	const struct token where = p->token;
	struct ctype type = { 0 };
	struct token name;
	int r = ctype_take(p, "...");

	if (!r) {
		r = ctype_specifiers(p, &type, &attributes);
		if (!r)
			r = ctype_declarator(p, type, &type, &name);
		if (!r && !type.id && !type.tag && !parameters->n && ctype_at(p, ")"))
			return 0; /* (void) */
		if (!r)
			r = ctype_complete(p, &where, &type);
		if (!r)
			r = ctype_refer(p, &type);
	}
	if (r < 0)
		return r;
	if (parameters->n == PARAMETERS_MAX)
		return ctype_fail(p, &where, ERR_USAGE, "more than %d parameters", PARAMETERS_MAX);
	parameters->type_ids[parameters->n++] = type.id;
	return 0;
}

static int take_parameters(struct ctype_parse *p, struct parameters *parameters)
{
	int r = ctype_must_take(p, "(");

	while (!r && !ctype_at(p, ")")) {
		r = take_parameter(p, parameters);
		if (!r && !ctype_at(p, ")"))
			r = ctype_must_take(p, ",");
	}
	return r ? r : ctype_must_take(p, ")");
}

/* Turns the type that is given back into the function: it has no size. */
static int take_function(struct ctype_parse *p, struct ctype *type)
{
	struct parameters parameters = { 0 };
	int r = take_parameters(p, &parameters);
	uint32_t id;

	if (!r)
		r = ctype_refer(p, type);
	if (!r)
		r = ctype_added(p, btf__add_func_proto(p->btf, (int)type->id), &id);
	for (uint32_t i = 0; !r && i < parameters.n; i++)
		r = ctype_added(p, btf__add_func_param(p->btf, "", (int)parameters.type_ids[i]),
				&(uint32_t){ 0 });
	if (!r)
		*type = (struct ctype){ .id = id, .align = 1 };
	return r;
}

static int take_suffixes(struct ctype_parse *p, struct ctype *type)
{
	return ctype_at(p, "(") ? take_function(p, type) : take_arrays(p, type);
}

/* Behind an opening parenthesis that is next: a declarator in itself, or parameters? */
static bool is_nested(const struct ctype_parse *p)
{
	struct ctype_parse ahead = *p;
	struct err err;

	ahead.err = &err;
	if (!ctype_at(p, "(") || ctype_next(&ahead))
		return false;
	return ctype_at(&ahead, "*") || ctype_at(&ahead, "(");
}

/* Goes behind the parenthesis that closes the one which is next. */
static int skip_nested(struct ctype_parse *p)
{
	unsigned int open = 0;
	int r = 0;

	do {
		if (p->token.kind == TOKEN_END)
			return ctype_expected(p, "')'");
		open += ctype_at(p, "(");
		open -= ctype_at(p, ")");
		r = ctype_next(p);
	} while (!r && open);
	return r;
}

/* What is behind the parentheses belongs to the type that the inner part is made of. */
static int take_nested(struct ctype_parse *p, struct ctype *type, struct token *ret_name)
{
	const char *inner_at = p->at, *behind_at;
	const struct token inner = p->token;
	struct token behind;
	int r = skip_nested(p);

	if (!r)
		r = take_suffixes(p, type);
	if (r)
		return r;
	behind = p->token;
	behind_at = p->at;
	p->token = inner;
	p->at = inner_at;
	r = ctype_next(p);
	if (!r)
		r = ctype_declarator(p, *type, type, ret_name);
	if (!r)
		r = ctype_must_take(p, ")");
	p->token = behind;
	p->at = behind_at;
	return r;
}

static int declarator(struct ctype_parse *p, struct ctype *type, struct token *ret_name)
{
	int r = take_pointers(p, type);

	if (r)
		return r;
	if (is_nested(p))
		return take_nested(p, type, ret_name);
	if (p->token.kind == TOKEN_WORD && !ctype_at_attribute(p)) {
		*ret_name = p->token;
		r = ctype_next(p);
	}
	return r ? r : take_suffixes(p, type);
}

int ctype_declarator(struct ctype_parse *p, struct ctype base, struct ctype *ret,
		     struct token *ret_name)
{
	struct ctype type = base;
	int r = ctype_enter(p);

	if (r)
		return r;
	*ret_name = (struct token){ .kind = TOKEN_END, .start = p->token.start };
	r = declarator(p, &type, ret_name);
	ctype_leave(p);
	*ret = type;
	return r;
}
