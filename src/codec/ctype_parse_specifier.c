/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What stands in front of a declaration: the words that say its type. */
#include <string.h>

#include "base/alloc.h"
#include "codec/btf_copy.h"
#include "codec/btf_find.h"
#include "codec/ctype_parse_parts.h"

static const struct {
	const char *word, *longer;
	uint32_t qualifier; /* 0: of no consequence */
} qualifiers[] = {
	{ "const", "__const", QUALIFIER_CONST },
	{ "volatile", "__volatile__", QUALIFIER_VOLATILE },
	{ "restrict", "__restrict", QUALIFIER_RESTRICT },
	{ "__extension__", "__extension__", 0 },
};

int ctype_qualifiers(struct ctype_parse *p, uint32_t *ret)
{
	int r = 0, taken = 1;

	while (!r && taken) {
		taken = 0;
		for (size_t i = 0; !taken && i < sizeof(qualifiers) / sizeof(*qualifiers); i++) {
			if (!ctype_at_word(p, qualifiers[i].word) &&
			    !ctype_at_word(p, qualifiers[i].longer))
				continue;
			*ret |= qualifiers[i].qualifier;
			r = ctype_next(p);
			taken = 1;
		}
	}
	return r;
}

/* Words of C that begin no type, or none that a value has. */
static bool at_other_word(const struct ctype_parse *p)
{
	static const char *const others[] = { "typedef", "static", "extern",   "inline",
					      "auto",	 "sizeof", "register", "_Atomic" };

	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (ctype_at_word(p, others[i]))
			return true;
	return false;
}

static bool at_keyword(const struct ctype_parse *p)
{
	return ctype_at_word(p, "struct") || ctype_at_word(p, "union") || ctype_at_word(p, "enum");
}

static int take_void(struct ctype_parse *p, struct ctype *ret)
{
	*ret = (struct ctype){ .align = 1 };
	return ctype_next(p);
}

/* A name that is neither C's nor a keyword. */
static int take_name(struct ctype_parse *p, struct ctype *ret)
{
	const struct ctype_entry *entry = ctype_find(p, SPACE_TYPE, &p->token);
	const struct token name = p->token;
	struct ctype_entry *added;
	int r;

	if (entry) {
		*ret = entry->type;
		return ctype_next(p);
	}
	if (ctype_plain_name(&name))
		return ctype_plain(p, &name, ret);
	r = ctype_known(p, &name, BTF_KINDS_PLAIN, ret);
	if (r < 0)
		return r;
	if (!r)
		return ctype_unknown(p, &name, "", BTF_KINDS_PLAIN);
	added = ctype_name_add(p, SPACE_TYPE, &name);
	added->type = *ret;
	added->is_builtin = true;
	return ctype_next(p);
}

static int take_type(struct ctype_parse *p, struct ctype *ret, struct token *ret_tag)
{
	if (p->token.kind != TOKEN_WORD || at_other_word(p))
		return ctype_expected(p, "a type");
	if (at_keyword(p))
		return ctype_tagged(p, ret, ret_tag);
	if (ctype_at_word(p, "void"))
		return take_void(p, ret);
	return take_name(p, ret);
}

/* Qualifiers and attributes, in whatever order. */
static int take_around(struct ctype_parse *p, uint32_t *qualifier,
		       struct ctype_attributes *attributes)
{
	const char *before;
	int r;

	do {
		before = p->token.start;
		r = ctype_qualifiers(p, qualifier);
		if (!r)
			r = ctype_attributes(p, attributes);
	} while (!r && p->token.start != before);
	return r;
}

static int add_tag(struct ctype_parse *p, struct ctype *type, struct ctype_attributes *attributes)
{
	_cleanup_free_ char *tag = ctype_word(&attributes->tag);
	int r = 0;

	if (btf_tag_wants_body(tag) && type->tag)
		r = ctype_look_up(p, type->tag);
	if (!r)
		r = ctype_refer(p, type);
	attributes->tag.len = 0;
	if (r)
		return r;
	return ctype_added(p, btf__add_type_tag(p->btf, tag, (int)type->id), &type->id);
}

int ctype_specifiers(struct ctype_parse *p, struct ctype *ret, struct ctype_attributes *attributes)
{
	struct ctype type = { 0 };
	uint32_t qualifier = 0;
	int r = take_around(p, &qualifier, attributes);

	if (!r)
		r = take_type(p, &type, &attributes->tag);
	if (!r)
		r = take_around(p, &qualifier, attributes);
	type.qualifiers |= qualifier;
	if (!r && attributes->tag.len)
		r = add_tag(p, &type, attributes);
	if (!r)
		r = ctype_attributes_check(p, attributes);
	*ret = type;
	return r;
}
