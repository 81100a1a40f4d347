/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "entry/change_refused.h"

#include <errno.h>
#include <string.h>

#include <linux/bpf.h>

#include "entry/change.h"
#include "entry/lookup.h"
#include "kern/fdinfo.h"
#include "map/map.h"

/* What the kernel wants of values that stand for something, for those it does not take. */
static const char *const wants[] = {
	[VALUE_MAP] = "an inner map has to have the type, the sizes and the flags of the one that "
		      "this map was created with, and an array its max_entries, too",
	[VALUE_PROGRAM] = "the programs in it have to be of one type and made in one way, that of "
			  "the program that uses it or of its first entry",
	[VALUE_EVENT] = "it takes perf events that are open",
	[VALUE_CGROUP] = "it takes cgroups of version 2",
	[VALUE_DEVICE] = "it takes the number of a network interface that is there, and an XDP "
			 "program made for a devmap",
	[VALUE_CPU] = "it takes queues of up to 16384 packets, and an XDP program made for a "
		      "cpumap",
	[VALUE_SOCKET] = "sockets for it have to be of the kind and in the state that "
			 "mapctl-update(8) says",
	[VALUE_FUNCTIONS] = "every function has to be there, and programs have to be made for "
			    "this struct",
};

static const char *wanted(const struct map *map)
{
	size_t kind = map->type->value;

	return kind < sizeof(wants) / sizeof(wants[0]) ? wants[kind] : NULL;
}

static const char *why(int error)
{
	return strerror(error == KERN_ENOTSUPP ? EOPNOTSUPP : error);
}

static int refused(const struct map *map, const char *what, int error, struct err *err)
{
	return err_set(err, error == EPERM || error == EACCES ? ERR_DENIED : ERR_SYSTEM,
		       "%s: %s: %s", map_called(map), what, why(error));
}

static bool no_such_index(const struct map *map, const void *key)
{
	uint32_t index;

	if (!key || map->type->key != KEY_INDEX)
		return false;
	memcpy(&index, key, sizeof(index));
	return index >= map->info.max_entries;
}

/* A key of a trie whose prefix is longer than its address; *bits: that of the latter. */
static bool is_long_prefix(const struct map *map, const void *key, uint32_t *length, uint32_t *bits)
{
	if (!key || map->type->key != KEY_PREFIX || map->info.key_size < sizeof(*length))
		return false;
	memcpy(length, key, sizeof(*length));
	*bits = (map->info.key_size - (uint32_t)sizeof(*length)) * 8;
	return *length > *bits;
}

static bool is_frozen(const struct map *map)
{
	struct fdinfo_file file = FDINFO_FILE;
	struct map_fdinfo facts = { .frozen = false };

	kern_fdinfo_again(&file, map->fd, &facts);
	kern_fdinfo_done(&file);
	return facts.frozen;
}

int entry_frozen_check(const struct map *map, struct err *err)
{
	if (!is_frozen(map))
		return 0;
	return err_set(err, ERR_SYSTEM,
		       "%s is frozen: it can never again be changed from user space",
		       map_called(map));
}

static int not_writable(const struct map *map, const char *what, int error, struct err *err)
{
	int r = entry_frozen_check(map, err);

	return r ? r : refused(map, what, error, err);
}

static int exists(const struct map *map, const void *key, struct err *err)
{
	uint32_t index;

	if (map->type->key == KEY_INDEX) {
		memcpy(&index, key, sizeof(index));
		return err_set(err, ERR_NO, "%s has index %u already", map_called(map), index);
	}
	if (map->type->key == KEY_FD)
		return err_set(err, ERR_NO, "%s has something for this %s already", map_called(map),
			       owner_noun(map->type->owner));
	return err_set(err, ERR_NO, "%s has this key already", map_called(map));
}

static int full(const struct map *map, int error, struct err *err)
{
	uint32_t max = map->info.max_entries;

	if (!max)
		return refused(map, "update", error, err);
	return err_set(err, ERR_SYSTEM, "%s is full (%u of %u entries)", map_called(map), max, max);
}

static int not_taken(const struct map *map, const void *key, int error, struct err *err)
{
	uint32_t length, bits;

	if (error == ENODEV && map->type->value == VALUE_CPU) {
		memcpy(&length, key, sizeof(length));
		return err_set(err, ERR_SYSTEM, "%s: this machine has no CPU %u", map_called(map),
			       length);
	}
	if (error == EINVAL && is_long_prefix(map, key, &length, &bits))
		return err_set(err, ERR_USAGE,
			       "%s: key: a prefix of %u bits: its addresses have %u",
			       map_called(map), length, bits);
	if (wanted(map))
		return err_set(err, ERR_SYSTEM, "%s does not take this value (%s): %s",
			       map_called(map), why(error), wanted(map));
	if (error == ENOMEM)
		return err_set(err, ERR_SYSTEM,
			       "%s: the kernel has no memory for another entry now",
			       map_called(map));
	return refused(map, "update", error, err);
}

int entry_update_failed(const struct map *map, const void *key, uint64_t mode, int error,
			struct err *err)
{
	switch (error) {
	case EPERM:
	case EACCES:
		return not_writable(map, "update", error, err);
	case EEXIST:
		return exists(map, key, err);
	case ENOENT:
		if (map->type->key == KEY_FD && mode != BPF_EXIST)
			return err_set(err, ERR_NO, "%s: this %s is gone", map_called(map),
				       owner_noun(map->type->owner));
		return entry_absent(map, key, err);
	case E2BIG:
	case ENOSPC: /* of LPM tries */
		return no_such_index(map, key) ? entry_absent(map, key, err)
					       : full(map, error, err);
	default:
		return not_taken(map, key, error, err);
	}
}

int change_delete_refused(const struct map *map, const void *key, int error, struct err *err)
{
	uint32_t length, bits;

	if (error == EPERM || error == EACCES)
		return not_writable(map, "delete", error, err);
	/* Some arrays say EINVAL of what is not there. */
	if (error == ENOENT || no_such_index(map, key) ||
	    (error == EINVAL && map->type->key == KEY_INDEX))
		return entry_absent(map, key, err);
	if (error == EINVAL && is_long_prefix(map, key, &length, &bits))
		return err_set(err, ERR_USAGE,
			       "%s: key: a prefix of %u bits: its addresses have %u",
			       map_called(map), length, bits);
	return refused(map, "delete", error, err);
}

int change_pop_refused(const struct map *map, const void *key, int error, struct err *err)
{
	if (error == EPERM || error == EACCES)
		return not_writable(map, "pop", error, err);
	if (error == ENOENT)
		return entry_absent(map, key, err);
	if (error == KERN_ENOTSUPP)
		return err_set(err, ERR_SYSTEM,
			       "%s: this kernel takes no entries out of type %s; "
			       "'mapctl delete --echo' shows one and deletes it",
			       map_called(map), map->type->name);
	return refused(map, "pop", error, err);
}

int entry_update_foresee(const struct map *map, const void *key, uint64_t mode, int old,
			 struct err *err)
{
	uint32_t length, bits;
	int error = 0;

	if (no_such_index(map, key))
		error = E2BIG;
	else if (is_long_prefix(map, key, &length, &bits))
		error = EINVAL;
	else if (old == -ENOENT && mode == BPF_EXIST && key)
		error = ENOENT;
	else if (!old && mode == BPF_NOEXIST)
		error = EEXIST;
	return error ? entry_update_failed(map, key, mode, error, err)
		     : entry_frozen_check(map, err);
}

int entry_delete_foresee(const struct map *map, const void *key, int old, struct err *err)
{
	uint32_t length, bits;

	if (is_long_prefix(map, key, &length, &bits))
		return change_delete_refused(map, key, EINVAL, err);
	if (old == -ENOENT || no_such_index(map, key))
		return change_delete_refused(map, key, ENOENT, err);
	return entry_frozen_check(map, err);
}
