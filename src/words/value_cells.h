/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The values of a per-CPU map, one a CPU, from what stands behind `value`. */
#ifndef WORDS_VALUE_CELLS_H
#define WORDS_VALUE_CELLS_H

#include <stdbool.h>

#include "base/err.h"
#include "cli/entry_words.h"

struct map;
struct session;

/* `all V` or `cpu N V`, which are no data of any other map. */
bool value_cells_meant(const struct word_run *run);

/*
 * Fills cells, map_value_bytes() of zeroes, from the words: V or `all V` for every
 * CPU, `cpu N V`, once or more often, or a JSON array of {"cpu": N, "value": V}.
 * Where they do not say all of them, the others are read from the map, which notes
 * say.  ERR_USAGE; for the reading as entry_lookup().
 */
int value_cells_take(const struct session *session, const struct map *map,
		     const struct word_run *run, const void *key, void *cells, struct err *err);

#endif
