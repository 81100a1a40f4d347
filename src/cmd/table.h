/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A table for people, drawn by libsmartcols. */
#ifndef CMD_TABLE_H
#define CMD_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct buf;
struct stream;
struct table;

struct table_column {
	const char *name; /* the heading */
	bool right;	  /* numbers stand on the right */
	bool cut;	  /* it may end where the terminal does */
	uint8_t widest;	  /* what is longer is cut; 0: nothing is */
};

struct table_style {
	bool no_headings;
	bool color;
};

/*
 * An empty table.  All that asks the system, how wide the terminal is for one,
 * is done here, and the others need no privileges.  ERR_SYSTEM when memory runs out.
 */
int table_new(const struct table_column *columns, size_t n, const struct table_style *style,
	      struct table **ret, struct err *err);

/* A line: n cells, foreign bytes in them escaped already; they are cut in place. */
int table_add(struct table *table, struct buf *cells, struct err *err);

/* Nothing at all where there are no lines. */
int table_write(struct table *table, struct stream *out, struct err *err);
struct table *table_free(struct table *table);

#endif
