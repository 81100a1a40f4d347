/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* __attribute__((…)), as far as it changes what lies where. */
#include <string.h>

#include "base/alloc.h"
#include "base/nearest.h"
#include "codec/ctype_parse_parts.h"

#define N_OF(rows) (sizeof(rows) / sizeof(*(rows)))

/* What aligned without a number is for BPF. */
#define ALIGN_MOST 16

static int take_packed(struct ctype_parse *p, struct ctype_attributes *ret)
{
	(void)p;
	ret->is_packed = true;
	return 0;
}

static int take_nothing(struct ctype_parse *p, struct ctype_attributes *ret)
{
	(void)p;
	(void)ret;
	return 0;
}

static int take_aligned(struct ctype_parse *p, struct ctype_attributes *ret)
{
	uint64_t align = ALIGN_MOST;
	struct token where;
	int r = ctype_take(p, "(");

	where = p->token;
	if (r == 1) {
		r = ctype_size(p, "an alignment", CTYPE_ALIGN_MAX, &align);
		if (!r)
			r = ctype_must_take(p, ")");
	}
	if (!r && (!align || align & (align - 1)))
		r = ctype_fail(p, &where, ERR_USAGE, "an alignment is a power of two");
	if (!r && ret->align < align)
		ret->align = (uint32_t)align;
	return r;
}

static int take_mode(struct ctype_parse *p, struct ctype_attributes *ret)
{
	static const char *const modes[] = { "QI", "HI", "SI", "DI" };
	int r = ctype_must_take(p, "(");

	if (r)
		return r;
	for (unsigned int i = 0; i < N_OF(modes); i++) {
		char longer[8] = "__";

		strcat(strcat(longer, modes[i]), "__");
		if (!ctype_at_word(p, modes[i]) && !ctype_at_word(p, longer))
			continue;
		ret->bytes = 1u << i;
		r = ctype_next(p);
		return r ? r : ctype_must_take(p, ")");
	}
	return ctype_expected(p, "QI, HI, SI or DI");
}

static int take_tag(struct ctype_parse *p, struct ctype_attributes *ret)
{
	int r = ctype_must_take(p, "(");

	if (r)
		return r;
	if (p->token.kind != TOKEN_STRING || !p->token.len)
		return ctype_expected(p, "a name in double quotes");
	if (ret->tag.len)
		return ctype_fail(p, &p->token, ERR_USAGE, "a second tag");
	ret->tag = p->token;
	r = ctype_next(p);
	return r ? r : ctype_must_take(p, ")");
}

static const struct {
	const char *name, *longer;
	int (*take)(struct ctype_parse *p, struct ctype_attributes *ret);
} known_attributes[] = {
	{ "packed", "__packed__", take_packed },
	{ "aligned", "__aligned__", take_aligned },
	{ "mode", "__mode__", take_mode },
	{ "btf_type_tag", "__btf_type_tag__", take_tag },
	{ "preserve_access_index", "__preserve_access_index__", take_nothing },
	{ "unused", "__unused__", take_nothing },
};

static int take_one(struct ctype_parse *p, struct ctype_attributes *ret)
{
	_cleanup_free_ char *word = ctype_word(&p->token);
	struct nearest nearest = NEAREST(word);
	const struct token where = p->token;
	int r;

	if (where.kind != TOKEN_WORD)
		return ctype_expected(p, "an attribute's name");
	for (size_t i = 0; i < N_OF(known_attributes); i++) {
		nearest_offer(&nearest, known_attributes[i].name);
		if (!ctype_at_word(p, known_attributes[i].name) &&
		    !ctype_at_word(p, known_attributes[i].longer))
			continue;
		r = ctype_next(p);
		return r ? r : known_attributes[i].take(p, ret);
	}
	return ctype_fail(p, &where, ERR_USAGE, "the attribute '%.*s' is not known%s%s%s",
			  TOKEN_TEXT(&where), nearest.best ? "; did you mean '" : "",
			  nearest.best ? nearest.best : "", nearest.best ? "'?" : "");
}

/* ((a, b)), behind the word __attribute__ */
static int take_list(struct ctype_parse *p, struct ctype_attributes *ret)
{
	int r = ctype_must_take(p, "(");

	if (!r)
		r = ctype_must_take(p, "(");
	while (!r && !ctype_at(p, ")")) {
		r = take_one(p, ret);
		if (!r && !ctype_at(p, ")"))
			r = ctype_must_take(p, ",");
	}
	if (!r)
		r = ctype_must_take(p, ")");
	return r ? r : ctype_must_take(p, ")");
}

bool ctype_at_attribute(const struct ctype_parse *p)
{
	return ctype_at_word(p, "__attribute__") || ctype_at_word(p, "__attribute") ||
	       ctype_at_word(p, "__packed") || ctype_at_word(p, "__aligned");
}

int ctype_attributes_check(struct ctype_parse *p, const struct ctype_attributes *attributes)
{
	if (attributes->bytes)
		return ctype_fail(p, &p->token, ERR_USAGE, "only enums take a mode here");
	return 0;
}

int ctype_attributes(struct ctype_parse *p, struct ctype_attributes *ret)
{
	int r = 0;

	while (!r && ctype_at_attribute(p)) {
		bool is_packed = ctype_at_word(p, "__packed");
		bool is_aligned = ctype_at_word(p, "__aligned");

		r = ctype_next(p);
		if (!r && is_packed)
			r = take_packed(p, ret);
		else if (!r && is_aligned)
			r = take_aligned(p, ret);
		else if (!r)
			r = take_list(p, ret);
	}
	return r;
}
