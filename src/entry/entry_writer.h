/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Entries on their way into a writer: the shape of an entry, in one place. */
#ifndef ENTRY_ENTRY_WRITER_H
#define ENTRY_ENTRY_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "output/label.h"

struct entries;
struct entry_source;
struct map;
struct owner;
struct writer;

struct entry_options {
	bool hex;		   /* key_hex and value_hex beside the decoded ones */
	bool sum;		   /* per-CPU values added up: one value an entry */
	bool nonzero;		   /* entries whose value is all zero are left out */
	bool nested;		   /* entries are elements of the array that is open, not records */
	uint64_t limit;		   /* at most this many entries; 0: all */
	const struct owner *owner; /* written for the key, an fd that stands for it; or NULL */
};

struct entry_counts {
	uint64_t written;
	uint64_t unreadable; /* entries whose value the kernel would not give */
};

/* Checks that options make sense for map: ERR_USAGE where --sum has nothing to add. */
int entry_options_check(const struct entry_options *options, const struct map *map,
			struct err *err);

/*
 * {"key": K, "value": V}, or with cells "values": [{"cpu": N, "value": V}, …];
 * record() included.  error is the errno of a value that could not be read:
 * it becomes null.  value holds every cell, map_value_bytes().
 */
void entry_write(const struct map *map, const struct entry_options *options, const void *key,
		 const void *value, int error, struct writer *out);

/*
 * Runs source dry into out, between the caller's start() and finish().
 * ERR_PARTIAL, after everything there is has been written, when the source
 * says that entries may be missing.  Stops early when out's stream has failed:
 * the caller sees that from the stream.  *ret is filled on failure too.
 */
int entries_write(struct entry_source *source, const struct entry_options *options,
		  struct writer *out, struct entry_counts *ret, struct err *err);

#endif
