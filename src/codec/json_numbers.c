/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "codec/json_numbers.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* No number of any type needs more; the parser may refuse what is longer. */
#define NUMBER_MAX 8192

static const char *skip_digits(const char *s)
{
	return s + strspn(s, "0123456789");
}

/* Is s a number by the grammar of JSON?  *is_integer: one without a point or an exponent. */
static bool is_number(const char *s, bool *is_integer)
{
	const char *digits;

	s += *s == '-';
	digits = s;
	s = skip_digits(s);
	if (s == digits || (*digits == '0' && s > digits + 1))
		return false;
	*is_integer = !*s;
	if (*s == '.') {
		digits = s + 1;
		s = skip_digits(digits);
		if (s == digits)
			return false;
	}
	if (*s == 'e' || *s == 'E') {
		s++;
		s += *s == '-' || *s == '+';
		digits = s;
		s = skip_digits(digits);
		if (s == digits)
			return false;
	}
	return !*s;
}

static bool fits_int64(const char *number)
{
	errno = 0;
	(void)strtoll(number, NULL, 10);
	return errno != ERANGE;
}

static void end_token(struct json_numbers *filter, struct buf *out)
{
	struct buf *token = &filter->token;
	bool is_integer;
	bool quoted;

	if (!token->len)
		return;
	quoted = token->len <= NUMBER_MAX && is_number(token->data, &is_integer) &&
		 !(is_integer && fits_int64(token->data));
	if (quoted)
		buf_add(out, "\"", 1);
	buf_add(out, token->data, token->len);
	if (quoted)
		buf_add(out, "\"", 1);
	buf_clear(token);
}

static bool is_in_number(char c, bool is_first)
{
	if ((c >= '0' && c <= '9') || c == '-')
		return true;
	return !is_first && (c == '.' || c == '+' || c == 'e' || c == 'E');
}

/* How many of the n bytes are of the string that has begun. */
static size_t string_span(struct json_numbers *filter, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (filter->is_escaped) {
			filter->is_escaped = false;
		} else if (bytes[i] == '\\') {
			filter->is_escaped = true;
		} else if (bytes[i] == '"') {
			filter->in_string = false;
			return i + 1;
		}
	}
	return n;
}

void json_numbers_feed(struct json_numbers *filter, const char *bytes, size_t n, struct buf *out)
{
	size_t i = 0, span;

	while (i < n) {
		if (filter->in_string) {
			span = string_span(filter, bytes + i, n - i);
			buf_add(out, bytes + i, span);
			i += span;
		} else if (is_in_number(bytes[i], !filter->token.len)) {
			buf_add(&filter->token, bytes + i++, 1);
		} else {
			end_token(filter, out);
			filter->in_string = bytes[i] == '"';
			buf_add(out, bytes + i++, 1);
		}
	}
}

void json_numbers_end(struct json_numbers *filter, struct buf *out)
{
	end_token(filter, out);
	buf_done(&filter->token);
}

int json_numbers_parse(const char *text, size_t len, json_t **ret, struct err *err)
{
	struct json_numbers filter = { 0 };
	struct buf filtered = { 0 };
	json_error_t why;
	json_t *json;

	json_numbers_feed(&filter, text, len, &filtered);
	json_numbers_end(&filter, &filtered);
	json = json_loadb(buf_str(&filtered), filtered.len,
			  JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL, &why);
	buf_done(&filtered);
	if (!json)
		return err_set(err, ERR_USAGE, "not JSON: %s", why.text);
	*ret = json;
	return 0;
}
