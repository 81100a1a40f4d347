/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "output/unescape.h"

#include "base/buf.h"

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Adds what the backslash at text begins; returns how many of the len bytes that took. */
static size_t add_escaped(struct buf *out, const char *text, size_t len)
{
	unsigned char byte;

	if (len >= 2 && text[1] == '\\') {
		buf_add(out, "\\", 1);
		return 2;
	}
	if (len >= 4 && text[1] == 'x' && hex_digit(text[2]) >= 0 && hex_digit(text[3]) >= 0) {
		byte = (unsigned char)(hex_digit(text[2]) << 4 | hex_digit(text[3]));
		buf_add(out, &byte, 1);
		return 4;
	}
	buf_add(out, "\\", 1);
	return 1;
}

static size_t add_one(struct buf *out, const char *text, size_t len)
{
	size_t n = 0;

	if (*text == '\\')
		return add_escaped(out, text, len);
	while (n < len && text[n] != '\\' && text[n] != '"')
		n++;
	n += !n; /* a quote is itself */
	buf_add(out, text, n);
	return n;
}

void unescape(struct buf *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len;)
		i += add_one(out, text + i, len - i);
}

bool unescape_quoted(struct buf *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len;) {
		if (text[i] == '"')
			return false;
		if (text[i] == '\\' && i + 1 < len && text[i + 1] == '"')
			i++;
		i += add_one(out, text + i, len - i);
	}
	return true;
}
