/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "entry/lookup.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <linux/bpf.h>

#include "base/alloc.h"
#include "kern/map_calls.h"
#include "map/map.h"

/* How often "not there" has to be said, and a lock to be wanted. */
#define TIMES 8

bool entry_is_passing(int r)
{
	return r == -EINTR || r == -EAGAIN || r == -EBUSY || r == -EDEADLK || r == -ETIMEDOUT;
}

bool entry_asks_again(const struct map *map, const void *key, int r)
{
	return entry_is_passing(r) || (r == -ENOENT && key && map->type->key != KEY_INDEX);
}

const char *entry_why_unreadable(int error)
{
	if (error == ENOENT)
		return "none";
	/* What socket maps answer: a cookie has 8 bytes. */
	if (error == ENOSPC)
		return "readable only where values have 8 bytes";
	return strerror(error == KERN_ENOTSUPP ? EOPNOTSUPP : error);
}

int entry_read(const struct map *map, const void *key, void *value, uint64_t *flags)
{
	int r = -EAGAIN;

	for (int i = 0; i < TIMES && entry_asks_again(map, key, r); i++) {
		r = kern_map_lookup(map->fd, key, value, *flags);
		if (r == -EINVAL && *flags) {
			*flags = 0;
			r = kern_map_lookup(map->fd, key, value, 0);
		}
	}
	return r;
}

int entry_absent(const struct map *map, const void *key, struct err *err)
{
	uint32_t index, max = map->info.max_entries;

	if (!key)
		return err_set(err, ERR_NO, "%s is empty", map_called(map));
	if (map->type->key == KEY_INDEX) {
		memcpy(&index, key, sizeof(index));
		if (index < max)
			return err_set(err, ERR_NO, "%s has nothing at index %u", map_called(map),
				       index);
		return err_set(err, ERR_NO, "%s has no index %u: 0 to %u", map_called(map), index,
			       max - 1);
	}
	if (map->type->key == KEY_FD)
		return err_set(err, ERR_NO, "%s has nothing for this %s", map_called(map),
			       owner_noun(map->type->owner));
	return err_set(err, ERR_NO, "%s has no such key", map_called(map));
}

int entry_lookup(const struct map *map, const void *key, void **ret, struct err *err)
{
	uint64_t flags = map->has_lock ? BPF_F_LOCK : 0;
	_cleanup_free_ void *value = mem_try_array(1, map_value_bytes(map));
	int r;

	if (!value)
		return err_sys(err, "%s: room for a value of %zu bytes", map_called(map),
			       map_value_bytes(map));
	r = entry_read(map, key, value, &flags);
	if (r == -ENOENT)
		return entry_absent(map, key, err);
	if (r)
		return err_set(err, r == -EPERM || r == -EACCES ? ERR_DENIED : ERR_SYSTEM,
			       "%s: lookup: %s", map_called(map), entry_why_unreadable(-r));
	*ret = value;
	value = NULL;
	return 0;
}

int entry_test(const struct map *map, const void *value, struct err *err)
{
	/* The kernel reads what other types have it write. */
	int r = kern_map_lookup(map->fd, NULL, (void *)value, 0);

	if (!r || r == -ENOENT)
		return !r;
	errno = -r;
	return err_sys(err, "%s: lookup", map_called(map));
}
