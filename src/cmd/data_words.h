/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What stands behind `key` or `value`: data in any of the ways that mapctl(8) takes it. */
#ifndef CMD_DATA_WORDS_H
#define CMD_DATA_WORDS_H

#include "base/err.h"

struct session;

enum data_part { DATA_KEY, DATA_VALUE };

/*
 * Fills data, which has the bytes of a key or a value of the session's one
 * map, from all of the words.  Fields that are left out are zero, and named in
 * a note.  ERR_USAGE; of @FILE as read_file_exact().
 */
int data_words_take(const struct session *session, enum data_part part, int n_words,
		    char *const *words, void *data, struct err *err);

#endif
