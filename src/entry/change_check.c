/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What a map's type refuses whatever the key: said before the kernel is asked. */
#include <linux/bpf.h>

#include "codec/words.h"
#include "entry/change.h"
#include "map/map.h"

static int no_mode(const struct map *map, uint64_t mode, struct err *err)
{
	const char *word = mode == BPF_EXIST ? "exist" : "noexist";

	if (map->type->key == KEY_NONE && !(map->type->can & MAP_ANY_ONLY))
		return err_set(err, ERR_USAGE,
			       "%s: type %s knows no 'noexist'; "
			       "'exist' puts a value in the place of the oldest where it is full",
			       map_called(map), map->type->name);
	return err_set(err, ERR_USAGE, "%s: type %s knows no '%s'", map_called(map),
		       map->type->name, word);
}

int entry_update_check(const struct map *map, uint64_t mode, bool lock, struct err *err)
{
	uint32_t can = map->type->can;

	if (can & (MAP_RING_READ | MAP_RING_WRITE))
		return err_set(err, ERR_USAGE, "%s: %s", map_called(map),
			       can & MAP_RING_WRITE
				       ? "records are put into a user ring buffer by 'mapctl push'"
				       : "programs put records into a ring buffer; 'mapctl events' "
					 "shows them");
	if (!(can & (MAP_UPDATE | MAP_STRANGE)))
		return err_set(err, ERR_USAGE,
			       "%s: values cannot be put into type %s from user space",
			       map_called(map), map->type->name);
	if ((mode != BPF_ANY && (can & MAP_ANY_ONLY)) ||
	    (mode == BPF_NOEXIST && map->type->key == KEY_NONE))
		return no_mode(map, mode, err);
	if (lock && !map->has_lock)
		return err_set(err, ERR_USAGE,
			       "%s: 'lock': there is no bpf_spin_lock in its values",
			       map_called(map));
	return 0;
}

int entry_delete_check(const struct map *map, struct err *err)
{
	uint32_t can = map->type->can;

	if (can & (MAP_DELETE | MAP_STRANGE))
		return 0;
	if (can & MAP_POP)
		return err_set(err, ERR_USAGE, "%s: a %s has no keys; 'mapctl pop' takes its head",
			       map_called(map), map->type->name);
	if (map->type->key == KEY_NONE)
		return err_set(err, ERR_USAGE, "%s: nothing can be deleted from type %s",
			       map_called(map), map->type->name);
	return err_set(err, ERR_USAGE,
		       "%s: entries of type %s cannot be deleted; 'mapctl update' changes one, "
		       "'mapctl flush --zero' makes them zero",
		       map_called(map), map->type->name);
}

int entry_pop_check(const struct map *map, bool has_key, struct err *err)
{
	uint32_t can = map->type->can;
	char room[WORDS_WANTED_SIZE];

	if (can & (has_key ? MAP_TAKE | MAP_STRANGE : MAP_POP))
		return 0;
	if (can & (MAP_RING_READ | MAP_RING_WRITE))
		return err_set(err, ERR_USAGE, "%s: %s", map_called(map),
			       can & MAP_RING_READ
				       ? "'mapctl events --consume' takes records out of a ring "
					 "buffer"
				       : "programs take records out of a user ring buffer; "
					 "'mapctl events' shows those that wait");
	if (can & MAP_TAKE)
		return err_set(err, ERR_USAGE,
			       "%s: type %s has no head; 'key' and %s say which entry to take out",
			       map_called(map), map->type->name,
			       words_wanted(map->key_plan, map->info.key_size, room));
	if (can & MAP_DELETE)
		return err_set(err, ERR_USAGE,
			       "%s: the kernel takes no entries out of type %s; "
			       "'mapctl delete --echo' shows one and deletes it",
			       map_called(map), map->type->name);
	return err_set(err, ERR_USAGE, "%s: nothing can be taken out of type %s", map_called(map),
		       map->type->name);
}
