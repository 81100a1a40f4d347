/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The way back through the funnel of escape.h: what was shown becomes the bytes it stands for. */
#ifndef OUTPUT_UNESCAPE_H
#define OUTPUT_UNESCAPE_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

/*
 * Adds the bytes behind text: \xNN is a byte, two backslashes are one, and
 * every other backslash is itself.  What escape_text() wrote, and what
 * escape_json() wrote and a JSON parser has read, comes back as it was.
 */
void unescape(struct buf *out, const char *text, size_t len);

/*
 * The same for text between double quotes as spell_text() writes it, without
 * them: there a backslash before a quote goes, too.  False where a quote stands
 * inside without one; out then holds what was before it.
 */
bool unescape_quoted(struct buf *out, const char *text, size_t len);

#endif
