/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "output/line_words.h"

#include <string.h>

#include "base/buf.h"
#include "output/escape.h"
#include "output/stream.h"

/* Characters that a shell takes as they are, wherever they stand in a word. */
static bool is_bare(const char *text, size_t len)
{
	static const char marks[] = "_-.:/,+%@";
	size_t i;

	for (i = 0; i < len; i++) {
		char c = text[i], letter = c | 0x20;

		if (!(letter >= 'a' && letter <= 'z') && !(c >= '0' && c <= '9') &&
		    !memchr(marks, c, sizeof(marks) - 1))
			break;
	}
	return len && i == len;
}

/* What ends the shell's word, or a name in a path, is spelled as a byte. */
bool line_spell_name(struct buf *out, const char *name)
{
	size_t len = strlen(name), n;

	if (is_bare(name, len) && !strchr(name, '.')) {
		buf_add(out, name, len);
		return false;
	}
	for (; len; name += n, len -= n) {
		n = strcspn(name, "'.[=\\");
		escape_text(out, name, n);
		if (n < len)
			buf_printf(out, "\\x%02x", (unsigned char)name[n++]);
	}
	return true;
}

void line_put_json(struct stream *out, const char *text, size_t len, struct buf *room)
{
	const char *rest;
	size_t n;

	buf_clear(room);
	escape_json(room, text, len);
	rest = buf_str(room);
	for (len = room->len; len; rest += n, len -= n) {
		n = strcspn(rest, "'");
		stream_add(out, rest, n);
		if (n < len) {
			stream_puts(out, "\\u0027");
			n++;
		}
	}
}

/*
 * In double quotes what means the same to a shell and to us; any other text is JSON in single
 * quotes, since a backslash means something to both.
 */
static bool is_plain(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (strchr("$`!", text[i]))
			return false;
	return escape_is_plain(text, len);
}

static void put_quoted(struct stream *out, const char *text, size_t len, const char *quotes,
		       struct buf *room)
{
	stream_puts(out, quotes);
	if (quotes[1])
		line_put_json(out, text, len, room);
	else
		stream_add(out, text, len);
	for (size_t i = strlen(quotes); i; i--)
		stream_putc(out, quotes[i - 1]);
}

void line_put_text(struct stream *out, const char *text, size_t len, bool is_char, bool is_alone,
		   struct buf *room)
{
	if (!is_alone && !is_char && is_bare(text, len))
		stream_add(out, text, len);
	else if (!is_alone && is_char && is_plain(text, len))
		put_quoted(out, text, len, "\"", room);
	else
		put_quoted(out, text, len, "'\"", room);
}
