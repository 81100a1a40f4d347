/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What stands behind the name of a counter that is to start: `dev IF rate 100 burst 10`. */
#ifndef CMD_COUNTER_WORDS_H
#define CMD_COUNTER_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "counter/counter.h"

struct buf;
struct counter_options;

struct counter_words {
	const char *dev; /* borrowed; NULL: not given */
	uint64_t settings[COUNTER_SETTINGS_MAX];
	bool is_given[COUNTER_SETTINGS_MAX]; /* the others have their initial values */
};

/*
 * Takes the n words, and those options that are settings: ERR_USAGE with the
 * synopsis where they are none of this counter's.  Nothing has to be given.
 */
int counter_words_take(const struct counter *counter, int n, char *const *words,
		       const struct counter_options *options, struct counter_words *ret,
		       struct err *err);

/* ERR_USAGE with the synopsis where something is missing that a start wants. */
int counter_words_check(const struct counter *counter, const struct counter_words *words,
			struct err *err);

/* "dev IF rate N [burst N] [fail open|closed]". */
void counter_words_synopsis(const struct counter *counter, struct buf *ret);

/* Adds what may stand behind the n words, a line each. */
void counter_words_complete(const struct counter *counter, int n, char *const *words,
			    struct buf *ret);

#endif
