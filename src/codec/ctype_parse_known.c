/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Names that the text does not explain, and what becomes of types that have no size yet. */
#include <string.h>

#include "base/alloc.h"
#include "base/nearest.h"
#include "codec/btf_copy.h"
#include "codec/btf_find.h"
#include "codec/btf_type.h"
#include "codec/ctype_parse.h"
#include "codec/ctype_parse_parts.h"
#include "codec/ctype_text.h"
#include "codec/plan.h"

/* What the kernel knows by name in values, for where it does not tell its types. */
static const struct {
	const char *name, *text;
	uint32_t bytes, align;
} builtins[] = {
	{ "bpf_spin_lock", "struct bpf_spin_lock { __u32 val; }", 4, 4 },
	{ "bpf_timer", "struct bpf_timer { __u64 __opaque[2]; }", 16, 8 },
};

static uint32_t known_align(struct ctype_parse *p, uint32_t id)
{
	struct ctype_text text = { .btf = p->known, .links = 4 * PLAN_NODES_MAX };

	if (!p->known_align)
		p->known_align = mem_zero(btf__type_cnt(p->known));
	text.align = p->known_align;
	return ctype_align(&text, id, 0);
}

static int copy_known(struct ctype_parse *p, const struct token *name, uint32_t id,
		      struct ctype *ret)
{
	uint64_t links = 4 * PLAN_NODES_MAX, bytes = 0;
	struct ctype type = { .is_complete = true };
	int r;

	if (!p->copy)
		p->copy = btf_copy_new(p->known, p->btf);
	if (btf_bytes(p->known, id, &links, &bytes) < 0 || bytes > CTYPE_BYTES_MAX)
		return ctype_fail(p, name, ERR_USAGE, "'%.*s' is too large", TOKEN_TEXT(name));
	r = btf_copy_type(p->copy, id, &type.id, p->err);
	if (r)
		return err_wrap(p->err, "'%.*s'", TOKEN_TEXT(name));
	type.bytes = bytes;
	type.align = known_align(p, id);
	*ret = type;
	return 1;
}

static int add_builtin(struct ctype_parse *p, const struct token *name, uint32_t kinds,
		       struct ctype *ret)
{
	for (size_t i = 0; i < sizeof(builtins) / sizeof(*builtins); i++) {
		struct ctype type = { .bytes = builtins[i].bytes,
				      .align = builtins[i].align,
				      .is_complete = true };
		int r;

		if (!(kinds & BTF_KINDS_STRUCT) || !ctype_is_word(name, builtins[i].name))
			continue;
		r = ctype_parse(builtins[i].text, p->btf, NULL, &type.id, p->err);
		if (!r)
			*ret = type;
		return r ? r : 1;
	}
	return 0;
}

/* A type of an earlier text, or copied with another: it need not be there twice. */
static int use_added(struct ctype_parse *p, const struct token *name, uint32_t id,
		     struct ctype *ret)
{
	_cleanup_free_ uint8_t *align = mem_zero(btf__type_cnt(p->btf));
	struct ctype_text text = { .btf = p->btf, .links = 4 * PLAN_NODES_MAX, .align = align };
	uint64_t links = 4 * PLAN_NODES_MAX, bytes = 0;

	if (btf_bytes(p->btf, id, &links, &bytes) < 0 || bytes > CTYPE_BYTES_MAX)
		return ctype_fail(p, name, ERR_USAGE, "'%.*s' is too large", TOKEN_TEXT(name));
	*ret = (struct ctype){
		.id = id,
		.bytes = bytes,
		.align = ctype_align(&text, id, 0),
		.is_complete = true,
	};
	return 1;
}

int ctype_known(struct ctype_parse *p, const struct token *name, uint32_t kinds, struct ctype *ret)
{
	_cleanup_free_ char *word = ctype_word(name);
	uint32_t id = btf_find(p->btf, word, kinds);

	if (id)
		return use_added(p, name, id, ret);
	id = p->known ? btf_find(p->known, word, kinds) : 0;
	return id ? copy_known(p, name, id, ret) : add_builtin(p, name, kinds, ret);
}

/* Offers what the text defines; the best of it is kept in *kept. */
static void offer_text(struct ctype_parse *p, uint32_t space, struct nearest *nearest, char **kept)
{
	for (size_t i = 0; i < p->names.n_slots; i++) {
		const struct ctype_entry *entry = p->names.slots[i];
		char *word;

		if (!entry || entry->space != space ||
		    (entry->tag && !entry->tag->type.is_complete))
			continue;
		word = ctype_word(&entry->name);
		nearest_offer(nearest, word);
		if (nearest->best == word) {
			free(*kept);
			*kept = word;
		} else {
			free(word);
		}
	}
}

/* The keyword of a struct, union or enum of this name; NULL where there is none. */
static const char *tag_keyword(struct ctype_parse *p, const char *word)
{
	const struct token name = { .kind = TOKEN_WORD, .start = word, .len = strlen(word) };
	const struct ctype_entry *entry = ctype_find(p, SPACE_TAG, &name);
	uint32_t id;

	if (entry)
		return entry->tag->keyword;
	id = p->known ? btf_find(p->known, word, BTF_KINDS_TAGGED) : 0;
	if (!id)
		return NULL;
	switch (btf_kind(btf__type_by_id(p->known, id))) {
	case BTF_KIND_STRUCT:
		return "struct";
	case BTF_KIND_UNION:
		return "union";
	default:
		return "enum";
	}
}

/* The name that was probably meant, and in *keyword what stands before it; NULL: none is near. */
static const char *nearest_name(struct ctype_parse *p, const char *word, uint32_t kinds,
				const char **keyword, char **kept)
{
	struct nearest plain = NEAREST(word), tagged = NEAREST(word);

	if (!**keyword) {
		offer_text(p, SPACE_TYPE, &plain, kept);
		ctype_offer_plain(&plain);
		if (p->known)
			btf_offer_names(p->known, kinds, &plain);
		if (plain.best)
			return plain.best;
		kinds = BTF_KINDS_TAGGED;
	}
	offer_text(p, SPACE_TAG, &tagged, kept);
	if (p->known)
		btf_offer_names(p->known, kinds, &tagged);
	if (tagged.best && !**keyword)
		*keyword = tag_keyword(p, tagged.best);
	return tagged.best;
}

int ctype_unknown(struct ctype_parse *p, const struct token *name, const char *keyword,
		  uint32_t kinds)
{
	_cleanup_free_ char *word = ctype_word(name), *kept = NULL;
	const char *tag = *keyword ? NULL : tag_keyword(p, word);
	const char *meant = keyword, *best;

	if (tag)
		return ctype_fail(p, name, ERR_NO, "'%.*s' is a %s: write '%s %.*s'",
				  TOKEN_TEXT(name), tag, tag, TOKEN_TEXT(name));
	best = nearest_name(p, word, kinds, &meant, &kept);
	if (!best)
		return ctype_fail(p, name, ERR_NO, "there is no type '%s%s%.*s'", keyword,
				  *keyword ? " " : "", TOKEN_TEXT(name));
	return ctype_fail(p, name, ERR_NO, "there is no type '%s%s%.*s'; did you mean '%s%s%.60s'?",
			  keyword, *keyword ? " " : "", TOKEN_TEXT(name), meant, *meant ? " " : "",
			  best);
}

static uint32_t kinds_of(const char *keyword)
{
	if (!strcmp(keyword, "enum"))
		return BTF_KINDS_ENUM;
	return strcmp(keyword, "union") ? BTF_KINDS_STRUCT : BTF_KINDS_UNION;
}

int ctype_look_up(struct ctype_parse *p, struct ctype_tag *tag)
{
	int r = 0;

	if (!tag->type.is_complete && !tag->is_open)
		r = ctype_known(p, &tag->name, kinds_of(tag->keyword), &tag->type);
	return r < 0 ? r : 0;
}

static int complete_tag(struct ctype_parse *p, const struct token *where, struct ctype_tag *tag)
{
	int r = ctype_look_up(p, tag);

	if (r || tag->type.is_complete)
		return r;
	if (tag->is_open)
		return ctype_fail(p, where, ERR_USAGE, "'%s %.*s' would hold itself", tag->keyword,
				  TOKEN_TEXT(&tag->name));
	return ctype_unknown(p, &tag->name, tag->keyword, kinds_of(tag->keyword));
}

int ctype_complete(struct ctype_parse *p, const struct token *where, struct ctype *type)
{
	int r;

	if (type->is_complete)
		return 0;
	if (!type->tag)
		return ctype_fail(p, where, ERR_USAGE, "%s has no size; a pointer to it has",
				  type->id ? "this type" : "void");
	r = complete_tag(p, where, type->tag);
	if (r)
		return r;
	type->bytes = type->tag->type.bytes;
	if (type->align < type->tag->type.align)
		type->align = type->tag->type.align;
	type->is_flexible = type->tag->type.is_flexible;
	type->is_complete = true;
	if (!type->id)
		type->id = type->tag->type.id;
	return 0;
}

static int refer_to_tag(struct ctype_parse *p, struct ctype *type)
{
	struct ctype_tag *tag = type->tag;
	_cleanup_free_ char *name = ctype_word(&tag->name);
	bool is_union = !strcmp(tag->keyword, "union");
	int r = 0;

	if (!strcmp(tag->keyword, "enum"))
		r = complete_tag(p, &tag->name, tag);
	if (!r && !tag->type.is_complete && !tag->forward)
		r = ctype_added(
			p, btf__add_fwd(p->btf, name, is_union ? BTF_FWD_UNION : BTF_FWD_STRUCT),
			&tag->forward);
	type->id = tag->type.is_complete ? tag->type.id : tag->forward;
	return r;
}

int ctype_refer(struct ctype_parse *p, struct ctype *type)
{
	static int (*const add[])(struct btf *, int) = { btf__add_volatile, btf__add_const,
							 btf__add_restrict };
	static const uint32_t bits[] = { QUALIFIER_VOLATILE, QUALIFIER_CONST, QUALIFIER_RESTRICT };
	int r = !type->id && type->tag ? refer_to_tag(p, type) : 0;

	for (size_t i = 0; !r && i < sizeof(bits) / sizeof(*bits); i++)
		if (type->qualifiers & bits[i])
			r = ctype_added(p, add[i](p->btf, (int)type->id), &type->id);
	type->qualifiers = 0;
	return r;
}
