/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* `var NAME`: one global variable of a program, in the map of its .data, .bss or .rodata. */
#ifndef WORDS_VAR_WORDS_H
#define WORDS_VAR_WORDS_H

#include <stdbool.h>

#include "base/err.h"
#include "cli/entry_words.h"

struct session;

/*
 * `lookup MAP var NAME`: writes {"var": NAME, "value": V}; hex adds the bytes.
 * NAME may be NAME.FIELD or NAME[I], too.  ERR_USAGE where the session's one map
 * has no variables, or none of this name.
 */
int var_words_show(const struct session *session, const struct word_run *var, bool hex,
		   struct err *err);

/*
 * `update MAP var NAME value V` and `var NAME set FIELD=V ...`: words has var,
 * and one of value and set.  Writes nothing but this variable where the map
 * can be mapped into memory; see entry/patch.h.  echo: the old value is
 * shown, as above.  dry_run: nothing is written, and {"action": "update", "var": NAME,
 * "old": V, "new": V} is shown.
 * ERR_USAGE, and as entry_update().
 */
int var_words_change(const struct session *session, const struct entry_words *words, bool echo,
		     bool dry_run, struct err *err);

#endif
