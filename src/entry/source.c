/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "entry/source.h"

#include <errno.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "entry/source_ways.h"
#include "map/map.h"

/* Maps of fewer entries are read before a thread would have started. */
#define AHEAD_MIN (16 * 1024)

uint32_t source_chunk(const struct map *map, size_t bytes)
{
	size_t n = bytes / (map->info.key_size + map_value_bytes(map) + 1);

	if (n > SOURCE_CHUNK_MAX)
		n = SOURCE_CHUNK_MAX;
	if (map->info.max_entries && n > map->info.max_entries)
		n = map->info.max_entries;
	return n ? n : 1;
}

int source_fail(const struct entry_source *source, int error, struct err *err)
{
	errno = error;
	return err_sys(err, "%s: reading its entries", map_called(source->map));
}

void source_give_up(struct entry_source *source)
{
	free(source->incomplete);
	source->incomplete = mem_printf("%s changed faster than it could be read; "
					"entries may be missing",
					map_called(source->map));
}

/* By index nothing can be missed or repeated: the fastest way is the best. */
static int open_array(const struct map *map, struct entry_source **ret, struct err *err)
{
	int r = 0;

	/* The iterator shows memory as it lies, also what the kernel keeps in it for itself. */
	if ((map->type->can & MAP_ITER) && !map->has_kernel_fields)
		r = source_iter_open(map, false, ret, err);
	if (!r && (map->type->can & MAP_BATCH))
		r = source_batch_open(map, false, ret, err);
	return r;
}

/*
 * An iterator that stops inside a bucket goes on by counting, and now and then
 * loses an entry of a hash that changes meanwhile (measured on 6.18: up to one
 * in 40,000): only for what has nothing better.
 */
static int open_other(const struct map *map, struct entry_source **ret, struct err *err)
{
	uint32_t can = map->type->can;

	if (can & MAP_BATCH)
		return source_batch_open(map, false, ret, err);
	if (can & MAP_BATCH_DUP)
		return source_batch_open(map, true, ret, err);
	return can & MAP_ITER ? source_iter_open(map, true, ret, err) : 0;
}

static int open_copying(const struct map *map, struct entry_source **ret, struct err *err)
{
	struct entry_source *source = NULL;
	int r = map->type->key == KEY_INDEX ? open_array(map, &source, err)
					    : open_other(map, &source, err);

	if (!r)
		r = source_walk_open(map, &source, err);
	if (r < 0)
		return r;
	*ret = map->info.max_entries < AHEAD_MIN ? source : source_ahead_new(source);
	return 0;
}

int entry_source_open(const struct map *map, struct entry_source **ret, struct err *err)
{
	const struct map_type *type = map->type;

	if (type->instead)
		return err_set(err, ERR_USAGE, "%s: %s", map_called(map), type->instead);
	if (!(type->can & MAP_WALK))
		return err_set(err, ERR_USAGE, "%s: %s maps have no entries to walk",
			       map_called(map), type->name);
	if ((type->can & MAP_MMAP) && source_mmap_open(map, ret) == 1)
		return 0;
	return open_copying(map, ret, err);
}

struct entry_source *entry_source_close(struct entry_source *source)
{
	if (source) {
		free(source->incomplete);
		source->ops->close(source);
	}
	return NULL;
}
