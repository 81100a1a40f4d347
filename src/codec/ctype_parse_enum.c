/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What stands between the braces of an enum. */
#include <stdlib.h>

#include "base/alloc.h"
#include "codec/ctype_parse_parts.h"

struct values {
	struct value {
		struct token name;
		__int128 value;
	} * row;
	size_t n, cap;
	__int128 least, most;
};

static int add_value(struct ctype_parse *p, struct values *values, const struct value *value)
{
	struct ctype_entry *entry;

	if (values->n == CTYPE_MEMBERS_MAX)
		return ctype_fail(p, &value->name, ERR_USAGE, "more than %d values",
				  CTYPE_MEMBERS_MAX);
	entry = ctype_name_add(p, SPACE_CONSTANT, &value->name);
	if (!entry)
		return ctype_fail(p, &value->name, ERR_USAGE, "there is a value '%.*s' already",
				  TOKEN_TEXT(&value->name));
	entry->value = value->value;
	if (value->value < values->least)
		values->least = value->value;
	if (value->value > values->most)
		values->most = value->value;
	if (values->most > UINT64_MAX || (values->least < 0 && values->most > INT64_MAX))
		return ctype_fail(p, &value->name, ERR_USAGE, "the values do not fit 64 bits");
	values->row = mem_more(values->row, values->n, &values->cap, sizeof(*values->row));
	values->row[values->n++] = *value;
	return 0;
}

static int take_value(struct ctype_parse *p, struct values *values)
{
	struct value value = { .name = p->token };
	int r;

	if (p->token.kind != TOKEN_WORD)
		return ctype_expected(p, "the name of a value");
	if (values->n)
		value.value = values->row[values->n - 1].value + 1;
	r = ctype_next(p);
	if (!r && ctype_at(p, "=")) {
		r = ctype_next(p);
		if (!r)
			r = ctype_number(p, &value.value);
	}
	if (!r)
		r = add_value(p, values, &value);
	if (!r && !ctype_at(p, ",") && !ctype_at(p, "}"))
		return ctype_expected(p, "',' or '}'");
	r = r ? r : ctype_take(p, ",");
	return r < 0 ? r : 0;
}

static int take_values(struct ctype_parse *p, struct values *values)
{
	int r = ctype_must_take(p, "{");

	while (!r && !ctype_at(p, "}"))
		r = take_value(p, values);
	return r ? r : ctype_must_take(p, "}");
}

static bool fits(const struct values *values, uint32_t bytes)
{
	__int128 limit = (__int128)1 << (8 * bytes);

	if (values->least < 0)
		return values->least >= -limit / 2 && values->most < limit / 2;
	return values->most < limit;
}

/* As large as an int, or larger where it has to be; packed, or of a mode, as said. */
static uint32_t bytes_of(const struct values *values, const struct ctype_attributes *attributes)
{
	uint32_t bytes = attributes->bytes ? attributes->bytes : attributes->is_packed ? 1 : 4;

	while (bytes < 8 && !fits(values, bytes))
		bytes *= 2;
	return bytes;
}

static int add_type(struct ctype_parse *p, const char *name, const struct values *values,
		    uint32_t bytes, struct ctype *ret)
{
	bool is_wide = bytes == 8;
	int r = ctype_added(p,
			    is_wide ? btf__add_enum64(p->btf, name, bytes, values->least < 0)
				    : btf__add_enum(p->btf, name, bytes),
			    &ret->id);

	for (size_t i = 0; !r && i < values->n; i++) {
		_cleanup_free_ char *word = ctype_word(&values->row[i].name);
		__int128 value = values->row[i].value;
		int added = is_wide ? btf__add_enum64_value(p->btf, word, (uint64_t)value)
				    : btf__add_enum_value(p->btf, word, (int64_t)value);

		r = ctype_added(p, added, &(uint32_t){ 0 });
	}
	return r;
}

int ctype_enum_body(struct ctype_parse *p, const char *name, struct ctype_attributes *attributes,
		    struct ctype *ret)
{
	struct values values = { 0 };
	uint32_t bytes = 0;
	int r = take_values(p, &values);

	if (!r)
		r = ctype_attributes(p, attributes);
	if (!r)
		bytes = bytes_of(&values, attributes);
	if (!r)
		r = add_type(p, name, &values, bytes, ret);
	ret->bytes = bytes;
	ret->align = bytes > attributes->align ? bytes : attributes->align;
	ret->is_complete = !r;
	free(values.row);
	return r;
}
