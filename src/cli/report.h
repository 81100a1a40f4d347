/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The one line on standard error: `mapctl: what: why`, or a JSON object.
 *
 * dispatch() prints the error that ends a command, with its exit status.  A
 * command that goes on with its other maps after one of them failed prints
 * that one's error itself, and returns one that sums up.
 */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include <stdbool.h>

#include "base/err.h"

/* {"error":"…","status":N} with json. */
void report_error(bool json, const struct err *err);

/* What is worth knowing and no failure: `mapctl: note: …`, {"note":"…"}. */
void report_note(bool json, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
