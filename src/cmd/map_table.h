/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Maps as a table for people, drawn by libsmartcols. */
#ifndef CMD_MAP_TABLE_H
#define CMD_MAP_TABLE_H

#include <stdbool.h>

#include "base/err.h"

struct inventory;
struct map_column_choice;
struct map_table;
struct stream;

struct map_table_options {
	bool no_headings;
	bool exact; /* numbers as they are */
	bool color;
};

/*
 * An empty table.  All that asks the system, how wide the terminal is for one,
 * is done here, and map_table_write() needs no privileges.  ERR_SYSTEM when
 * memory runs out.  columns is borrowed.
 */
int map_table_new(const struct map_column_choice *columns, const struct map_table_options *options,
		  struct map_table **ret, struct err *err);
int map_table_write(struct map_table *table, const struct inventory *maps, struct stream *out,
		    struct err *err);
struct map_table *map_table_free(struct map_table *table);

/* The columns there are, and what they tell. */
void map_table_columns(struct stream *out);

#endif
