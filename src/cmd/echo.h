/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* An entry as it was before a command changed it, and what the command would do. */
#ifndef CMD_ECHO_H
#define CMD_ECHO_H

#include <stdbool.h>

#include "base/err.h"

struct change;
struct key_words;
struct map;
struct session;

struct echo {
	const struct map *map;
	const struct key_words *key; /* borrowed */
	void *value;		     /* every cell, owned */
	int error;		     /* -errno of reading it: -ENOENT where there is no entry */
};

/*
 * Reads the entry of key, the head of a map without keys; is_new: what is
 * written takes the place of nothing.  Fails only for want of memory.
 */
int echo_read(const struct map *map, const struct key_words *key, bool is_new, struct echo *ret,
	      struct err *err);
void echo_done(struct echo *echo);

/* Shows the entry as lookup does, its value null where there was none. */
void echo_entry(const struct session *session, const struct echo *echo);

/* Shows what change, whose key and old value echo has, would do. */
void echo_change(const struct session *session, const struct echo *echo,
		 const struct change *change);

#endif
