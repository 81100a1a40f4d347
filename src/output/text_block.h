/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * A record as lines of `name: word`, nested ones indented below their name,
 * arrays of scalars in brackets, arrays of anything else as `- ` items.
 * Names and words come spelled.
 */
#ifndef OUTPUT_TEXT_BLOCK_H
#define OUTPUT_TEXT_BLOCK_H

#include <stdbool.h>
#include <stddef.h>

#include "output/text_tape.h"
#include "output/writer.h"

struct block_level;

struct block {
	struct stream *out; /* borrowed */
	bool any;	    /* something stands above: a blank line goes before a record */
	struct block_level *levels;
	size_t depth, cap;
	size_t indent;	/* of the level we are in */
	size_t pad;	/* columns that names take in this record, 0: as they come */
	size_t column;	/* where the line stands */
	size_t dashes;	/* items begun since the last line, outermost first */
	size_t dash_at; /* indentation of what follows the first of them */
};

/* Spelled text, borrowed for the call. */
struct span {
	const char *text;
	size_t len;
};

void block_record(struct block *block);
void block_open(struct block *block, struct span name, enum nest nest);
void block_close(struct block *block);
void block_word(struct block *block, struct span name, struct span word);
void block_pairs(struct block *block, struct span name, struct span pairs); /* of hex digits */
void block_bytes(struct block *block, struct span name, const void *bytes, size_t len);

/* What is on the tape, from its start, as calls of the above; aligned: words below each other. */
void block_play(struct block *block, const struct tape *tape, bool aligned);

void block_done(struct block *block);

#endif
