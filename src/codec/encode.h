/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * What people type, and JSON, turned into a value's bytes by the plan that
 * decodes it.  Whatever plan_decode() writes as JSON comes back as the same
 * bytes, but for what JSON does not say: padding and what the kernel keeps for
 * itself become zero, a bool that was neither 0 nor 1 becomes 1, and a NaN or
 * infinity, which is null there, is refused.
 *
 * What does not fit is refused, never cut: ERR_USAGE with the field's path, its
 * type, what it takes and what was given.
 *
 * Of fields that share bytes (unions) one is enough; what is said of the same
 * bytes twice has to agree.  What nothing was said of is zero.  left_out (may
 * be NULL) gets the names of these fields, as "a, b.c and 3 more", or nothing.
 */
#ifndef CODEC_ENCODE_H
#define CODEC_ENCODE_H

#include <jansson.h>

#include "base/err.h"

struct buf;
struct plan;

/*
 * data has plan->size bytes; on failure they are not defined.  The words, at
 * least one, are either
 *
 *	FIELD=V ...  of a struct or an array: FIELD is NAME, NAME.NAME, NAME[I] or
 *		     [I], with or without a dot in front
 *	V	     of anything: a scalar, an address where the type can hold
 *		     one, or JSON as plan_decode() writes it
 *
 * where V is a number (decimal or 0x), a name, true, false, an address or a
 * text; in double quotes JSON, or else a text as the text format shows it.
 */
int plan_encode_words(const struct plan *plan, int n_words, char *const *words, void *data,
		      struct buf *left_out, struct err *err);

/*
 * Changes the fields of a struct or array that the words name, FIELD=V as
 * above, in data, and leaves every other bit of it as it is.
 */
int plan_change_words(const struct plan *plan, int n_words, char *const *words, void *data,
		      struct err *err);

int plan_encode_json(const struct plan *plan, const json_t *json, void *data, struct buf *left_out,
		     struct err *err);

#endif
