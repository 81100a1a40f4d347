/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What stands between the braces of a struct or union. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "codec/btf_type.h"
#include "codec/ctype_parse_parts.h"

/* BTF has 24 bits for offsets in a struct with bitfields. */
#define BITS_BESIDE_BITFIELDS 0xffffff

struct body {
	struct ctype_field *member;
	size_t n, cap;
	uint32_t space; /* of the members' names */
	bool has_bitfields, has_anonymous;
};

static const struct btf_type *behind(const struct ctype_parse *p, uint32_t id)
{
	uint64_t links = btf__type_cnt(p->btf);
	struct btf_behind found;

	return btf_follow(p->btf, id, &links, &found) ? NULL : found.type;
}

static bool is_anonymous(const struct ctype_parse *p, const struct ctype *type)
{
	const struct btf_type *t = type->id ? btf__type_by_id(p->btf, type->id) : NULL;

	return t && btf_is_composite(t) && !t->name_off;
}

/* How wide a bitfield of the type may be; 0: not at all. */
static uint32_t width_max(const struct ctype_parse *p, const struct ctype *type)
{
	const struct btf_type *t = behind(p, type->id);

	if (!t || !(btf_is_int(t) || btf_is_any_enum(t)))
		return 0;
	return btf_is_int(t) && btf_int_encoding(t) & BTF_INT_BOOL ? 1 : t->size * 8;
}

static int take_width(struct ctype_parse *p, struct ctype_field *m)
{
	const struct token where = p->token;
	uint32_t most = width_max(p, &m->type);
	uint64_t bits;
	int r;

	if (!most)
		return ctype_fail(p, &where, ERR_USAGE, "only integers and enums have bits");
	r = ctype_size(p, "the width of such a bitfield", most, &bits);
	if (r)
		return r;
	if (!bits && m->name.len)
		return ctype_fail(p, &where, ERR_USAGE, "a bitfield of no bits has no name");
	m->is_bits = true;
	m->bits = (uint32_t)bits;
	return 0;
}

static int add_member(struct ctype_parse *p, struct body *body, const struct ctype_field *m)
{
	if (body->n && body->member[body->n - 1].type.is_flexible)
		return ctype_fail(p, &body->member[body->n - 1].name, ERR_USAGE,
				  "what has no size of its own can only be the last");
	if (body->n == CTYPE_MEMBERS_MAX)
		return ctype_fail(p, &p->token, ERR_USAGE, "more than %d members",
				  CTYPE_MEMBERS_MAX);
	if (m->name.len && !ctype_name_add(p, body->space, &m->name))
		return ctype_fail(p, &m->name, ERR_USAGE, "there is a member '%.*s' already",
				  TOKEN_TEXT(&m->name));
	body->has_bitfields |= m->is_bits && m->name.len;
	body->has_anonymous |= !m->is_bits && !m->name.len;
	body->member = mem_more(body->member, body->n, &body->cap, sizeof(*body->member));
	body->member[body->n++] = *m;
	return 0;
}

/* "*name[4]", "name : 3", ": 0" */
static int take_declarator(struct ctype_parse *p, struct body *body, const struct ctype *base,
			   struct ctype_attributes attributes)
{
	struct ctype_field m = { .type = *base };
	const struct token where = p->token;
	int r = 0, colon;

	if (!ctype_at(p, ":")) {
		r = ctype_declarator(p, *base, &m.type, &m.name);
		if (!r && !m.name.len)
			return ctype_expected(p, "a member's name");
	}
	if (!r)
		r = ctype_complete(p, &where, &m.type);
	if (!r)
		r = ctype_refer(p, &m.type);
	colon = r ? 0 : ctype_take(p, ":");
	r = colon < 0 ? colon : r;
	if (colon > 0)
		r = take_width(p, &m);
	if (!r)
		r = ctype_attributes(p, &attributes);
	if (!r)
		r = ctype_attributes_check(p, &attributes);
	m.is_packed = attributes.is_packed;
	m.align = attributes.align;
	return r ? r : add_member(p, body, &m);
}

static int take_declarators(struct ctype_parse *p, struct body *body, const struct ctype *base,
			    const struct ctype_attributes *attributes)
{
	int r;

	for (;;) {
		r = take_declarator(p, body, base, *attributes);
		if (r || !ctype_at(p, ","))
			return r;
		r = ctype_next(p);
		if (r)
			return r;
	}
}

static int take_declaration(struct ctype_parse *p, struct body *body)
{
	struct ctype_attributes attributes = { 0 };
	struct ctype_field m = { .name = { .start = p->token.start } };
	int r = ctype_specifiers(p, &m.type, &attributes);

	if (r)
		return r;
	if (!ctype_at(p, ";")) {
		r = take_declarators(p, body, &m.type, &attributes);
	} else if (is_anonymous(p, &m.type)) {
		m.is_packed = attributes.is_packed;
		m.align = attributes.align;
		r = ctype_refer(p, &m.type);
		if (!r)
			r = add_member(p, body, &m);
	} else {
		return ctype_expected(p, "a member's name");
	}
	if (!r && !ctype_at(p, ";"))
		return ctype_expected(p, "';' or ','");
	return r ? r : ctype_must_take(p, ";");
}

static int take_members(struct ctype_parse *p, struct body *body)
{
	int r = ctype_must_take(p, "{");

	while (!r && !ctype_at(p, "}")) {
		r = ctype_take(p, ";");
		if (!r)
			r = take_declaration(p, body);
		else if (r > 0)
			r = 0;
	}
	return r ? r : ctype_must_take(p, "}");
}

/* Adds the members of a struct or union without a name; the name that is there already, or NULL. */
static const char *add_names(const struct ctype_parse *p, struct ctype_parse *seen, uint32_t id)
{
	const struct btf_type *t = behind(p, id);
	const char *twice = NULL;

	for (uint32_t i = 0; t && !twice && i < btf_vlen(t); i++) {
		const struct btf_member *m = &btf_members(t)[i];
		const char *word = btf__name_by_offset(p->btf, m->name_off);
		const struct token name = { .start = word, .len = strlen(word) };

		if (!name.len)
			twice = add_names(p, seen, m->type);
		else if (!ctype_name_add(seen, 0, &name))
			twice = word;
	}
	return twice;
}

/* What stands in members without a name is as if it stood beside them. */
static int check_names(struct ctype_parse *p, const struct body *body)
{
	struct ctype_parse seen = { 0 };
	int r = 0;

	for (size_t i = 0; !r && body->has_anonymous && i < body->n; i++) {
		const struct ctype_field *m = &body->member[i];
		_cleanup_free_ char *word = ctype_word(&m->name);
		const char *twice = NULL;

		if (!m->name.len && !m->is_bits)
			twice = add_names(p, &seen, m->type.id);
		else if (m->name.len && !ctype_name_add(&seen, 0, &m->name))
			twice = word;
		if (twice)
			r = ctype_fail(p, &m->name, ERR_USAGE, "there is a member '%.60s' already",
				       twice);
	}
	ctype_names_done(&seen);
	return r;
}

static int place_members(struct ctype_parse *p, struct body *body, struct ctype_layout *layout)
{
	const struct token *where = &p->token;

	for (size_t i = 0; i < body->n; i++) {
		struct ctype_field *m = &body->member[i];

		if (!ctype_layout_add(layout, m))
			return ctype_fail(p, &m->name, ERR_USAGE, "this reaches beyond %u bytes",
					  (unsigned int)CTYPE_BYTES_MAX);
		if (body->has_bitfields && m->bit_offset > BITS_BESIDE_BITFIELDS)
			return ctype_fail(p, &m->name, ERR_USAGE,
					  "a struct with bitfields goes no further than 2 MiB");
	}
	if (!ctype_layout_end(layout))
		return ctype_fail(p, where, ERR_USAGE, "this has more than %u bytes",
				  (unsigned int)CTYPE_BYTES_MAX);
	return 0;
}

static int add_type(struct ctype_parse *p, const char *name, const struct body *body,
		    const struct ctype_layout *layout, struct ctype *ret)
{
	int r, id = layout->is_union ? btf__add_union(p->btf, name, (uint32_t)layout->bytes)
				     : btf__add_struct(p->btf, name, (uint32_t)layout->bytes);

	r = ctype_added(p, id, &ret->id);
	for (size_t i = 0; !r && i < body->n; i++) {
		const struct ctype_field *m = &body->member[i];
		_cleanup_free_ char *word = ctype_word(&m->name);

		if (m->is_bits && !m->name.len)
			continue;
		r = ctype_added(p,
				btf__add_field(p->btf, word, (int)m->type.id,
					       (uint32_t)m->bit_offset, m->bits),
				&(uint32_t){ 0 });
	}
	return r;
}

int ctype_struct_body(struct ctype_parse *p, const char *name, bool is_union,
		      struct ctype_attributes *attributes, struct ctype *ret)
{
	struct body body = { .space = SPACE_MEMBERS + p->spaces++ };
	struct ctype_layout layout = { .is_union = is_union };
	int r = take_members(p, &body);

	*ret = (struct ctype){ .is_complete = true };
	if (!r)
		r = ctype_attributes(p, attributes);
	layout.is_packed = attributes->is_packed;
	layout.align = attributes->align;
	if (!r)
		r = check_names(p, &body);
	if (!r)
		r = place_members(p, &body, &layout);
	if (!r)
		r = add_type(p, name, &body, &layout, ret);
	ret->bytes = layout.bytes;
	ret->align = layout.align;
	ret->is_flexible = body.n && body.member[body.n - 1].type.is_flexible;
	free(body.member);
	return r;
}
