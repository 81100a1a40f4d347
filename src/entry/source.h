/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Where entries come from: a live map today, a snapshot or JSON one day.
 *
 * Each way of reading a map is a file with an ops table; entry_source_open()
 * picks the best one that this map and this kernel allow, by the type's row.
 */
#ifndef ENTRY_SOURCE_H
#define ENTRY_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct map;

/* A chunk of entries, borrowed until the next call of next(). */
struct entries {
	size_t n;
	const uint8_t *keys, *values;
	size_t key_stride, value_stride;
	const int *errors; /* errno of each entry whose value could not be read, else 0; or NULL:
			      all could */
};

struct entry_source;

struct entry_source_ops {
	const char *name;
	/* 1 and a chunk (n may be 0), 0 behind the last entry, or -code */
	int (*next)(struct entry_source *source, struct entries *ret, struct err *err);
	void (*close)(struct entry_source *source); /* frees the source itself */
};

struct entry_source {
	const struct entry_source_ops *ops;
	const struct map *map; /* borrowed */
	char *incomplete;      /* why entries may be missing, known at the end; or NULL */
	/*
	 * Set before the first next(), where wanted: slots of an array that hold
	 * nothing come too, with the error ENOENT.
	 */
	bool with_empty;
};

/*
 * Opens the best source for map.  A type without entries to walk fails with
 * ERR_USAGE, its row's words and the command that does read it.
 */
int entry_source_open(const struct map *map, struct entry_source **ret, struct err *err);
struct entry_source *entry_source_close(struct entry_source *source);

#endif
