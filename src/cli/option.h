/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Options as rows.  A row says where its value goes in a settings struct; the
 * parser, the help and the completion all read the same rows, and no row is
 * ever written to.  A table ends with a row whose name is NULL.
 */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum opt_kind {
	OPT_FLAG,  /* bool: set true */
	OPT_WORD,  /* const char *: borrowed from the command line */
	OPT_COUNT, /* uint64_t, from 1 up */
};

struct opt {
	const char *name; /* long, without the dashes */
	char letter;	  /* or '\0' */
	enum opt_kind kind;
	size_t offset;		    /* of the setting in its struct */
	const char *arg;	    /* what help calls its value; NULL for OPT_FLAG */
	const char *const *choices; /* the words that OPT_WORD takes, ended by NULL; or NULL: any */
	const char *help;
};

/* Where a word may find its row, and the struct that row writes to. */
struct opt_table {
	const struct opt *rows; /* may be NULL */
	void *settings;
};

/*
 * Takes the option words[0], which starts with '-', and its value, which may
 * be words[1], or stand behind '=' (long) or follow at once (letter); letters
 * without a value may be run together.  Returns how many words it took, or
 * -ERR_USAGE.
 */
int opt_take(const struct opt_table *tables, size_t n_tables, int n_words, char *const *words,
	     struct err *err);

/*
 * Whether the option word, if rows have it, takes the word behind it as its
 * value.  For who looks ahead before it is known whose options these are.
 */
bool opt_wants_next(const struct opt *rows, const char *word);

#endif
