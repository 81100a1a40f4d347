/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Flat records as the rows of an aligned table: the first rows are held back
 * until widths are known, the rest goes straight out.
 */
#ifndef OUTPUT_TEXT_TABLE_H
#define OUTPUT_TEXT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "output/stream.h"
#include "output/text_columns.h"

struct cell;

struct table {
	struct stream *out; /* borrowed */
	struct columns columns;
	struct cell *cells; /* of the rows held back, one after the other */
	size_t n_cells, cells_cap;
	struct buf chars; /* what those cells say */
	struct buf path;  /* of the member that is looked at */
	bool flowing;	  /* the title stands, the widths are settled */
};

/*
 * Adds a row.  The first makes the columns; false where they are too many for a
 * table, and where a later row does not fit into them.
 */
bool table_row(struct table *table, const struct tape *tape);

/* Writes out what is held back. */
void table_flush(struct table *table);

void table_done(struct table *table);

#endif
