/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A text as a whole: declarations, and the type at its end. */
#include "codec/ctype_parse.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "codec/btf_copy.h"
#include "codec/ctype_parse_parts.h"

/* C lets a typedef stand there twice, if it says the same. */
static bool is_same(const struct ctype_parse *p, const struct ctype *a, const struct ctype *b)
{
	return btf__type_by_id(p->btf, a->id)->type == btf__type_by_id(p->btf, b->id)->type &&
	       a->align == b->align;
}

static int add_name(struct ctype_parse *p, const struct token *name, const struct ctype *type)
{
	struct ctype_entry *entry = ctype_name_add(p, SPACE_TYPE, name);

	if (!entry) {
		entry = ctype_find(p, SPACE_TYPE, name);
		if (!entry->is_builtin && !is_same(p, &entry->type, type))
			return ctype_fail(p, name, ERR_USAGE, "there is a type '%.*s' already",
					  TOKEN_TEXT(name));
		entry->is_builtin = false;
	}
	entry->type = *type;
	return 0;
}

/* One name of a typedef, behind its type. */
static int take_typedef(struct ctype_parse *p, const struct ctype *base,
			struct ctype_attributes attributes, struct ctype *last)
{
	struct ctype type;
	struct token name;
	_cleanup_free_ char *word = NULL;
	int r = ctype_declarator(p, *base, &type, &name);

	if (!r && !name.len)
		return ctype_expected(p, "a name for the type");
	if (!r)
		r = ctype_attributes(p, &attributes);
	if (!r)
		r = ctype_attributes_check(p, &attributes);
	if (!r)
		r = ctype_refer(p, &type);
	if (r)
		return r;
	word = ctype_word(&name);
	r = ctype_added(p, btf__add_typedef(p->btf, word, (int)type.id), &type.id);
	if (attributes.align)
		type.align = attributes.align;
	*last = type;
	return r ? r : add_name(p, &name, &type);
}

static int take_typedefs(struct ctype_parse *p, struct ctype *last)
{
	struct ctype_attributes attributes = { 0 };
	struct ctype base;
	int r = ctype_next(p);

	if (!r)
		r = ctype_specifiers(p, &base, &attributes);
	while (!r) {
		r = take_typedef(p, &base, attributes, last);
		if (r || !ctype_at(p, ","))
			break;
		r = ctype_next(p);
	}
	return r;
}

static int take_type(struct ctype_parse *p, struct ctype *last)
{
	struct ctype_attributes attributes = { 0 };
	struct ctype base;
	struct token name;
	int r = ctype_specifiers(p, &base, &attributes);

	if (!r)
		r = ctype_declarator(p, base, last, &name);
	if (!r && name.len)
		return ctype_fail(p, &name, ERR_USAGE,
				  "a type was expected, without a name behind it");
	return r;
}

static int take_declarations(struct ctype_parse *p, struct ctype *last, struct token *where)
{
	int r = 0;

	*where = (struct token){ .kind = TOKEN_END };
	while (!r && p->token.kind != TOKEN_END) {
		if (ctype_at(p, ";") || ctype_at_word(p, "__extension__")) {
			r = ctype_next(p);
			continue;
		}
		*where = p->token;
		r = ctype_at_word(p, "typedef") ? take_typedefs(p, last) : take_type(p, last);
		if (!r && p->token.kind != TOKEN_END && !ctype_at(p, ";"))
			r = ctype_expected(p, "';' or the end");
	}
	return r;
}

static int take_text(struct ctype_parse *p, uint32_t *ret_type_id)
{
	struct ctype last = { 0 };
	struct token where;
	int r = ctype_next(p);

	if (!r)
		r = take_declarations(p, &last, &where);
	if (!r && where.kind == TOKEN_END)
		r = ctype_expected(p, "a type");
	if (!r)
		r = ctype_complete(p, &where, &last);
	if (!r && last.is_flexible && !last.bytes)
		r = ctype_fail(p, &where, ERR_USAGE, "how many elements it has is missing");
	if (!r)
		r = ctype_refer(p, &last);
	if (!r)
		*ret_type_id = last.id;
	return r;
}

int ctype_parse(const char *text, struct btf *btf, const struct btf *known, uint32_t *ret_type_id,
		struct err *err)
{
	struct ctype_parse p = { .text = text, .at = text, .btf = btf, .known = known, .err = err };
	uint32_t from_id = btf__type_cnt(btf), id = 0;
	int r;

	if (strlen(text) > CTYPE_TEXT_MAX)
		return err_set(err, ERR_USAGE, "the type is longer than %d KiB",
			       CTYPE_TEXT_MAX / 1024);
	r = take_text(&p, &id);
	ctype_tags_resolve(&p, from_id);
	ctype_tags_done(&p);
	ctype_names_done(&p);
	btf_copy_free(p.copy);
	free(p.known_align);
	if (!r)
		*ret_type_id = id;
	return r;
}
