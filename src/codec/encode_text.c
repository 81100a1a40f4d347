/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Chars, char arrays, and bytes whose layout nobody knows. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "codec/encode_parts.h"

static int put_text(struct encode *e, struct target to, const struct given *given,
		    const struct buf *text)
{
	size_t size = to.step->kind == STEP_CHAR ? 1 : to.step->count;
	_cleanup_free_ uint8_t *bytes = NULL;
	char takes[64];

	if (text->len > size) {
		snprintf(takes, sizeof(takes), "it has %zu bytes, %zu at most", text->len, size);
		return encode_misfit(e, to.step, given, takes);
	}
	bytes = mem_try_array(1, size);
	if (!bytes)
		return err_sys(e->err, "room for %zu bytes", size);
	if (text->len)
		memcpy(bytes, text->data, text->len);
	return encode_put(e, to.at, bytes, NULL, size);
}

int encode_text(struct encode *e, struct target to, const struct given *given)
{
	_cleanup_(buf_done) struct buf text = { 0 };

	if (given->kind != GIVEN_WORD && given->kind != GIVEN_TEXT)
		return encode_misfit(e, to.step, given,
				     to.step->kind == STEP_CHAR ? "one character, in quotes"
								: "text, in quotes");
	given_bytes(given, &text);
	return put_text(e, to, given, &text);
}

static int hex_byte(const char *two)
{
	char pair[3] = { two[0], two[1], '\0' };
	char *end;
	long byte;

	if (!strchr("0123456789abcdefABCDEF", pair[0]))
		return -1;
	byte = strtol(pair, &end, 16);
	return end == pair + 2 ? (int)byte : -1;
}

bool hex_parse(const char *hex, size_t n, uint8_t *bytes)
{
	for (size_t i = 0; i < n; i++) {
		int byte = hex_byte(hex + 2 * i);

		if (byte < 0)
			return false;
		bytes[i] = (uint8_t)byte;
	}
	return true;
}

int encode_opaque(struct encode *e, struct target to, const struct given *given)
{
	size_t size = to.step->count;
	_cleanup_free_ uint8_t *bytes = NULL;

	if (!size && given->kind == GIVEN_NULL)
		return 0;
	if (!size)
		return encode_refuse(e, "%s has no bytes of its own: nothing can be put there",
				     to.step->what);
	bytes = mem_try_array(1, size);
	if (!bytes)
		return err_sys(e->err, "room for %zu bytes", size);
	if ((given->kind != GIVEN_WORD && given->kind != GIVEN_TEXT) || given->len != 2 * size ||
	    !hex_parse(given->text, size, bytes))
		return encode_refuse(e,
				     "the layout of %s is not known: it takes its %zu bytes as "
				     "%zu hex digits",
				     to.step->what, size, 2 * size);
	return encode_put(e, to.at, bytes, NULL, size);
}
