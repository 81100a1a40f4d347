/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "output/spell.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <bsd/stdlib.h>

#include "base/buf.h"
#include "output/digits.h"
#include "output/escape.h"
#include "output/label.h"
#include "output/real.h"

/* Up to four digits stay as they are. */
static bool spell_amount(struct buf *out, const struct label *label, uint64_t value)
{
	char human[8];

	if (label->look != LOOK_AMOUNT || value < 10000 || value > INT64_MAX ||
	    humanize_number(human, 6, (int64_t)value, "", HN_AUTOSCALE, HN_NOSPACE | HN_DECIMAL) <
		    0)
		return false;
	buf_puts(out, human);
	return true;
}

void spell_uint(struct buf *out, const struct label *label, uint64_t value)
{
	char digits[DIGITS_MAX] = "0x", *end;

	if (spell_amount(out, label, value))
		return;
	if (label->look == LOOK_POINTER)
		end = digits_hex_u64(digits + 2, value);
	else
		end = digits_u64(digits, value);
	if (label->look == LOOK_PERCENT)
		*end++ = '%';
	buf_add(out, digits, (size_t)(end - digits));
}

void spell_sint(struct buf *out, const struct label *label, int64_t value)
{
	char digits[DIGITS_MAX], *end;

	if (value >= 0 && spell_amount(out, label, (uint64_t)value))
		return;
	end = digits_s64(digits, value);
	if (label->look == LOOK_PERCENT)
		*end++ = '%';
	buf_add(out, digits, (size_t)(end - digits));
}

void spell_real(struct buf *out, double value, int digits)
{
	char spelled[REAL_MAX];

	if (isnan(value))
		buf_puts(out, "nan");
	else if (isinf(value))
		buf_puts(out, value < 0 ? "-inf" : "inf");
	else
		buf_add(out, spelled, (size_t)(real_spell(spelled, value, digits) - spelled));
}

/* As JSON this would be the start of another escape. */
static bool is_ambiguous(const char *text, size_t len)
{
	return len > 1 && text[0] == '\\' && (text[1] == 'x' || text[1] == '\\');
}

/*
 * Quotes and backslashes get a backslash, so that the end of the text is never in doubt.  What
 * is valid JSON, too, means the same as in there.
 */
static void spell_quoted(struct buf *out, const char *text, size_t len)
{
	buf_add(out, "\"", 1);
	while (len) {
		size_t n = 0;

		while (n < len && text[n] != '"' && text[n] != '\\')
			n++;
		escape_text(out, text, n);
		if (is_ambiguous(text + n, len - n)) {
			buf_puts(out, "\\x5c");
			n++;
		} else if (n < len) {
			buf_add(out, "\\", 1);
			buf_add(out, text + n++, 1);
		}
		text += n;
		len -= n;
	}
	buf_add(out, "\"", 1);
}

void spell_text(struct buf *out, const struct label *label, const void *bytes, size_t len)
{
	const char *text = bytes;

	if (label->look != LOOK_CHAR) {
		escape_text(out, text, len);
		return;
	}
	while (len && !text[len - 1])
		len--;
	spell_quoted(out, text, len);
}

void spell_bytes(struct buf *out, const void *bytes, size_t len)
{
	const unsigned char *from = bytes;
	char pairs[3 * 16];
	size_t n;

	for (; len; from += n, len -= n) {
		n = len < 16 ? len : 16;
		digits_hex_spaced(pairs, from, n);
		pairs[3 * n - 1] = ' ';
		buf_add(out, pairs, 3 * n - (n == len));
	}
}

void spell_null(struct buf *out, const char *why)
{
	if (!why) {
		buf_add(out, "-", 1);
		return;
	}
	buf_add(out, "(", 1);
	escape_text(out, why, strlen(why));
	buf_add(out, ")", 1);
}

void spell_name(struct buf *out, const struct label *label)
{
	escape_text(out, label->name, strlen(label->name));
}
