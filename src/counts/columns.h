/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * One row of numbers, each below its title, however many there are: the tables
 * of text stop being tables where nobody reads so many columns, but here all
 * of them are CPUs.
 */
#ifndef COUNTS_COLUMNS_H
#define COUNTS_COLUMNS_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct stream;

struct counter_columns {
	struct stream *out; /* borrowed */
	/* characters, of a terminal: what is wider goes on below, under titles; 0: never */
	size_t width;
	struct buf titles, values; /* of the lines that are not full yet */
};

/* title: ASCII, as it is to be shown. */
void counter_columns_add(struct counter_columns *columns, const char *title, uint64_t value);

/* Writes what is left, and frees what adding has allocated. */
void counter_columns_finish(struct counter_columns *columns);

#endif
