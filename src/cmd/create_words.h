/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The words of `create`, and the shape that they ask for. */
#ifndef CMD_CREATE_WORDS_H
#define CMD_CREATE_WORDS_H

#include <stdbool.h>

#include "base/err.h"
#include "cli/entry_words.h"
#include "map/shape.h"

struct buf;

/* As written, all borrowed; NULL, false, or a run of no words: not given. */
struct create_words {
	const char *path;
	const char *type, *key, *value, *entries, *name, *flags;
	const char *device, *numa_node, *map_extra, *from;
	struct word_run like, inner_map; /* a map as it is named: id ID, … */
	bool replace;
};

/* Sorts the words out: the path first, the others in any order, each once.  ERR_USAGE. */
int create_words_take(int n, char *const *words, struct create_words *ret, struct err *err);

/* The shape: of the map it is like, and what the words say instead.  map_shape_done() frees *ret.
 */
int create_words_shape(const struct create_words *words, struct map_shape *ret, struct err *err);

/*
 * Lays what the words say over a shape.  What a type leaves no choice of need not be said;
 * what is missing otherwise is ERR_USAGE, and an inner map that the type has no use for is left
 * out.  words: struct create_words.
 */
int create_words_adjust(const void *words, struct map_shape *shape, struct err *err);

/* Whether 'inner_map' means something to a map of this shape's type. */
bool create_words_use_inner(const struct map_shape *shape);

/* What may follow on n words. */
void create_words_complete(int n, char *const *words, struct buf *ret);

#endif
