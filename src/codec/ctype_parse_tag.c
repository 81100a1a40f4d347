/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* struct NAME, union NAME, enum NAME: definitions, and references before and after them. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "codec/btf_type.h"
#include "codec/ctype_parse_parts.h"

static const char *keyword_at(const struct ctype_parse *p)
{
	if (ctype_at_word(p, "struct"))
		return "struct";
	return ctype_at_word(p, "union") ? "union" : "enum";
}

/* The tag of this name, made where there was none. */
static int take_tag(struct ctype_parse *p, const char *keyword, const struct token *name,
		    struct ctype_tag **ret)
{
	struct ctype_entry *entry = ctype_find(p, SPACE_TAG, name);
	struct ctype_tag *tag;

	if (entry) {
		if (entry->tag->keyword != keyword)
			return ctype_fail(p, name, ERR_USAGE, "'%.*s' is a %s above",
					  TOKEN_TEXT(name), entry->tag->keyword);
		*ret = entry->tag;
		return 0;
	}
	tag = mem_zero(sizeof(*tag));
	*tag = (struct ctype_tag){ .next = p->tags, .keyword = keyword, .name = *name };
	p->tags = tag;
	ctype_name_add(p, SPACE_TAG, name)->tag = tag;
	*ret = tag;
	return 0;
}

static int take_body(struct ctype_parse *p, const char *keyword, const struct token *name,
		     struct ctype_attributes *attributes, struct ctype *ret)
{
	_cleanup_free_ char *word = ctype_word(name);
	int r = ctype_enter(p);

	if (r)
		return r;
	if (!strcmp(keyword, "enum"))
		r = ctype_enum_body(p, word, attributes, ret);
	else
		r = ctype_struct_body(p, word, !strcmp(keyword, "union"), attributes, ret);
	ctype_leave(p);
	return r;
}

static int define(struct ctype_parse *p, struct ctype_tag *tag, const struct token *name,
		  struct ctype_attributes *attributes, struct ctype *ret)
{
	int r;

	if (tag->is_open || tag->type.is_complete)
		return ctype_fail(p, name, ERR_USAGE, "there is a '%s %.*s' already", tag->keyword,
				  TOKEN_TEXT(name));
	tag->is_open = true;
	r = take_body(p, tag->keyword, name, attributes, ret);
	tag->is_open = false;
	tag->type = *ret;
	return r;
}

/* At the name. */
static int take_named(struct ctype_parse *p, const char *keyword,
		      struct ctype_attributes *attributes, struct ctype *ret)
{
	const struct token name = p->token;
	struct ctype_tag *tag = NULL;
	int r = take_tag(p, keyword, &name, &tag);

	if (!r)
		r = ctype_next(p);
	if (!r && ctype_at(p, "{"))
		return define(p, tag, &name, attributes, ret);
	if (!r && tag->type.is_complete)
		*ret = tag->type;
	ret->tag = tag;
	return r;
}

int ctype_tagged(struct ctype_parse *p, struct ctype *ret, struct token *ret_tag)
{
	static const struct token no_name = { .kind = TOKEN_END };
	const char *keyword = keyword_at(p);
	struct ctype_attributes attributes = { 0 };
	int r = ctype_next(p);

	*ret = (struct ctype){ .align = 1 };
	if (!r)
		r = ctype_attributes(p, &attributes);
	if (r)
		return r;
	if (p->token.kind == TOKEN_WORD)
		r = take_named(p, keyword, &attributes, ret);
	else if (ctype_at(p, "{"))
		r = take_body(p, keyword, &no_name, &attributes, ret);
	else
		r = ctype_expected(p, "a name, or '{',");
	if (!r && strcmp(keyword, "enum"))
		r = ctype_attributes_check(p, &attributes);
	if (attributes.tag.len)
		*ret_tag = attributes.tag;
	return r;
}

static void resolve(const uint32_t *map, uint32_t n, uint32_t *id)
{
	if (*id < n && map[*id])
		*id = map[*id];
}

static void resolve_type(const uint32_t *map, uint32_t n, struct btf_type *t)
{
	switch (btf_kind(t)) {
	case BTF_KIND_PTR:
	case BTF_KIND_TYPEDEF:
	case BTF_KIND_CONST:
	case BTF_KIND_VOLATILE:
	case BTF_KIND_RESTRICT:
	case BTF_KIND_TYPE_TAG:
		resolve(map, n, &t->type);
		break;
	case BTF_KIND_ARRAY:
		resolve(map, n, &btf_array(t)->type);
		break;
	case BTF_KIND_STRUCT:
	case BTF_KIND_UNION:
		for (uint32_t i = 0; i < btf_vlen(t); i++)
			resolve(map, n, &btf_members(t)[i].type);
		break;
	case BTF_KIND_FUNC_PROTO:
		resolve(map, n, &t->type);
		for (uint32_t i = 0; i < btf_vlen(t); i++)
			resolve(map, n, &btf_params(t)[i].type);
		break;
	default:
		break;
	}
}

void ctype_tags_resolve(struct ctype_parse *p, uint32_t from_id)
{
	uint32_t n = btf__type_cnt(p->btf), found = 0;
	_cleanup_free_ uint32_t *map = mem_zero(n * sizeof(*map));

	for (const struct ctype_tag *tag = p->tags; tag; tag = tag->next) {
		if (tag->forward && tag->type.is_complete) {
			map[tag->forward] = tag->type.id;
			found++;
		}
	}
	for (uint32_t id = from_id; found && id < n; id++)
		resolve_type(map, n, (struct btf_type *)btf__type_by_id(p->btf, id));
}

void ctype_tags_done(struct ctype_parse *p)
{
	while (p->tags) {
		struct ctype_tag *tag = p->tags;

		p->tags = tag->next;
		free(tag);
	}
}
