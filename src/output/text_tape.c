/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "output/text_tape.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "output/spell.h"

void tape_clear(struct tape *tape)
{
	buf_clear(&tape->chars);
	tape->n = tape->depth = tape->n_words = 0;
}

void tape_done(struct tape *tape)
{
	buf_done(&tape->chars);
	free(tape->items);
	*tape = (struct tape){ 0 };
}

bool tape_has_room(const struct tape *tape, size_t size)
{
	return tape->depth < TAPE_DEPTH_MAX && tape->n_words < TAPE_WORDS_MAX &&
	       size < TAPE_CHARS_MAX && tape->chars.len < TAPE_CHARS_MAX - size;
}

static struct tape_item *more(struct tape *tape, enum tape_kind kind, const struct label *label)
{
	struct tape_item *item;

	tape->items = mem_more(tape->items, tape->n, &tape->cap, sizeof(*tape->items));
	item = &tape->items[tape->n++];
	*item = (struct tape_item){ .kind = (uint8_t)kind, .name = (uint32_t)tape->chars.len };
	if (label)
		spell_name(&tape->chars, label);
	item->name_len = (uint32_t)tape->chars.len - item->name;
	return item;
}

void tape_open(struct tape *tape, const struct label *label)
{
	more(tape, TAPE_OPEN, label);
	tape->depth++;
}

void tape_close(struct tape *tape)
{
	struct tape_item *last = &tape->items[tape->n - 1];

	tape->depth--;
	if (last->kind != TAPE_OPEN) {
		more(tape, TAPE_CLOSE, NULL);
		return;
	}
	last->kind = TAPE_WORD;
	last->word = (uint32_t)tape->chars.len;
	last->word_len = 2;
	buf_add(&tape->chars, "{}", 2);
	tape->n_words++;
}

void tape_word(struct tape *tape, enum tape_kind kind, const struct label *label, size_t from)
{
	size_t len = tape->chars.len - from;
	struct tape_item *item = more(tape, kind, label);

	item->word = (uint32_t)from;
	item->word_len = (uint32_t)len;
	tape->n_words++;
}
