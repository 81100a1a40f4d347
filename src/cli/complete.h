/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * `mapctl --complete WORD…`: what the last word, begun or empty, may become,
 * a line each.  The shells' own scripts only hand the words over.
 *
 * A shell puts what it gets into a command line, so names that a shell could
 * read as anything else than a plain word are never offered.
 */
#ifndef CLI_COMPLETE_H
#define CLI_COMPLETE_H

#include <stddef.h>

#include "cli/command.h"

/* words: without the program's name; returns the exit status. */
int complete_words(const struct command *const *commands, int n_words, char *const *words);

/* For hooks: adds len bytes of name and then end, a line, if a shell reads it as a plain word. */
void complete_add(const char *name, size_t len, const char *end, struct buf *ret);

#endif
