/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "output/escape.h"

#include "base/buf.h"
#include "output/digits.h"
#include "output/stream.h"
#include "output/utf8.h"

enum dialect { TEXT, JSON };

/* Where escaped bytes go: one of the two. */
struct sink {
	struct buf *buf;
	struct stream *stream;
};

static void sink_add(const struct sink *sink, const void *bytes, size_t n)
{
	if (sink->buf)
		buf_add(sink->buf, bytes, n);
	else
		stream_add(sink->stream, bytes, n);
}

/*
 * Must the backslash at bytes, with len bytes from there, be doubled, so that
 * it is not taken for the start of a \xNN?  In JSON the unsafe characters are
 * \u escapes of the format itself: only malformed bytes become \xNN.
 */
static bool backslash_doubled(const unsigned char *bytes, size_t len, enum dialect dialect)
{
	uint32_t code;

	if (len < 2)
		return false;
	if (bytes[1] == 'x' || bytes[1] == '\\')
		return true;
	if (!utf8_decode(bytes + 1, len - 1, &code))
		return true;
	return dialect == TEXT && utf8_is_unsafe(code);
}

/* How many of the bytes go out unchanged before the first that does not. */
static size_t plain_span(const unsigned char *bytes, size_t len, enum dialect dialect)
{
	size_t i = 0, n;
	uint32_t code;

	while (i < len) {
		unsigned char c = bytes[i];

		if (c >= 0x20 && c < 0x7f && c != '\\' && (c != '"' || dialect == TEXT)) {
			i++;
			continue;
		}
		if (c == '\\') {
			if (dialect == JSON || backslash_doubled(bytes + i, len - i, dialect))
				break;
			i++;
			continue;
		}
		n = c < 0x80 ? 0 : utf8_decode(bytes + i, len - i, &code);
		if (!n || utf8_is_unsafe(code))
			break;
		i += n;
	}
	return i;
}

/* Spells the one character, or byte, at bytes, which is not plain; returns its length. */
static size_t escape_text_one(const struct sink *sink, const unsigned char *bytes, size_t len)
{
	char out[16], *p = out;
	size_t n, i;
	uint32_t code;

	if (bytes[0] == '\\') {
		sink_add(sink, "\\\\", 2);
		return 1;
	}
	n = utf8_decode(bytes, len, &code);
	if (!n)
		n = 1;
	for (i = 0; i < n; i++) {
		*p++ = '\\';
		*p++ = 'x';
		p = digits_hex_bytes(p, bytes + i, 1);
	}
	sink_add(sink, out, (size_t)(p - out));
	return n;
}

static size_t escape_json_one(const struct sink *sink, const unsigned char *bytes, size_t len)
{
	char out[8] = "\\u";
	unsigned char big[2];
	size_t n;
	uint32_t code;

	switch (bytes[0]) {
	case '\\':
		sink_add(sink, "\\\\\\\\", backslash_doubled(bytes, len, JSON) ? 4 : 2);
		return 1;
	case '"':
		sink_add(sink, "\\\"", 2);
		return 1;
	case '\n':
		sink_add(sink, "\\n", 2);
		return 1;
	case '\t':
		sink_add(sink, "\\t", 2);
		return 1;
	}
	n = utf8_decode(bytes, len, &code);
	if (!n) {
		sink_add(sink, "\\\\x", 3);
		digits_hex_bytes(out, bytes, 1);
		sink_add(sink, out, 2);
		return 1;
	}
	big[0] = (unsigned char)(code >> 8); /* none of the unsafe is above U+FFFF */
	big[1] = (unsigned char)code;
	digits_hex_bytes(out + 2, big, 2);
	sink_add(sink, out, 6);
	return n;
}

static void escape(const struct sink *sink, const void *from, size_t len, enum dialect dialect)
{
	const unsigned char *bytes = from;

	while (len) {
		size_t n = plain_span(bytes, len, dialect);

		if (n)
			sink_add(sink, bytes, n);
		else if (dialect == JSON)
			n = escape_json_one(sink, bytes, len);
		else
			n = escape_text_one(sink, bytes, len);
		bytes += n;
		len -= n;
	}
}

void escape_text(struct buf *out, const void *bytes, size_t len)
{
	escape(&(struct sink){ .buf = out }, bytes, len, TEXT);
}

void escape_json(struct buf *out, const void *bytes, size_t len)
{
	escape(&(struct sink){ .buf = out }, bytes, len, JSON);
}

void escape_json_string(struct stream *out, const void *bytes, size_t len)
{
	stream_putc(out, '"');
	escape(&(struct sink){ .stream = out }, bytes, len, JSON);
	stream_putc(out, '"');
}

bool escape_is_plain(const void *bytes, size_t len)
{
	return plain_span(bytes, len, JSON) == len;
}

size_t escape_width(const char *text, size_t len)
{
	const unsigned char *bytes = (const unsigned char *)text;
	size_t width = 0, i = 0;

	while (i < len) {
		uint32_t code = 0;
		size_t n;

		if (bytes[i] < 0x80) {
			width++;
			i++;
			continue;
		}
		n = utf8_decode(bytes + i, len - i, &code);
		width += utf8_width(code);
		i += n ? n : 1;
	}
	return width;
}
