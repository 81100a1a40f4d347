/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The hot path of a dump.  Labels come spelled; the comma is always written
 * and counted only where it belongs; room is asked once a call.
 */
#include "output/json.h"

#include <math.h>

#include "output/digits.h"
#include "output/escape.h"
#include "output/real.h"

#define INDENT	   4
#define INDENT_MAX 256 /* columns; deeper nests stand below each other */

/* Most labels are short, and a call of memcpy costs more than they do. */
static inline char *put_label(char *p, const char *from, size_t n)
{
	if (n > 32)
		return (char *)memcpy(p, from, n) + n;
	if (n >= 16) {
		memcpy(p, from, 16);
		memcpy(p + n - 16, from + n - 16, 16);
	} else if (n >= 8) {
		memcpy(p, from, 8);
		memcpy(p + n - 8, from + n - 8, 8);
	} else if (n >= 4) {
		memcpy(p, from, 4);
		memcpy(p + n - 4, from + n - 4, 4);
	} else {
		for (size_t i = 0; i < n; i++)
			p[i] = from[i];
	}
	return p + n;
}

static char *new_line(const struct json *json, char *p)
{
	size_t n = (size_t)json->depth * INDENT;

	if (n > INDENT_MAX)
		n = INDENT_MAX;
	*p++ = '\n';
	memset(p, ' ', n);
	return p + n;
}

/* What a pretty document has between the comma and the node. */
static char *pretty_gap(struct json *json, char *p)
{
	json->fresh_array = false;
	if (!json->inline_array)
		return new_line(json, p);
	*p = ' ';
	return p + json->comma;
}

static inline char *begin(struct json *json, const struct label *label, size_t room)
{
	char *p = stream_room(json->w.out, 1 + 1 + INDENT_MAX + label->json_len + 1 + room);

	*p = ',';
	p += json->comma;
	if (__builtin_expect(json->pretty, 0)) {
		json->inline_array |= json->fresh_array;
		p = pretty_gap(json, p);
	}
	p = put_label(p, label->json, label->json_len);
	if (__builtin_expect(json->pretty, 0)) {
		*p = ' ';
		p += label->json_len != 0;
	}
	return p;
}

char *json_begin(struct json *json, const struct label *label, size_t room)
{
	return begin(json, label, room);
}

void json_open(struct writer *w, const struct label *label, enum nest nest)
{
	struct json *json = json_of(w);
	char *p;

	/* Whatever this stands in does not hold scalars only. */
	json->fresh_array = json->inline_array = false;
	p = begin(json, label, 1);
	*p++ = nest == NEST_ARRAY ? '[' : '{';
	json_end(json, p);
	json->comma = 0;
	json->depth++;
	json->fresh_array = nest == NEST_ARRAY;
}

void json_close(struct writer *w, enum nest nest)
{
	struct json *json = json_of(w);
	char *p = stream_room(w->out, 1 + INDENT_MAX + 1);

	json->depth--;
	if (json->pretty && json->comma && !json->inline_array)
		p = new_line(json, p);
	*p++ = nest == NEST_ARRAY ? ']' : '}';
	json_end(json, p);
	json->fresh_array = json->inline_array = false;
}

void json_uint(struct writer *w, const struct label *label, uint64_t value)
{
	struct json *json = json_of(w);
	char *p = begin(json, label, DIGITS_MAX + 2);

	*p = '"';
	p = digits_u64(p + json->quote, value);
	*p = '"';
	json_end(json, p + json->quote);
}

void json_sint(struct writer *w, const struct label *label, int64_t value)
{
	struct json *json = json_of(w);
	char *p = begin(json, label, DIGITS_MAX + 2);

	*p = '"';
	p = digits_s64(p + json->quote, value);
	*p = '"';
	json_end(json, p + json->quote);
}

void json_real(struct writer *w, const struct label *label, double value, int digits)
{
	struct json *json = json_of(w);

	if (!isfinite(value)) {
		w->nonfinite++;
		json_null(w, label, NULL);
		return;
	}
	json_end(json, real_spell(begin(json, label, REAL_MAX), value, digits));
}

void json_boolean(struct writer *w, const struct label *label, bool value)
{
	struct json *json = json_of(w);
	char *p = begin(json, label, 5);

	memcpy(p, value ? "true" : "false", value ? 4 : 5);
	json_end(json, p + (value ? 4 : 5));
}

void json_null(struct writer *w, const struct label *label, const char *why)
{
	struct json *json = json_of(w);
	char *p = begin(json, label, 4);

	(void)why;
	memcpy(p, "null", 4);
	json_end(json, p + 4);
}

void json_number(struct writer *w, const struct label *label, const char *spelled)
{
	struct json *json = json_of(w);
	bool quote = json->quote && !strpbrk(spelled, ".eE"); /* integers only */

	json_end(json, begin(json, label, 2));
	if (quote)
		stream_putc(w->out, '"');
	stream_puts(w->out, spelled);
	if (quote)
		stream_putc(w->out, '"');
}

void json_text(struct writer *w, const struct label *label, const void *bytes, size_t len)
{
	struct json *json = json_of(w);
	const char *text = bytes;

	/* The padding of a char array; NULs before other bytes stay. */
	if (label->look == LOOK_CHAR) {
		while (len && !text[len - 1])
			len--;
	}
	json_end(json, begin(json, label, 0));
	escape_json_string(w->out, text, len);
}

void json_bytes(struct writer *w, const struct label *label, const void *bytes, size_t len)
{
	struct json *json = json_of(w);
	const unsigned char *from = bytes;

	json_end(json, begin(json, label, 0));
	stream_putc(w->out, '"');
	while (len) {
		size_t part = len < 2048 ? len : 2048;
		char *p = stream_room(w->out, 2 * part);

		w->out->len += (size_t)(digits_hex_bytes(p, from, part) - p);
		from += part;
		len -= part;
	}
	stream_putc(w->out, '"');
}
