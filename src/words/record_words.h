/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The `value …` of a record: a value whose size no map has laid down. */
#ifndef WORDS_RECORD_WORDS_H
#define WORDS_RECORD_WORDS_H

#include <stdint.h>

#include "base/err.h"
#include "cli/entry_words.h"
#include "map/record_plans.h"
#include "map/record_type.h"

struct session;

struct record_words {
	uint8_t *bytes;
	uint32_t size;
	const struct plan *plan; /* that it was made by, borrowed; NULL: bytes */
	struct record_type type;
	struct record_plans *plans;
};

/*
 * Takes run into *ret, which record_words_done() frees, also on failure: `hex BYTE…` and @FILE as
 * long as they are; else fields of type, or of the type that record_type_find() finds; bytes, as
 * many as the type has, or any number where none is known.  ERR_USAGE, also for more than the map
 * can take.
 */
int record_words_take(const struct session *session, const char *type, const struct word_run *run,
		      struct record_words *ret, struct err *err);
void record_words_done(struct record_words *record);

#endif
