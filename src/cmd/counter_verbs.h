/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What `counter` does, a function a verb. */
#ifndef CMD_COUNTER_VERBS_H
#define CMD_COUNTER_VERBS_H

#include "base/err.h"

struct counter;
struct counter_options;
struct session;

/* counter: the one that is named, NULL for list; the n words are those behind its name. */
typedef int counter_verb(const struct session *session, const struct counter_options *options,
			 const struct counter *counter, int n, char *const *words, struct err *err);

counter_verb counter_verb_list, counter_verb_run, counter_verb_start, counter_verb_stop;

#endif
