/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The one funnel for bytes that came from outside: names, values, paths,
 * comms, error texts.
 *
 * What is not plain, printable, well-formed UTF-8 (control bytes, DEL, C1,
 * bidi controls, line separators, malformed sequences) never reaches the
 * output as it is.  Malformed bytes are written \xNN in text and in JSON
 * strings alike; so that this can be undone, a backslash is doubled where it
 * stands before an 'x', a backslash, or something that is escaped itself.
 */
#ifndef OUTPUT_ESCAPE_H
#define OUTPUT_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct stream;

/* For a terminal or a text file: unsafe bytes as \xNN, also newline and tab. */
void escape_text(struct buf *out, const void *bytes, size_t len);

/* The inside of a JSON string: valid JSON and safe for a terminal. */
void escape_json(struct buf *out, const void *bytes, size_t len);

/* The same straight into a stream, with the quotes; fast where nothing needs escaping. */
void escape_json_string(struct stream *out, const void *bytes, size_t len);

/* True when escape_json() would copy the bytes unchanged. */
bool escape_is_plain(const void *bytes, size_t len);

/* Terminal columns that escaped text (no control bytes) takes. */
size_t escape_width(const char *text, size_t len);

#endif
