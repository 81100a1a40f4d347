/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "output/text_block.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "output/digits.h"
#include "output/escape.h"
#include "output/spell.h"

#define INDENT	     4
#define DASH	     2	 /* "- " stands this far left of what it introduces */
#define COLUMNS	     100 /* columns, after which an array goes on in the next line */
#define BYTES_A_LINE 16	 /* bytes of raw memory */

struct block_level {
	bool array;
	bool named;   /* "name:" stands on the line already */
	bool started; /* has a member */
	bool bracket; /* an array within brackets, its line still open */
	size_t indent_before, pad_before, gap;
};

static void put(struct block *block, const char *text, size_t len)
{
	stream_add(block->out, text, len);
	block->column += len;
}

static void put_spaces(struct block *block, size_t n)
{
	stream_spaces(block->out, n);
	block->column += n;
}

static void end_line(struct block *block)
{
	stream_putc(block->out, '\n');
	block->column = 0;
}

static struct block_level *top(struct block *block)
{
	return block->depth ? &block->levels[block->depth - 1] : NULL;
}

static void begin_line(struct block *block)
{
	if (!block->dashes) {
		put_spaces(block, block->indent);
		return;
	}
	put_spaces(block, block->dash_at - DASH);
	for (; block->dashes; block->dashes--) {
		put(block, "- ", DASH);
		put_spaces(block, block->dashes > 1 ? INDENT - DASH : 0);
	}
}

static void begin_item(struct block *block)
{
	if (!block->dashes++)
		block->dash_at = block->indent;
}

static void put_name(struct block *block, struct span name, size_t *gap)
{
	size_t width = block->pad ? escape_width(name.text, name.len) : 0;

	begin_line(block);
	put(block, name.text, name.len);
	put(block, ":", 1);
	*gap = 1 + (block->pad > width ? block->pad - width : 0);
}

/* Makes sure that a member of the innermost level can begin a line. */
static void begin_member(struct block *block)
{
	struct block_level *level = top(block);

	if (!level)
		return;
	if (level->bracket)
		put(block, "]", 1);
	if (level->bracket || (!level->started && level->named))
		end_line(block);
	level->bracket = false;
	level->started = true;
}

void block_record(struct block *block)
{
	if (block->any)
		end_line(block);
	block->any = true;
	block->pad = 0;
}

void block_open(struct block *block, struct span name, enum nest nest)
{
	struct block_level *level = top(block);
	struct block_level new = {
		.array = nest == NEST_ARRAY,
		.indent_before = block->indent,
		.pad_before = block->pad,
	};

	begin_member(block);
	if (level && level->array) {
		begin_item(block);
	} else {
		put_name(block, name, &new.gap);
		new.named = true;
	}
	/* An object that is an item stands right behind its dash. */
	if (new.named || new.array)
		block->indent += INDENT;
	block->pad = 0;
	block->levels = mem_more(block->levels, block->depth, &block->cap, sizeof(new));
	block->levels[block->depth++] = new;
}

/* The place of a value on the line of its name, or of its dash. */
static void begin_value(struct block *block, const struct block_level *level)
{
	if (level->named)
		put_spaces(block, level->gap);
	else
		begin_line(block);
}

void block_close(struct block *block)
{
	struct block_level *level = top(block);

	if (!level->started) {
		begin_value(block, level);
		put(block, level->array ? "[]" : "{}", 2);
		end_line(block);
	} else if (level->bracket) {
		put(block, "]", 1);
		end_line(block);
	}
	block->indent = level->indent_before;
	block->pad = level->pad_before;
	block->depth--;
}

static void array_word(struct block *block, struct block_level *level, struct span word)
{
	if (!level->started) {
		begin_value(block, level);
		put(block, "[", 1);
		level->started = level->bracket = true;
	} else if (!level->bracket) { /* after items that were no scalars */
		begin_item(block);
		begin_line(block);
		put(block, word.text, word.len);
		end_line(block);
		return;
	} else if (block->column + word.len + 3 > COLUMNS) {
		put(block, ",", 1);
		end_line(block);
		put_spaces(block, block->indent);
	} else {
		put(block, ", ", 2);
	}
	put(block, word.text, word.len);
}

void block_word(struct block *block, struct span name, struct span word)
{
	struct block_level *level = top(block);
	size_t gap;

	if (level && level->array) {
		array_word(block, level, word);
		return;
	}
	begin_member(block);
	put_name(block, name, &gap);
	if (word.len) {
		put_spaces(block, gap);
		put(block, word.text, word.len);
	}
	end_line(block);
}

/* A line of bytes below the name that they belong to. */
static void put_pairs(struct block *block, const char *text, size_t len)
{
	put_spaces(block, block->indent + INDENT);
	put(block, text, len);
	end_line(block);
}

/* Few bytes, and elements of an array, are a word; false: lines are to follow. */
static bool begin_bytes(struct block *block, struct span name, size_t len)
{
	struct block_level *level = top(block);
	size_t gap;

	if (len <= BYTES_A_LINE || (level && level->array))
		return false;
	begin_member(block);
	put_name(block, name, &gap);
	end_line(block);
	return true;
}

void block_pairs(struct block *block, struct span name, struct span pairs)
{
	size_t n;

	if (!begin_bytes(block, name, (pairs.len + 1) / 3)) {
		block_word(block, name, pairs);
		return;
	}
	for (; pairs.len; pairs.text += n, pairs.len -= n) {
		n = pairs.len < 3 * BYTES_A_LINE ? pairs.len : 3 * BYTES_A_LINE;
		put_pairs(block, pairs.text, n - (n == 3 * BYTES_A_LINE));
	}
}

void block_bytes(struct block *block, struct span name, const void *bytes, size_t len)
{
	const unsigned char *from = bytes;
	char pairs[3 * BYTES_A_LINE];
	size_t n;

	if (!begin_bytes(block, name, len)) {
		_cleanup_(buf_done) struct buf word = { 0 };

		spell_bytes(&word, bytes, len);
		block_word(block, name, (struct span){ buf_str(&word), word.len });
		return;
	}
	for (; len; from += n, len -= n) {
		n = len < BYTES_A_LINE ? len : BYTES_A_LINE;
		put_pairs(block, pairs, (size_t)(digits_hex_spaced(pairs, from, n) - pairs));
	}
}

void block_done(struct block *block)
{
	free(block->levels);
	*block = (struct block){ 0 };
}
