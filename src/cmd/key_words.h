/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The `key …` or `value …` that ends a command line. */
#ifndef CMD_KEY_WORDS_H
#define CMD_KEY_WORDS_H

#include "base/alloc.h"
#include "base/err.h"
#include "kern/owner.h"

struct buf;
struct map;
struct session;

struct key_words {
	void *bytes;	    /* of the map's key size; NULL where no key was given */
	struct owner owner; /* of local storage: whom the fd in bytes stands for */
	int owner_fd;	    /* what keeps that fd open, or -1 */
};

/*
 * Takes `key DATA` from the session's words into *ret, which key_words_done()
 * frees, also on failure.  ERR_USAGE for words that are no key of this map,
 * ERR_SYSTEM where there is no memory for one; the owners of local storage are opened, and fail as
 * owner_open().
 */
int key_words_take(const struct session *session, const struct map *map, struct key_words *ret,
		   struct err *err);
void key_words_done(struct key_words *key);

/*
 * Takes `value DATA`, which has to be there, into *ret, an array of the map's
 * value size that the caller frees.  ERR_USAGE as above.
 */
int value_words_take(const struct session *session, const struct map *map, void **ret,
		     struct err *err);

/* Adds what may stand behind the n words of `key …`, a line each. */
void key_words_complete(int n, char *const *words, struct buf *ret);

#define _cleanup_key_words_ _cleanup_(key_words_done)

#endif
