/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Names and texts as words of a shell, for the format line. */
#ifndef OUTPUT_LINE_WORDS_H
#define OUTPUT_LINE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct stream;

/* Adds a name as paths have it; true: it has to be quoted, and has no single quote inside. */
bool line_spell_name(struct buf *out, const char *name);

/* The inside of a JSON string that stands between single quotes of the shell; room is for use. */
void line_put_json(struct stream *out, const char *text, size_t len, struct buf *room);

/*
 * A text as the rest of a word.  is_char: always in quotes; is_alone: it is the whole word, which
 * might be a keyword then, or the name of a file.
 */
void line_put_text(struct stream *out, const char *text, size_t len, bool is_char, bool is_alone,
		   struct buf *room);

#endif
