/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Text cut into words, numbers and signs. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "codec/ctype_parse_parts.h"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "column 5", or where there are several lines "line 2, column 5". */
static void spell_place(const struct ctype_parse *p, const char *at, char ret[static 64])
{
	const char *line = p->text;
	unsigned int lines = 1;

	for (const char *c = p->text; c < at; c++) {
		if (*c == '\n') {
			lines++;
			line = c + 1;
		}
	}
	if (strchr(p->text, '\n'))
		snprintf(ret, 64, "line %u, column %zu", lines, (size_t)(at - line) + 1);
	else
		snprintf(ret, 64, "column %zu", (size_t)(at - line) + 1);
}

int ctype_fail(struct ctype_parse *p, const struct token *token, enum err_code code,
	       const char *fmt, ...)
{
	char place[64], why[400];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(why, sizeof(why), fmt, ap);
	va_end(ap);
	spell_place(p, token->start, place);
	return err_set(p->err, code, "%s: %s", place, why);
}

int ctype_expected(struct ctype_parse *p, const char *what)
{
	const struct token *t = &p->token;

	if (t->kind == TOKEN_END)
		return ctype_fail(p, t, ERR_USAGE, "%s was expected, not the end", what);
	return ctype_fail(p, t, ERR_USAGE, "%s was expected, not '%.*s'", what, TOKEN_TEXT(t));
}

static int fail_here(struct ctype_parse *p, const char *at, const char *why)
{
	const struct token here = { .start = at };

	return ctype_fail(p, &here, ERR_USAGE, "%s", why);
}

static int skip_blanks(struct ctype_parse *p)
{
	for (;;) {
		const char *start = p->at, *end = NULL;

		if (*p->at && strchr(" \t\r\n\f\v", *p->at)) {
			p->at++;
		} else if (p->at[0] == '/' && p->at[1] == '/') {
			p->at += strcspn(p->at, "\n");
		} else if (p->at[0] == '/' && p->at[1] == '*') {
			end = strstr(p->at + 2, "*/");
			if (!end)
				return fail_here(p, start, "the comment has no end");
			p->at = end + 2;
		} else {
			return 0;
		}
	}
}

static int digit_of(char c)
{
	if (is_digit(c))
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 16;
}

/* Decimal or hexadecimal, with C's suffixes. */
static int read_number(struct ctype_parse *p)
{
	struct token *t = &p->token;
	const char *at = t->start;
	bool is_hex = at[0] == '0' && (at[1] == 'x' || at[1] == 'X');
	int base = is_hex ? 16 : 10;

	if (is_hex)
		at += 2;
	if (digit_of(*at) >= base)
		return fail_here(p, t->start, "the number has no digits");
	if (!is_hex && at[0] == '0' && is_digit(at[1]))
		return fail_here(p, t->start, "a number that begins with 0 could be octal");
	t->kind = TOKEN_NUMBER;
	for (; digit_of(*at) < base; at++)
		if (__builtin_mul_overflow(t->number, (uint64_t)base, &t->number) ||
		    __builtin_add_overflow(t->number, (uint64_t)digit_of(*at), &t->number))
			return fail_here(p, t->start, "the number does not fit 64 bits");
	at += strspn(at, "uUlL");
	if (is_letter(*at) || is_digit(*at) || *at == '.')
		return fail_here(p, t->start, "this is no whole number");
	t->len = (size_t)(at - t->start);
	return 0;
}

static int read_string(struct ctype_parse *p)
{
	struct token *t = &p->token;
	size_t n = strcspn(t->start + 1, "\"\\\n");

	if (t->start[1 + n] != '"')
		return fail_here(p, t->start, "the string has no end, or more than plain letters");
	t->kind = TOKEN_STRING;
	t->start++;
	t->len = n;
	p->at = t->start + n + 1;
	return 0;
}

/* With all bytes of a letter that is not ASCII, to be shown whole. */
static size_t sign_len(const char *sign)
{
	size_t n = 1;

	while ((uint8_t)*sign >= 0xc0 && n < 4 && ((uint8_t)sign[n] & 0xc0) == 0x80)
		n++;
	return n;
}

static int read_sign(struct ctype_parse *p)
{
	static const char *const longer[] = { "...", "<<", ">>" };
	struct token *t = &p->token;

	t->kind = TOKEN_SIGN;
	for (size_t i = 0; i < sizeof(longer) / sizeof(*longer); i++) {
		t->len = strlen(longer[i]);
		if (!strncmp(t->start, longer[i], t->len))
			return 0;
	}
	t->len = sign_len(t->start);
	if (t->len > 1 || !strchr("{}()[];:,*=-+|&/%", *t->start))
		return ctype_fail(p, t, ERR_USAGE, "'%.*s' is no part of a type", TOKEN_TEXT(t));
	return 0;
}

/* Sets p->token to what stands at p->at. */
static int read_token(struct ctype_parse *p)
{
	int r = skip_blanks(p);

	if (r)
		return r;
	p->token = (struct token){ .kind = TOKEN_END, .start = p->at };
	if (*p->at == '"')
		return read_string(p);
	if (is_letter(*p->at)) {
		p->token.kind = TOKEN_WORD;
		while (is_letter(p->token.start[p->token.len]) ||
		       is_digit(p->token.start[p->token.len]))
			p->token.len++;
	} else if (is_digit(*p->at)) {
		r = read_number(p);
	} else if (*p->at) {
		r = read_sign(p);
	}
	p->at += p->token.len;
	return r;
}

int ctype_next(struct ctype_parse *p)
{
	return read_token(p);
}

bool ctype_is_word(const struct token *token, const char *word)
{
	return token->kind == TOKEN_WORD && token->len == strlen(word) &&
	       !memcmp(token->start, word, token->len);
}

bool ctype_at(const struct ctype_parse *p, const char *sign)
{
	const struct token *t = &p->token;

	return t->kind == TOKEN_SIGN && t->len == strlen(sign) && !memcmp(t->start, sign, t->len);
}

int ctype_take(struct ctype_parse *p, const char *sign)
{
	int r;

	if (!ctype_at(p, sign))
		return 0;
	r = ctype_next(p);
	return r ? r : 1;
}

int ctype_must_take(struct ctype_parse *p, const char *sign)
{
	char what[8];
	int r = ctype_take(p, sign);

	if (r)
		return r < 0 ? r : 0;
	snprintf(what, sizeof(what), "'%s'", sign);
	return ctype_expected(p, what);
}

char *ctype_word(const struct token *token)
{
	return mem_printf("%.*s", (int)token->len, token->start);
}

int ctype_enter(struct ctype_parse *p)
{
	if (p->depth == CTYPE_DEPTH_MAX)
		return ctype_fail(p, &p->token, ERR_USAGE, "this is nested deeper than %d levels",
				  CTYPE_DEPTH_MAX);
	p->depth++;
	return 0;
}

int ctype_added(struct ctype_parse *p, int id, uint32_t *ret)
{
	if (id < 0) {
		errno = -id;
		return err_sys(p->err, "adding a type");
	}
	*ret = (uint32_t)id;
	return 0;
}
