/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The columns of a table: a path in the record, and a title for it. */
#ifndef OUTPUT_TEXT_COLUMNS_H
#define OUTPUT_TEXT_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "output/text_tape.h"

struct column {
	char *path; /* from the record down: "value.stats.packets" */
	char *title;
	size_t path_len, width;
	size_t below;	     /* offset in path of "stats.packets"; 0: a member of the record */
	bool numbers, words; /* some of its cells are */
};

struct columns {
	struct column *items;
	size_t n, cap;
};

/* The scalars of a tape, one after the other, each with its path. */
struct walk {
	const struct tape *tape;
	struct buf *path; /* borrowed; of the scalar that walk_next() returned */
	size_t i, depth;
	size_t cut[TAPE_DEPTH_MAX + 1]; /* length of the path of each level we are in */
};

/* The next scalar, or NULL. */
const struct tape_item *walk_next(struct walk *walk);

/* One column for each scalar of the tape. */
void columns_make(struct columns *columns, const struct tape *tape, struct buf *path);
void columns_done(struct columns *columns);

/*
 * The column for path; hint is where it is most likely.  A missing object
 * (is_null) goes into the first column of what it would have held.  SIZE_MAX
 * where there is none.
 */
size_t columns_find(const struct columns *columns, const struct buf *path, size_t hint,
		    bool is_null);

#endif
