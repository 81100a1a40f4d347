/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * What list and show tell of a map, a row each: the cell of the table and the
 * members of the JSON object stand side by side, so that they cannot differ.
 */
#ifndef CMD_MAP_COLUMNS_H
#define CMD_MAP_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct buf;
struct map_facts;
struct writer;

struct map_column {
	const char *name; /* the heading, upper case */
	const char *help;
	unsigned int want; /* INVENTORY_ bits that it needs */
	bool standard;	   /* shown when nobody asks for columns */
	bool right;	   /* numbers stand on the right */
	uint8_t widest;	   /* what is longer is cut in a table; 0: nothing is */
	/* the cell; nothing at all where there is nothing to say */
	void (*text)(const struct map_facts *facts, bool exact, struct buf *ret);
	/* the members, in bpftool's words where it has them */
	void (*members)(const struct map_facts *facts, struct writer *out);
};

/* All of them, ended by a row whose name is NULL. */
extern const struct map_column map_columns[];

/* A choice of columns, in order; at most as many as there are rows, each once. */
#define MAP_COLUMNS_MAX 32
struct map_column_choice {
	size_t n;
	const struct map_column *column[MAP_COLUMNS_MAX];
	unsigned int want; /* of all of them */
};

/*
 * From `-o`: "ID,NAME" in any case, or "+PINS" for these behind the standard
 * ones; NULL for the standard ones, "all" for all.  ERR_USAGE with the nearest name.
 */
int map_columns_choose(const char *list, bool all, struct map_column_choice *ret, struct err *err);

#endif
