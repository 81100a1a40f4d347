/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A key or a value as people type it, turned into its bytes. */
#ifndef CODEC_WORDS_H
#define CODEC_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct buf;
struct plan;

/* Are the words `[hex] BYTE…`, as many as size?  If that is more than one, no plan is asked. */
bool words_are_bytes(int n_words, char *const *words, size_t size);

/*
 * Fills data (size bytes) from the words, all of them: `[hex] BYTE…`, as many
 * words as bytes, or what plan_encode_words() takes.  What is both is bytes, but
 * one word for a number of one byte is that number.  Without a plan, hex
 * digits in double quotes are bytes, too.
 * what names the thing in messages: "key".  plan may be NULL: bytes only.
 * left_out as in encode.h.  ERR_USAGE.
 */
int words_encode(const char *what, const struct plan *plan, int n_words, char *const *words,
		 void *data, size_t size, struct buf *left_out, struct err *err);

#define WORDS_WANTED_SIZE 48

/*
 * What words such data may be, for a message: "one number", or "its 4 bytes"
 * where plan is NULL; in room, of WORDS_WANTED_SIZE bytes, where it has to be.
 */
const char *words_wanted(const struct plan *plan, size_t size, char *room);

#endif
