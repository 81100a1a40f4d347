/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What a counter's map holds at one moment, as numbers. */
#ifndef COUNTS_TALLY_H
#define COUNTS_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct map;

struct tally_row {
	const uint8_t *key; /* the entry's, map->info.key_size bytes */
	/* n_cells times n_words, a CPU's words together; CPU n's are at words + n * n_words */
	uint64_t *words;
};

struct tally {
	size_t n, n_words; /* rows; u64 in a value */
	size_t n_cells;	   /* the possible CPUs where they are kept apart, else 1 */
	size_t key_size;
	struct tally_row *rows;
	uint8_t *keys; /* what the rows point to, owned; room for so many rows */
	uint64_t *words;
	size_t cap;
};

/* An empty one, for keys of so many bytes and values of so many words and cells. */
struct tally *tally_new(size_t key_size, size_t n_words, size_t n_cells);

/*
 * A row more, of zeros: rows may move, and are in the order of their keys when the next
 * function sees them.  NULL with errno where there is no memory.
 */
struct tally_row *tally_add(struct tally *tally, const void *key);

/*
 * Reads every entry of map, whose values are u64 words, in one pass; cells of per-CPU values
 * are added up unless kept apart.  The rows are in the order of their keys.  tally_free() frees.
 */
int tally_read(const struct map *map, bool is_percpu, struct tally **ret, struct err *err);

/* The same rows, the caller's own; it fails only for want of memory. */
int tally_copy(const struct tally *tally, struct tally **ret, struct err *err);

/*
 * Takes before from now, row by row, but for the last n_states words of each value; rows in
 * which nothing was counted go.  A row that has become less (evicted, and new since) counts
 * whole.  before NULL: nothing was there.
 */
void tally_subtract(struct tally *now, const struct tally *before, size_t n_states);

/* By the first word of all cells together, the highest first; then by key, as a number. */
void tally_sort(struct tally *tally);

struct tally *tally_free(struct tally *tally);

#endif
