/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Constant expressions: array sizes, widths of bitfields, values of enums. */
#include <string.h>

#include "codec/ctype_parse_parts.h"

#define VALUE_MAX ((__int128)UINT64_MAX)
#define VALUE_MIN ((__int128)INT64_MIN)

/* C's binary operators, the higher level first. */
static const struct operator
{
	const char *sign;
	unsigned int level;
}
operators[] = {
	{ "|", 1 }, { "&", 2 }, { "<<", 3 }, { ">>", 3 }, { "+", 4 },
	{ "-", 4 }, { "*", 5 }, { "/", 5 },  { "%", 5 },
};

static int expression(struct ctype_parse *p, unsigned int level, __int128 *ret);

static const struct operator* at_operator(const struct ctype_parse *p, unsigned int level)
{
	for (size_t i = 0; i < sizeof(operators) / sizeof(*operators); i++)
		if (operators[i].level >= level && ctype_at(p, operators[i].sign))
			return &operators[i];
	return NULL;
}

/* False where the result is none, or is out of range. */
static bool calculate(char sign, __int128 a, __int128 b, __int128 *ret)
{
	bool is_shift = sign == '<' || sign == '>';

	if ((is_shift && (b < 0 || b > 63 || a < 0)) || ((sign == '/' || sign == '%') && !b))
		return false;
	switch (sign) {
	case '|':
		*ret = a | b;
		break;
	case '&':
		*ret = a & b;
		break;
	case '<':
		*ret = a << b;
		break;
	case '>':
		*ret = a >> b;
		break;
	case '+':
		*ret = a + b;
		break;
	case '-':
		*ret = a - b;
		break;
	case '/':
		*ret = a / b;
		break;
	case '%':
		*ret = a % b;
		break;
	default:
		return !__builtin_mul_overflow(a, b, ret) && *ret <= VALUE_MAX && *ret >= VALUE_MIN;
	}
	return *ret <= VALUE_MAX && *ret >= VALUE_MIN;
}

/* sizeof(TYPE), behind the word */
static int size_of(struct ctype_parse *p, __int128 *ret)
{
	struct ctype_attributes attributes = { 0 };
	struct token name, where;
	struct ctype type;
	int r = ctype_must_take(p, "(");

	where = p->token;
	if (!r)
		r = ctype_specifiers(p, &type, &attributes);
	if (!r)
		r = ctype_declarator(p, type, &type, &name);
	if (!r && name.len)
		r = ctype_fail(p, &name, ERR_USAGE, "a type has no name behind it here");
	if (!r)
		r = ctype_complete(p, &where, &type);
	if (!r)
		*ret = type.bytes;
	return r ? r : ctype_must_take(p, ")");
}

static int constant(struct ctype_parse *p, __int128 *ret)
{
	const struct ctype_entry *entry = ctype_find(p, SPACE_CONSTANT, &p->token);

	if (!entry)
		return ctype_expected(p, "a number, or the name of an enum's value,");
	*ret = entry->value;
	return ctype_next(p);
}

static int unsigned_operand(struct ctype_parse *p, __int128 *ret)
{
	int r;

	if (ctype_at(p, "(")) {
		r = ctype_next(p);
		if (!r)
			r = expression(p, 1, ret);
		return r ? r : ctype_must_take(p, ")");
	}
	if (ctype_at_word(p, "sizeof")) {
		r = ctype_next(p);
		return r ? r : size_of(p, ret);
	}
	if (p->token.kind == TOKEN_WORD)
		return constant(p, ret);
	if (p->token.kind != TOKEN_NUMBER)
		return ctype_expected(p, "a number");
	*ret = p->token.number;
	return ctype_next(p);
}

static int operand(struct ctype_parse *p, __int128 *ret)
{
	bool is_negative = false;
	int r = ctype_enter(p);

	if (r)
		return r;
	while (!r && (ctype_at(p, "-") || ctype_at(p, "+"))) {
		is_negative ^= ctype_at(p, "-");
		r = ctype_next(p);
	}
	if (!r)
		r = unsigned_operand(p, ret);
	if (!r && is_negative)
		*ret = -*ret;
	ctype_leave(p);
	return r;
}

static int expression(struct ctype_parse *p, unsigned int level, __int128 *ret)
{
	const struct operator* operator;
	__int128 left = 0, right = 0;
	int r = operand(p, &left);

	while (!r && (operator= at_operator(p, level))) {
		const struct token where = p->token;

		r = ctype_next(p);
		if (!r)
			r = expression(p, operator->level + 1, &right);
		if (!r && !calculate(*operator->sign, left, right, &left))
			r = ctype_fail(p, &where, ERR_USAGE, "the result is no number of 64 bits");
	}
	*ret = left;
	return r;
}

int ctype_number(struct ctype_parse *p, __int128 *ret)
{
	const struct token where = p->token;
	int r = expression(p, 1, ret);

	if (!r && (*ret > VALUE_MAX || *ret < VALUE_MIN))
		return ctype_fail(p, &where, ERR_USAGE, "the number does not fit 64 bits");
	return r;
}

int ctype_size(struct ctype_parse *p, const char *what, uint64_t max, uint64_t *ret)
{
	const struct token where = p->token;
	__int128 value;
	int r = ctype_number(p, &value);

	if (r)
		return r;
	if (value < 0 || value > max)
		return ctype_fail(p, &where, ERR_USAGE, "%s is 0 to %llu", what,
				  (unsigned long long)max);
	*ret = (uint64_t)value;
	return 0;
}
