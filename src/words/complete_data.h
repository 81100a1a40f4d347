/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Completion of `key …`, `value …`, `set …`, `var …` by the types of the map that is named. */
#ifndef WORDS_COMPLETE_DATA_H
#define WORDS_COMPLETE_DATA_H

#include <stdint.h>

struct buf;
struct invocation;
struct plan;

/*
 * A command's complete_entry: keywords that have not been given, and behind
 * one what the map's types know.  The map is opened, and its BTF read, only
 * for that; what cannot be had is not offered, and nothing is said of it.
 */
void complete_data(const struct invocation *invocation, const char *last, struct buf *ret);

/*
 * Adds what the word that begins as last may become among the n words of a
 * value of this type: "field=" for each field not given in words, "field=NAME"
 * behind a field of an enum; the names of an enum that is not in a struct.
 */
void complete_fields(const struct plan *plan, int n, char *const *words, const char *last,
		     struct buf *ret);

/* The names of a section's variables. */
void complete_variables(const struct plan *plan, struct buf *ret);

/* As complete_fields(), of the variable called name. */
void complete_variable(const struct plan *plan, const char *name, int n, char *const *words,
		       const char *last, struct buf *ret);

#endif
