/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The ways of emptying a map; entry_flush() picks among them by the type's row. */
#ifndef ENTRY_FLUSH_WAYS_H
#define ENTRY_FLUSH_WAYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "entry/flush.h"

#define FLUSH_CHUNK_BYTES (128 * 1024) /* of keys and values in one call */
#define FLUSH_IDLE_MAX	  100	       /* calls in a row that may do nothing */

/* All return 0 or -code, and count in *ret what they did, also before they failed. */

/*
 * Reads and deletes bucket by bucket: 1 when the map is done, 0 where there is
 * no such call, or a bucket too large for it, and another way has to finish.
 */
int flush_take(const struct map *map, struct flush_counts *ret, struct err *err);

/* Reads all keys, then deletes them. */
int flush_keys(const struct map *map, struct flush_counts *ret, struct err *err);

/* Empties slot after slot of an array, or counts those that are filled. */
int flush_slots(const struct map *map, bool only_count, struct flush_counts *ret, struct err *err);

/* Writes zeroes, as entry_zero(). */
int flush_zero(const struct map *map, struct flush_counts *ret, struct err *err);

/* Takes the head until there is none. */
int flush_pop(const struct map *map, struct flush_counts *ret, struct err *err);

/* Keys of a map, all that its entry source gives. */
struct flush_keyring {
	uint8_t *keys;
	size_t n, room;	  /* keys */
	char *incomplete; /* why some may be missing, or NULL */
};

int flush_keyring_read(const struct map *map, struct flush_keyring *ret, struct progress *progress,
		       struct err *err);
void flush_keyring_done(struct flush_keyring *ring);

/* Deleting, or writing, failed with error, an errno. */
int flush_fail(const struct map *map, int error, struct err *err);

#endif
