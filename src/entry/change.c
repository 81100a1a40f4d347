/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "entry/change.h"

#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "entry/change_refused.h"
#include "entry/lookup.h"
#include "kern/map_calls.h"
#include "kern/map_writes.h"
#include "map/map.h"

#define TIMES 8 /* that something passing may stand in the way */

uint64_t entry_update_flags(const struct map *map, uint64_t mode, bool lock)
{
	return mode | (lock || map->has_lock ? BPF_F_LOCK : 0);
}

int entry_update(const struct map *map, const void *key, const void *value, uint64_t mode,
		 bool lock, struct err *err)
{
	uint64_t flags = entry_update_flags(map, mode, lock);
	int r = -EAGAIN;

	for (int i = 0; i < TIMES && entry_asks_again(map, key, r); i++)
		r = kern_map_update(map->fd, key, value, flags);
	return r ? entry_update_failed(map, key, mode, -r, err) : 0;
}

int entry_delete(const struct map *map, const void *key, struct err *err)
{
	int r = -EAGAIN;

	for (int i = 0; i < TIMES && entry_asks_again(map, key, r); i++)
		r = kern_map_delete(map->fd, key);
	return r ? change_delete_refused(map, key, -r, err) : 0;
}

int entry_pop(const struct map *map, const void *key, void **ret, struct err *err)
{
	_cleanup_free_ void *value = mem_try_array(1, map_value_bytes(map));
	int r = -EAGAIN;

	if (!value)
		return err_sys(err, "%s: room for a value of %zu bytes", map_called(map),
			       map_value_bytes(map));
	for (int i = 0; i < TIMES && entry_asks_again(map, key, r); i++)
		r = kern_map_take(map->fd, key, value, map->has_lock ? BPF_F_LOCK : 0);
	if (r)
		return change_pop_refused(map, key, -r, err);
	*ret = value;
	value = NULL;
	return 0;
}

/*
 * Is this very prefix in the trie?  A lookup finds the longest that matches;
 * but behind one that is not there get_next_key begins anew, with the first.
 */
static int find_prefix(const struct map *map, const void *key)
{
	size_t size = map->info.key_size;
	_cleanup_free_ uint8_t *first = mem_try_array(2, size);
	int r;

	if (!first)
		return -ENOMEM;
	r = kern_map_next_key(map->fd, NULL, first);
	if (r)
		return r;
	r = kern_map_next_key(map->fd, key, first + size);
	if (r)
		return r == -ENOENT ? 0 : r;
	return memcmp(first, first + size, size) ? 0 : -ENOENT;
}

int entry_old(const struct map *map, const void *key, void *value)
{
	uint64_t flags = map->has_lock ? BPF_F_LOCK : 0;
	int r = 0;

	if (!(map->type->can & (MAP_LOOKUP | MAP_STRANGE)))
		return -EOPNOTSUPP;
	if (map->type->key == KEY_PREFIX)
		r = find_prefix(map, key);
	return r ? r : entry_read(map, key, value, &flags);
}
