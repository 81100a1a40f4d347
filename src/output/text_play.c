/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "output/text_block.h"

#include "output/escape.h"

/* Columns of the longest name among the scalars of the object whose members start at i. */
static size_t names_width(const struct tape *tape, size_t i)
{
	size_t width = 0, depth = 0;

	for (; i < tape->n; i++) {
		const struct tape_item *item = &tape->items[i];

		if (item->kind == TAPE_OPEN) {
			depth++;
		} else if (item->kind == TAPE_CLOSE) {
			if (!depth--)
				break;
		} else if (!depth) {
			size_t w = escape_width(tape_name(tape, item), item->name_len);

			width = w > width ? w : width;
		}
	}
	return width;
}

void block_play(struct block *block, const struct tape *tape, bool aligned)
{
	size_t i;

	if (aligned)
		block->pad = names_width(tape, 0);
	for (i = 0; i < tape->n; i++) {
		const struct tape_item *item = &tape->items[i];
		struct span name = { tape_name(tape, item), item->name_len };
		struct span word = { tape_text(tape, item), item->word_len };

		switch (item->kind) {
		case TAPE_OPEN:
			block_open(block, name, NEST_OBJECT);
			if (aligned)
				block->pad = names_width(tape, i + 1);
			break;
		case TAPE_CLOSE:
			block_close(block);
			break;
		case TAPE_BYTES:
			block_pairs(block, name, word);
			break;
		default:
			block_word(block, name, word);
		}
	}
}
