/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The `value …` of a command line, for every cell of the map. */
#ifndef WORDS_VALUE_WORDS_H
#define WORDS_VALUE_WORDS_H

#include "base/alloc.h"
#include "base/err.h"
#include "cli/entry_words.h"
#include "map/held_fds.h"

struct buf;
struct map;
struct map_type;
struct session;

struct value_words {
	void *bytes; /* map_value_bytes(); NULL where none were given */
	struct held_fds held;
};

/*
 * Takes run, the words behind `value`, into *ret, which value_words_done()
 * frees, also on failure: bytes, typed data, what the map's values stand for, and of a per-CPU
 * map one value for all, `all V`, `cpu N V`, or a JSON array of {"cpu": N, "value": V}.
 * `cpu N V`, and an array that does not name all CPUs, keep the others: what
 * the map has for key is read, zero where it has nothing (which a note says).
 * ERR_USAGE; for what is named and cannot be opened as that.
 */
int value_words_take(const struct session *session, const struct map *map,
		     const struct word_run *run, const void *key, struct value_words *ret,
		     struct err *err);
void value_words_done(struct value_words *value);

/*
 * Adds what may stand behind the n words of `value …` in a map of this type,
 * a line each; type NULL: of any.
 */
void value_words_complete(const struct map_type *type, int n, char *const *words, struct buf *ret);

#define _cleanup_value_words_ _cleanup_(value_words_done)

#endif
