/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The key of local storage: whom it hangs on, in words. */
#ifndef WORDS_KEY_OWNER_H
#define WORDS_KEY_OWNER_H

#include "base/err.h"
#include "kern/owner.h"

/* How a user says it: "key pid PID", "key cgroup PATH", "key path FILE", "key pid PID fd N". */
const char *key_owner_usage(enum owner_kind kind);

/*
 * The words behind `key`, or the one that is what lookup prints as JSON.  *ret borrows the words,
 * or *ret_path, which is of JSON and the caller's to free, also on failure.  ERR_USAGE where
 * they are not as usage says.
 */
int key_owner_parse(enum owner_kind kind, int n_words, char *const *words, struct owner *ret,
		    char **ret_path, struct err *err);

#endif
