/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A key as people type it, turned into its bytes. */
#ifndef CODEC_WORDS_H
#define CODEC_WORDS_H

#include <stddef.h>

#include "base/err.h"

struct plan;

/*
 * Fills data (size bytes) from the words, all of them: `[hex] BYTE…`, as many
 * words as bytes, or, where plan is one integer, that integer.  what names
 * the thing in messages: "key".  plan may be NULL: bytes only.  ERR_USAGE.
 */
int words_encode(const char *what, const struct plan *plan, int n_words, char *const *words,
		 void *data, size_t size, struct err *err);

#endif
