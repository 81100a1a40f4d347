/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The `key …` of a command line. */
#ifndef WORDS_KEY_WORDS_H
#define WORDS_KEY_WORDS_H

#include <stdbool.h>

#include "base/alloc.h"
#include "base/err.h"
#include "cli/entry_words.h"
#include "kern/owner.h"

struct buf;
struct map;
struct session;

struct key_words {
	void *bytes;	    /* of the map's key size; NULL where no key was given */
	struct owner owner; /* of local storage: whom the fd in bytes stands for */
	char *owner_path;   /* the owner's, where no word holds it */
	int owner_fd;	    /* what keeps that fd open, or -1 */
};

#define KEY_WORDS ((struct key_words){ .owner_fd = -1 })

/*
 * Takes run, the words behind `key`, into *ret, which key_words_done() frees,
 * also on failure.  ERR_USAGE for words that are no key of this map,
 * ERR_SYSTEM where there is no memory for one; the owners of local storage are
 * opened, and fail as owner_open().
 */
int key_words_take(const struct session *session, const struct map *map, const struct word_run *run,
		   struct key_words *ret, struct err *err);
void key_words_done(struct key_words *key);

/* Where no key was given, and the map is an array of one entry: that is meant. */
void key_words_default(const struct map *map, struct key_words *key);

/*
 * ERR_USAGE for a map that has keys where none was given; what names what is
 * to be done: "lookup of".
 */
int key_words_needed(const struct map *map, const struct key_words *key, const char *what,
		     struct err *err);

/*
 * The message of an ERR_NO from below, in the words that the user has typed
 * where the key has no other name: "map conns has no key 3", or with is_there
 * "map conns has key 3 already".  Returns -ERR_NO.
 */
int key_words_no(const struct map *map, const struct word_run *run, bool is_there, struct err *err);

/* Adds what may stand behind the n words of `key …`, a line each. */
void key_words_complete(int n, char *const *words, struct buf *ret);

#define _cleanup_key_words_ _cleanup_(key_words_done)

#endif
