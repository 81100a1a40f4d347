/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The integers and floats of C, and the names that everybody has for them. */
#include <string.h>

#include "base/alloc.h"
#include "base/nearest.h"
#include "codec/btf_find.h"
#include "codec/ctype_parse_parts.h"

#define N_OF(rows) (sizeof(rows) / sizeof(*(rows)))

enum { FLOAT = -1 }; /* in place of an encoding */

enum plain {
	CHAR,
	SCHAR,
	UCHAR,
	SHORT,
	USHORT,
	INT,
	UINT,
	LONG,
	ULONG,
	LLONG,
	ULLONG,
	INT128,
	UINT128,
	BOOL,
	HALF,
	SINGLE,
	DOUBLE,
	LDOUBLE,
	QUAD,
};

/* As clang -target bpf has them. */
static const struct {
	const char *name; /* in BTF */
	uint8_t bytes;
	int encoding;
} plains[] = {
	[CHAR] = { "char", 1, BTF_INT_SIGNED },	    [SCHAR] = { "signed char", 1, BTF_INT_SIGNED },
	[UCHAR] = { "unsigned char", 1, 0 },	    [SHORT] = { "short", 2, BTF_INT_SIGNED },
	[USHORT] = { "unsigned short", 2, 0 },	    [INT] = { "int", 4, BTF_INT_SIGNED },
	[UINT] = { "unsigned int", 4, 0 },	    [LONG] = { "long", 8, BTF_INT_SIGNED },
	[ULONG] = { "unsigned long", 8, 0 },	    [LLONG] = { "long long", 8, BTF_INT_SIGNED },
	[ULLONG] = { "unsigned long long", 8, 0 },  [INT128] = { "__int128", 16, BTF_INT_SIGNED },
	[UINT128] = { "unsigned __int128", 16, 0 }, [BOOL] = { "_Bool", 1, BTF_INT_BOOL },
	[HALF] = { "_Float16", 2, FLOAT },	    [SINGLE] = { "float", 4, FLOAT },
	[DOUBLE] = { "double", 8, FLOAT },	    [LDOUBLE] = { "long double", 8, FLOAT },
	[QUAD] = { "__float128", 16, FLOAT },
};

static const struct {
	const char *name;
	enum plain plain;
} typedefs[] = {
	{ "u8", UCHAR },       { "__u8", UCHAR },     { "uint8_t", UCHAR },
	{ "u16", USHORT },     { "__u16", USHORT },   { "uint16_t", USHORT },
	{ "u32", UINT },       { "__u32", UINT },     { "uint32_t", UINT },
	{ "u64", ULLONG },     { "__u64", ULLONG },   { "uint64_t", ULONG },
	{ "u128", UINT128 },   { "__u128", UINT128 }, { "__uint128_t", UINT128 },
	{ "s8", SCHAR },       { "__s8", SCHAR },     { "int8_t", SCHAR },
	{ "s16", SHORT },      { "__s16", SHORT },    { "int16_t", SHORT },
	{ "s32", INT },	       { "__s32", INT },      { "int32_t", INT },
	{ "s64", LLONG },      { "__s64", LLONG },    { "int64_t", LONG },
	{ "s128", INT128 },    { "__s128", INT128 },  { "__int128_t", INT128 },
	{ "__be16", USHORT },  { "__be32", UINT },    { "__be64", ULLONG },
	{ "__le16", USHORT },  { "__le32", UINT },    { "__le64", ULLONG },
	{ "__sum16", USHORT }, { "__wsum", UINT },    { "bool", BOOL },
	{ "size_t", ULONG },   { "ssize_t", LONG },   { "uintptr_t", ULONG },
	{ "uint", UINT },      { "intptr_t", LONG },  { "ulong", ULONG },
	{ "ushort", USHORT },  { "ptrdiff_t", LONG },
};

/* The words that integers and floats are put together of, and how often each was there. */
static const char *const words[] = { "char",	 "short",      "int",	    "long",  "signed",
				     "unsigned", "float",      "double",    "_Bool", "__int128",
				     "_Float16", "__float128", "__signed__" };
enum word {
	W_CHAR,
	W_SHORT,
	W_INT,
	W_LONG,
	W_SIGNED,
	W_UNSIGNED,
	W_FLOAT,
	W_DOUBLE,
	W_BOOL,
	W_INT128,
	W_HALF,
	W_QUAD,
	W_SIGNED_TOO,
	N_WORDS,
};

static int word_of(const struct token *token)
{
	for (int i = 0; i < N_WORDS; i++)
		if (ctype_is_word(token, words[i]))
			return i;
	return -1;
}

static int row_of(const struct token *name)
{
	for (size_t i = 0; i < N_OF(typedefs); i++)
		if (ctype_is_word(name, typedefs[i].name))
			return (int)i;
	return -1;
}

bool ctype_plain_name(const struct token *name)
{
	return word_of(name) >= 0 || row_of(name) >= 0;
}

void ctype_offer_plain(struct nearest *nearest)
{
	for (size_t i = 0; i < N_OF(typedefs); i++)
		nearest_offer(nearest, typedefs[i].name);
	for (size_t i = 0; i < W_SIGNED_TOO; i++)
		nearest_offer(nearest, words[i]);
	nearest_offer(nearest, "void");
	nearest_offer(nearest, "struct");
	nearest_offer(nearest, "union");
	nearest_offer(nearest, "enum");
}

/* What so many of each word mean; -1: nothing in C. */
static int meaning(const unsigned int n[N_WORDS])
{
	bool is_unsigned = n[W_UNSIGNED], is_signed = n[W_SIGNED] || is_unsigned;
	unsigned int all = 0;

	for (int i = 0; i < N_WORDS; i++)
		all += n[i];
	if (n[W_SIGNED] + n[W_UNSIGNED] > 1 || n[W_INT] > 1 || n[W_LONG] > 2)
		return -1;
	all -= is_signed;
	if (n[W_CHAR])
		return all != 1 ? -1 : is_unsigned ? UCHAR : is_signed ? SCHAR : CHAR;
	if (n[W_INT128])
		return all != 1 ? -1 : is_unsigned ? UINT128 : INT128;
	if (n[W_DOUBLE])
		return all == 1 && !is_signed			  ? DOUBLE
		       : all == 2 && n[W_LONG] == 1 && !is_signed ? LDOUBLE
								  : -1;
	if (all == 1 && !is_signed && (n[W_BOOL] || n[W_FLOAT] || n[W_HALF] || n[W_QUAD]))
		return n[W_BOOL] ? BOOL : n[W_FLOAT] ? SINGLE : n[W_HALF] ? HALF : QUAD;
	all -= n[W_INT];
	if (n[W_SHORT])
		return all != 1 ? -1 : is_unsigned ? USHORT : SHORT;
	if (all != n[W_LONG])
		return -1;
	if (!all)
		return is_unsigned ? UINT : INT;
	if (all == 1)
		return is_unsigned ? ULONG : LONG;
	return is_unsigned ? ULLONG : LLONG;
}

/* The id of an integer that is there from a text before; 0: none. */
static uint32_t find_plain(const struct ctype_parse *p, int row)
{
	uint32_t id = btf_find(p->btf, plains[row].name, BTF_KINDS(BTF_KIND_INT));
	const struct btf_type *t = id ? btf__type_by_id(p->btf, id) : NULL;

	return t && t->size == plains[row].bytes && btf_int_encoding(t) == plains[row].encoding &&
			       btf_int_bits(t) == 8 * t->size && !btf_int_offset(t)
		       ? id
		       : 0;
}

static int add_plain(struct ctype_parse *p, int row, struct ctype *ret)
{
	int bytes = plains[row].bytes, encoding = plains[row].encoding, id, r = 0;

	if (!p->plain_ids[row])
		p->plain_ids[row] = find_plain(p, row);
	if (!p->plain_ids[row]) {
		if (encoding == FLOAT)
			id = btf__add_float(p->btf, plains[row].name, (size_t)bytes);
		else
			id = btf__add_int(p->btf, plains[row].name, (size_t)bytes, encoding);
		r = ctype_added(p, id, &p->plain_ids[row]);
	}
	*ret = (struct ctype){
		.id = p->plain_ids[row],
		.bytes = (uint64_t)bytes,
		.align = (uint32_t)bytes,
		.is_complete = true,
	};
	return r;
}

int ctype_index_type(struct ctype_parse *p, struct ctype *ret)
{
	return add_plain(p, UINT, ret);
}

static int add_typedef(struct ctype_parse *p, const struct token *name, int row, struct ctype *ret)
{
	uint32_t id = btf_find(p->btf, typedefs[row].name, BTF_KINDS(BTF_KIND_TYPEDEF));
	struct ctype_entry *entry;
	int r = add_plain(p, typedefs[row].plain, ret);

	if (!r && id && btf__type_by_id(p->btf, id)->type == ret->id)
		ret->id = id;
	else if (!r)
		r = ctype_added(p, btf__add_typedef(p->btf, typedefs[row].name, (int)ret->id),
				&ret->id);
	if (r)
		return r;
	entry = ctype_name_add(p, SPACE_TYPE, name);
	entry->type = *ret;
	entry->is_builtin = true;
	return ctype_next(p);
}

static int put_together(struct ctype_parse *p, struct ctype *ret)
{
	unsigned int n[N_WORDS] = { 0 };
	const struct token first = p->token;
	int word, row, r;

	while ((word = word_of(&p->token)) >= 0) {
		n[word == W_SIGNED_TOO ? W_SIGNED : word]++;
		r = ctype_next(p);
		if (r)
			return r;
	}
	row = meaning(n);
	if (row < 0)
		return ctype_fail(p, &first, ERR_USAGE, "these words make no type of C: '%.*s'",
				  (int)(p->token.start - first.start < 40
						? p->token.start - first.start
						: 40),
				  first.start);
	return add_plain(p, row, ret);
}

int ctype_plain(struct ctype_parse *p, const struct token *name, struct ctype *ret)
{
	int row = row_of(name);

	return row >= 0 ? add_typedef(p, name, row, ret) : put_together(p, ret);
}
