/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * One entry of a map written, deleted or taken out, and what the kernel's
 * refusals mean in words.
 *
 * A key is NULL for maps without keys.  Where the value has a bpf_spin_lock
 * everything is done with BPF_F_LOCK, so that map_load_special() comes first.
 * What a lock in the kernel, or an entry that is just being replaced, stands in
 * the way of is tried again a few times.
 */
#ifndef ENTRY_CHANGE_H
#define ENTRY_CHANGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct map;

/*
 * Can values be put into this map at all, with this mode (BPF_ANY, BPF_EXIST,
 * BPF_NOEXIST), and under a lock if one is asked for?  Else ERR_USAGE; asks
 * the type's row, not the kernel.
 */
int entry_update_check(const struct map *map, uint64_t mode, bool lock, struct err *err);

/* What the system call takes for it. */
uint64_t entry_update_flags(const struct map *map, uint64_t mode, bool lock);

/* value has every cell, map_value_bytes().  Behind entry_update_check(); fails as below. */
int entry_update(const struct map *map, const void *key, const void *value, uint64_t mode,
		 bool lock, struct err *err);

/*
 * Says why an update of key was refused, from its errno (positive): ERR_NO
 * for an index that is not there, a key that is (noexist) or is not (exist);
 * ERR_DENIED where this map must not be written, ERR_SYSTEM for one that is
 * frozen or full, for a value that it does not take, and everything else.
 */
int entry_update_failed(const struct map *map, const void *key, uint64_t mode, int error,
			struct err *err);

/* ERR_USAGE where entries of this type cannot be deleted. */
int entry_delete_check(const struct map *map, struct err *err);

/* ERR_NO when there is no such entry. */
int entry_delete(const struct map *map, const void *key, struct err *err);

/* ERR_USAGE where nothing can be taken out of this type, with or without a key. */
int entry_pop_check(const struct map *map, bool has_key, struct err *err);

/*
 * Reads an entry and deletes it in one step: that of key, or the head of a
 * queue.  *ret, map_value_bytes(), is the caller's.  ERR_NO when there is none.
 */
int entry_pop(const struct map *map, const void *key, void **ret, struct err *err);

/* ERR_SYSTEM for a frozen map; what asks without writing has to know it. */
int entry_frozen_check(const struct map *map, struct err *err);

/*
 * What can be foreseen of an update, a delete, by what entry_old() has
 * returned: as entry_update() and entry_delete() fail.
 */
int entry_update_foresee(const struct map *map, const void *key, uint64_t mode, int old,
			 struct err *err);
int entry_delete_foresee(const struct map *map, const void *key, int old, struct err *err);

/*
 * Reads what an update of key would replace into value, map_value_bytes(): 0,
 * -ENOENT where there is nothing, or -errno where it cannot be read.  Other
 * than entry_lookup() it asks for this very prefix of a trie, not for the longest.
 */
int entry_old(const struct map *map, const void *key, void *value);

#endif
