/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Sources of the made-up kernel, run dry. */
#ifndef UNIT_ENTRY_DRAIN_H
#define UNIT_ENTRY_DRAIN_H

#include "base/err.h"
#include "entry/source.h"

/* As many keys as there can be: chunks enough for a thread. */
void large(void);

struct entry_source *open_source(void);

/* Checks the entries, and counts each key in fake.seen. */
void count_chunk(const struct entries *chunk);

/* Runs the source dry: what its last next() returned. */
int drain(struct entry_source *source, struct err *err);

/* A source that has come to its end without an error; the caller closes it. */
struct entry_source *drained(void);

/* Finds each key that stays exactly once. */
void each_once(void);

/* Comes to this error. */
void fails_with(const char *expected);

#endif
