/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* All entries of a map at once: deleted, or where that cannot be, their values set to zero. */
#ifndef ENTRY_FLUSH_H
#define ENTRY_FLUSH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct map;
struct progress;

struct flush_counts {
	uint64_t entries; /* that are done, or would be */
	bool is_unknown;  /* the kernel does not say what held something: entries is 0, … */
	uint32_t slots;	  /* … and so many were emptied, or would be */

	struct progress *progress; /* the caller's, told of every step; may be NULL */
};

/*
 * Deletes every entry that is there when it begins, also those that were
 * written to meanwhile.  Of those that come while it runs some may stay: it
 * takes a bounded number of steps.  Types whose rows have MAP_DELETE or
 * MAP_POP, but for local storages.  ret->progress is the caller's to set; the
 * rest of *ret is filled on failure, too:
 * ERR_PARTIAL, with the number, where some were deleted before.
 */
int entry_flush(const struct map *map, struct flush_counts *ret, struct err *err);

/*
 * Writes zeroes into every value: types that can be walked and updated.  What
 * the kernel keeps in values for itself is not overwritten: the map's has_lock
 * must have been loaded.
 */
int entry_zero(const struct map *map, struct flush_counts *ret, struct err *err);

/* What there is that entry_flush() would delete, or entry_zero() would write to. */
int entry_flush_count(const struct map *map, bool zero, struct flush_counts *ret, struct err *err);

#endif
