/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * JSON on its way to a parser that keeps integers in 64 bits with a sign and
 * everything else in a double: numbers that would not survive are put in
 * quotes, and fields take numbers in strings.
 */
#ifndef CODEC_JSON_NUMBERS_H
#define CODEC_JSON_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

#include "base/buf.h"
#include "base/err.h"

/* All zero to start with. */
struct json_numbers {
	bool in_string, is_escaped;
	struct buf token; /* of a number that has begun */
};

/*
 * Adds n bytes of a document, which may be cut anywhere, to out.  Everything
 * passes as it is but for numbers outside strings: one with a point or an
 * exponent, and an integer beyond int64_t, gets quotes.
 */
void json_numbers_feed(struct json_numbers *filter, const char *bytes, size_t n, struct buf *out);

/* The end of the document: adds what is held back, and frees it. */
void json_numbers_end(struct json_numbers *filter, struct buf *out);

/*
 * Parses text, through the filter.  No object may name a member twice, any
 * value may be the document, strings may hold NULs.  ERR_USAGE.  The caller
 * gives *ret back with json_decref().
 */
int json_numbers_parse(const char *text, size_t len, json_t **ret, struct err *err);

#endif
