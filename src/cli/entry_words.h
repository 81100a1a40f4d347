/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What stands behind the map: key DATA, value DATA, and so on, in any order. */
#ifndef CLI_ENTRY_WORDS_H
#define CLI_ENTRY_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

/* The words behind a keyword, at least one; n 0: the keyword was not there. */
struct word_run {
	int n;
	char *const *words; /* borrowed */
};

struct entry_words {
	struct word_run key, value, var, set;
	uint64_t mode; /* BPF_ANY, BPF_EXIST or BPF_NOEXIST */
	bool has_mode;
	bool lock;
};

/* What a command takes. */
enum {
	ENTRY_KEY = 1 << 0,
	ENTRY_VALUE = 1 << 1,
	ENTRY_VAR = 1 << 2,
	ENTRY_SET = 1 << 3,
	ENTRY_MODE = 1 << 4, /* any, exist, noexist, lock */
};

/*
 * Sorts the words out by keyword, each once at most.  A keyword is one
 * wherever it stands: data of that name is written as JSON, '"value"'.
 * called stands before messages: "map conns".  ERR_USAGE.
 */
int entry_words_split(const char *called, int n_words, char *const *words, unsigned int takes,
		      struct entry_words *ret, struct err *err);

/* Whether word begins data, or ends it. */
bool entry_words_keyword(const char *word);

#endif
