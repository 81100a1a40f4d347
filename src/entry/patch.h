/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Some bytes of a map's one value, which programs may be using: a global variable. */
#ifndef ENTRY_PATCH_H
#define ENTRY_PATCH_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct map;

struct patch {
	uint32_t offset, size; /* inside the value */
};

/*
 * Writes the bytes of n patches, from value, which is the whole, into the entry
 * 0 of an array.  Where the map was made with BPF_F_MMAPABLE nothing else is
 * touched, and 1, 2, 4 or 8 bytes that are aligned are written at once.  Other
 * maps get the whole value: what programs change after value was read is
 * lost.  Fails as entry_update().
 */
int entry_patch(const struct map *map, const void *value, const struct patch *patches, size_t n,
		struct err *err);

#endif
