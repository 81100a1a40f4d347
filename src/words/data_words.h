/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What stands behind `key` or `value`: data in any of the ways that mapctl(8) takes it. */
#ifndef WORDS_DATA_WORDS_H
#define WORDS_DATA_WORDS_H

#include <jansson.h>

#include "base/err.h"
#include "cli/entry_words.h"

struct map;
struct session;

enum data_part { DATA_KEY, DATA_VALUE };

/*
 * Fills data, which has the bytes of a key or of one cell of a value, from all
 * of the words.  map is one of the session's.  Fields that are left out are
 * zero, and named in a note.  ERR_USAGE; of @FILE as read_file_exact().
 */
int data_words_take(const struct session *session, const struct map *map, enum data_part part,
		    const struct word_run *run, void *data, struct err *err);

/* The same from what mapctl -j prints for it: of bytes without a type their hex digits. */
int data_json_take(const struct session *session, const struct map *map, enum data_part part,
		   const json_t *json, void *data, struct err *err);

/* FIELD=V … over one cell of a value that is there: nothing else in it changes.  ERR_USAGE. */
int data_words_change(const struct session *session, const struct map *map,
		      const struct word_run *run, void *cell, struct err *err);

#endif
