/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Arrays whose slots are empty or hold something, and what has a head and no keys. */
#include "entry/flush_ways.h"

#include <errno.h>

#include "base/alloc.h"
#include "base/progress.h"
#include "entry/lookup.h"
#include "kern/map_writes.h"
#include "map/map.h"

#define TIMES 8 /* a lock is wanted so often */

struct slots {
	const struct map *map;
	void *value;
	uint64_t flags;
	bool only_count;
	bool is_told; /* the kernel says of a slot that it deletes whether it was filled */
	struct flush_counts *counts;
};

/*
 * Of an empty slot some types say ENOENT, sockmap EINVAL, and devmap, cpumap
 * and xskmap that all is well (their map_delete_elem in the kernel).
 */
static bool is_empty(int r)
{
	return r == -ENOENT || r == -EINVAL;
}

static int slot_delete(const struct slots *slots, uint32_t index)
{
	int r = -EBUSY;

	for (int i = 0; i < TIMES && entry_is_passing(r); i++)
		r = kern_map_delete(slots->map->fd, &index);
	return r;
}

/* Whose values cannot be read: what was just emptied is deleted once more, which tells. */
static int slot_empty_unseen(struct slots *slots, uint32_t index)
{
	int r = slot_delete(slots, index);

	if (r)
		return is_empty(r) ? 0 : r;
	if (!slots->is_told) {
		slots->is_told = is_empty(slot_delete(slots, index));
		slots->counts->is_unknown = !slots->is_told;
	}
	slots->counts->entries++;
	return 0;
}

/* 0 or -errno */
static int slot_empty(struct slots *slots, uint32_t index)
{
	int r = -KERN_ENOTSUPP;

	if (slots->map->type->can & MAP_LOOKUP)
		r = entry_read(slots->map, &index, slots->value, &slots->flags);
	if (r == -ENOENT)
		return 0;
	if (slots->only_count) {
		slots->counts->is_unknown |= r != 0;
		slots->counts->entries++;
		return 0;
	}
	if (r)
		return slot_empty_unseen(slots, index);
	r = slot_delete(slots, index);
	slots->counts->entries += !r;
	return is_empty(r) ? 0 : r;
}

int flush_slots(const struct map *map, bool only_count, struct flush_counts *ret, struct err *err)
{
	_cleanup_free_ void *value = mem_try_array(1, map_value_bytes(map));
	struct slots slots = {
		.map = map, .value = value, .only_count = only_count, .counts = ret
	};
	int r = value ? 0 : -ENOMEM;

	for (uint32_t i = 0; i < map->info.max_entries && !r; i++) {
		r = slot_empty(&slots, i);
		progress_step(ret->progress, "looked at", i, map->info.max_entries);
	}
	if (ret->is_unknown) {
		ret->entries = 0;
		ret->slots = map->info.max_entries;
	}
	return r ? flush_fail(map, -r, err) : 0;
}

static int pop(const struct map *map, void *value)
{
	int r = -EBUSY;

	for (int i = 0; i < TIMES && entry_is_passing(r); i++)
		r = kern_map_take(map->fd, NULL, value, 0);
	return r;
}

/* No more than it can hold, so that who pushes meanwhile cannot keep us. */
int flush_pop(const struct map *map, struct flush_counts *ret, struct err *err)
{
	_cleanup_free_ void *value = mem_try_array(1, map_value_bytes(map));
	uint64_t flags = 0;
	int r = value ? 0 : -ENOMEM;

	while (!r && ret->entries < map->info.max_entries) {
		r = pop(map, value);
		ret->entries += !r;
		progress_step(ret->progress, "deleted", ret->entries, 0);
	}
	if (!r && !entry_read(map, NULL, value, &flags))
		return err_set(err, ERR_PARTIAL,
			       "%s: others have come meanwhile, and some may be left",
			       map_called(map));
	return r && r != -ENOENT ? flush_fail(map, -r, err) : 0;
}
