/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* C's declarators, from the inside out. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "codec/ctype.h"
#include "codec/ctype_text.h"
#include "codec/plan.h"

/* A name is one line: this many parameters, no more. */
#define NAME_LINES 32

struct declarator {
	char *text;
	bool is_pointer; /* what was added last: an array or parameters need () around it */
	unsigned int levels;
	unsigned int qualifiers; /* of what comes next */
	struct buf tags;
};

enum { QUALIFIER_CONST = 1, QUALIFIER_VOLATILE = 2, QUALIFIER_RESTRICT = 4 };

static const char *const qualifier_words[8] = {
	"",	     "const ",		"volatile ",	      "const volatile ",
	"restrict ", "const restrict ", "volatile restrict ", "const volatile restrict ",
};

static void replace(struct declarator *d, char *text)
{
	free(d->text);
	d->text = text;
	d->levels++;
}

static void add_pointer(struct declarator *d)
{
	const char *words = qualifier_words[d->qualifiers];
	int len = (int)strlen(words) - (*words && !*d->text);

	replace(d, mem_printf("*%s%.*s%s", buf_str(&d->tags), len, words, d->text));
	d->is_pointer = true;
	d->qualifiers = 0;
	buf_clear(&d->tags);
}

static void add_suffix(struct declarator *d, const char *suffix)
{
	if (d->is_pointer)
		replace(d, mem_printf("(%s)%s", d->text, suffix));
	else
		replace(d, mem_printf("%s%s", d->text, suffix));
	d->is_pointer = false;
}

static void add_array(struct declarator *d, const struct btf_type *t)
{
	_cleanup_free_ char *suffix = mem_printf("[%u]", btf_array(t)->nelems);

	add_suffix(d, suffix);
}

bool ctype_line(struct ctype_text *text)
{
	if (text->lines == 0)
		return false;
	if (--text->lines == 0) {
		buf_puts(text->out, text->bodies ? "/* … and more */\n" : "...");
		return false;
	}
	return true;
}

static void add_parameters(struct ctype_text *text, struct declarator *d, const struct btf_type *t,
			   unsigned int depth)
{
	struct buf suffix = { 0 }, *out = text->out;
	const struct btf_param *params = btf_params(t);

	text->out = &suffix;
	buf_puts(&suffix, "(");
	for (uint32_t i = 0; i < btf_vlen(t) && ctype_line(text); i++) {
		buf_puts(&suffix, i ? ", " : "");
		if (params[i].type)
			ctype_declare(text, params[i].type, "", depth + 1);
		else
			buf_puts(&suffix, "...");
	}
	buf_puts(&suffix, btf_vlen(t) ? ")" : "void)");
	text->out = out;
	add_suffix(d, buf_str(&suffix));
	buf_done(&suffix);
	d->qualifiers = 0;
}

static void add_tag(struct declarator *d, const char *tag)
{
	if (d->tags.len < 1024)
		buf_printf(&d->tags, " __attribute__((btf_type_tag(\"%.128s\")))", tag);
}

/* One type on the way; false when it is the last. */
static bool add_level(struct ctype_text *text, struct declarator *d, const struct btf_type *t,
		      unsigned int depth)
{
	switch (btf_kind(t)) {
	case BTF_KIND_CONST:
		d->qualifiers |= QUALIFIER_CONST;
		return true;
	case BTF_KIND_VOLATILE:
		d->qualifiers |= QUALIFIER_VOLATILE;
		return true;
	case BTF_KIND_RESTRICT:
		d->qualifiers |= QUALIFIER_RESTRICT;
		return true;
	case BTF_KIND_TYPE_TAG:
		add_tag(d, ctype_spell(text, t->name_off));
		return true;
	case BTF_KIND_PTR:
		add_pointer(d);
		return true;
	case BTF_KIND_ARRAY:
		add_array(d, t);
		return true;
	case BTF_KIND_FUNC_PROTO:
		add_parameters(text, d, t, depth);
		return true;
	case BTF_KIND_FUNC:
	case BTF_KIND_VAR:
		return true;
	default:
		return false;
	}
}

const char *ctype_keyword(const struct btf_type *t)
{
	switch (btf_kind(t)) {
	case BTF_KIND_STRUCT:
		return "struct ";
	case BTF_KIND_UNION:
		return "union ";
	case BTF_KIND_ENUM:
	case BTF_KIND_ENUM64:
		return "enum ";
	case BTF_KIND_FWD:
		return btf_kflag(t) ? "union " : "struct ";
	default:
		return "";
	}
}

static void write_base(struct ctype_text *text, uint32_t id, const struct btf_type *t,
		       unsigned int depth)
{
	const char *name = t ? ctype_spell(text, t->name_off) : "void";

	if (!t || *name || btf_is_fwd(t))
		buf_printf(text->out, "%s%s", t ? ctype_keyword(t) : "", name);
	else if (!*ctype_keyword(t))
		buf_puts(text->out, "/* unnamed */ void");
	else if (text->bodies)
		ctype_body(text, id, t, depth);
	else
		buf_printf(text->out, "%s{...}", ctype_keyword(t));
}

static void declare(struct ctype_text *text, uint32_t id, struct declarator *d, unsigned int depth)
{
	const struct btf_type *t = NULL;

	while (id) {
		t = btf__type_by_id(text->btf, id);
		if (!t || text->links == 0 || d->levels > PLAN_DEPTH_MAX)
			break;
		text->links--;
		if (!add_level(text, d, t, depth))
			break;
		id = btf_is_array(t) ? btf_array(t)->type : t->type;
	}
	buf_puts(text->out, qualifier_words[d->qualifiers & ~(unsigned int)QUALIFIER_RESTRICT]);
	if (id && (!t || text->links == 0 || d->levels > PLAN_DEPTH_MAX))
		buf_puts(text->out, t ? "/* … nested deeper than 64 levels */ void"
				      : "/* unknown type */ void");
	else
		write_base(text, id, id ? t : NULL, depth);
	buf_puts(text->out, buf_str(&d->tags));
	if (*d->text)
		buf_printf(text->out, " %s", d->text);
}

void ctype_declare(struct ctype_text *text, uint32_t type_id, const char *name, unsigned int depth)
{
	struct declarator d = { 0 };

	if (depth > PLAN_DEPTH_MAX) {
		buf_printf(text->out, "/* … nested deeper than %d levels */", PLAN_DEPTH_MAX);
		return;
	}
	d.text = mem_strdup(name);
	declare(text, type_id, &d, depth);
	free(d.text);
	buf_done(&d.tags);
}

void ctype_name(const struct btf *btf, uint32_t type_id, struct buf *ret)
{
	struct ctype_text text = {
		.btf = btf,
		.out = ret,
		.links = 2 * (uint64_t)btf__type_cnt(btf),
		.lines = NAME_LINES,
	};

	ctype_declare(&text, type_id, "", 0);
	ctype_done(&text);
}
