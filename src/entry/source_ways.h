/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The ways of reading a live map; entry_source_open() picks among them.
 *
 * Each opener returns 1 and a source, 0 where this map cannot be read in that
 * way or this kernel does not know it, or -code.  Whatever wants privileges
 * happens while opening: next() gets by with an open fd.  next() may run in a
 * thread of its own.
 */
#ifndef ENTRY_SOURCE_WAYS_H
#define ENTRY_SOURCE_WAYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "entry/source.h"

#define SOURCE_CHUNK_MAX (64 * 1024)

/* may_repeat: the map may hand out a key twice while it changes; every key is kept in mind. */
int source_batch_open(const struct map *map, bool may_repeat, struct entry_source **ret,
		      struct err *err);
int source_iter_open(const struct map *map, bool may_repeat, struct entry_source **ret,
		     struct err *err);
int source_mmap_open(const struct map *map, struct entry_source **ret);
int source_walk_open(const struct map *map, struct entry_source **ret, struct err *err);

/*
 * Walks on behind the last of n keys, which have been read, as has all before
 * them; copied.  Where all of them are deleted meanwhile it gives up: it does
 * not know what else has been read.
 */
int source_walk_behind(const struct map *map, const uint8_t *keys, size_t n,
		       struct entry_source **ret, struct err *err);

/* Takes inner over: from the fourth chunk on, a thread reads it ahead of its reader. */
struct entry_source *source_ahead_new(struct entry_source *inner);

/* Entries of key_size + value_bytes that fit into bytes: 1 to SOURCE_CHUNK_MAX, and no more than
 * the map can hold. */
uint32_t source_chunk(const struct map *map, size_t bytes);

/* "map NAME: reading its entries: …" from error, an errno; returns -code. */
int source_fail(const struct entry_source *source, int error, struct err *err);

/* Notes in source->incomplete that its map would not stand still. */
void source_give_up(struct entry_source *source);

#endif
