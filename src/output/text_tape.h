/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* One record, kept until it is known how it will be shown. */
#ifndef OUTPUT_TEXT_TAPE_H
#define OUTPUT_TEXT_TAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct label;

enum tape_kind {
	TAPE_OPEN, /* an object: arrays are never kept */
	TAPE_CLOSE,
	TAPE_WORD,
	TAPE_NUMBER, /* a word that wants to be aligned on the right */
	TAPE_BYTES,  /* pairs of hex digits */
	TAPE_NULL,
};

/* Names and words are spelled, at these places of the tape's chars. */
struct tape_item {
	uint8_t kind;
	uint32_t name, name_len, word, word_len;
};

struct tape {
	struct buf chars;
	struct tape_item *items;
	size_t n, cap;
	size_t depth, n_words;
};

/* Above one of these a record is not kept and not a row of a table. */
#define TAPE_CHARS_MAX (1024 * 1024)
#define TAPE_DEPTH_MAX 16
#define TAPE_WORDS_MAX 64
#define TAPE_BYTES_MAX 64 /* bytes of raw memory in one word */

void tape_clear(struct tape *tape);
void tape_done(struct tape *tape);

void tape_open(struct tape *tape, const struct label *label);

/* An object that turns out empty becomes the word "{}". */
void tape_close(struct tape *tape);

/* The word is what stands in chars from the offset from. */
void tape_word(struct tape *tape, enum tape_kind kind, const struct label *label, size_t from);

/* False when one more member, of about size characters, would be too much. */
bool tape_has_room(const struct tape *tape, size_t size);

static inline const char *tape_name(const struct tape *tape, const struct tape_item *item)
{
	return tape->chars.data + item->name;
}

static inline const char *tape_text(const struct tape *tape, const struct tape_item *item)
{
	return tape->chars.data + item->word;
}

#endif
