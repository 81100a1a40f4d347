/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Stretches of time as people type them. */
#ifndef BASE_DURATION_H
#define BASE_DURATION_H

#include <stdint.h>

/* The longest: what is added to a clock's time still fits 64 bits. */
#define DURATION_MAX INT64_MAX

/* What messages say of a word that is none. */
#define DURATION_USAGE "seconds, or as in 500ms, 1.5s, 2m, 1h"

/*
 * Takes seconds, with a point or without, or milliseconds, seconds, minutes or
 * hours where ms, s, m or h stands behind them: *ret is nanoseconds, what is below
 * one is cut off.  0 is one, too.  0, -EINVAL when word is none, -ERANGE when it is
 * longer than DURATION_MAX.
 */
int duration_parse(const char *word, uint64_t *ret);

#endif
