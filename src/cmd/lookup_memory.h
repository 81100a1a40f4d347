/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Lookup of what has no entries, but memory: ring buffers and arenas. */
#ifndef CMD_LOOKUP_MEMORY_H
#define CMD_LOOKUP_MEMORY_H

#include "base/err.h"

struct session;

/*
 * `lookup MAP` of a ring buffer: {"consumer_pos": N, "producer_pos": N,
 * "pending": N, "size": N}, in bytes; nothing is consumed.  ERR_USAGE for any
 * words behind the map; ERR_DENIED for a pin that may not be written to.
 */
int lookup_ring(const struct session *session, struct err *err);

/*
 * `lookup MAP` of an arena: {"pages": N, "max_pages": N, "page_size": N,
 * "address": N, "ranges": [{"first": N, "last": N}, …]}, address null
 * where nobody has mapped it yet; `page N`: {"page": N,
 * "address": N, "bytes": B}, in text as a hexdump.  No page is made.  ERR_NO
 * where there is no such page.
 */
int lookup_arena(const struct session *session, struct err *err);

#endif
