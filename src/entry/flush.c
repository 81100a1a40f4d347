/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "entry/flush.h"

#include <errno.h>

#include "base/alloc.h"
#include "base/progress.h"
#include "entry/change_refused.h"
#include "entry/flush_ways.h"
#include "entry/lookup.h"
#include "entry/source.h"
#include "map/map.h"

int flush_fail(const struct map *map, int error, struct err *err)
{
	if (error == EPERM || error == EACCES)
		return change_delete_refused(map, NULL, error, err);
	errno = error == KERN_ENOTSUPP ? EOPNOTSUPP : error;
	return err_sys(err, "%s: emptying it", map_called(map));
}

/* What was done before something failed is said with it. */
static int finish(const struct flush_counts *counts, const char *done, int r, struct err *err)
{
	uint64_t n = counts->entries;

	if (!r || (!n && err->code != ERR_PARTIAL))
		return r;
	err_wrap(err, "%llu %s %s, and then", (unsigned long long)n, n == 1 ? "entry" : "entries",
		 done);
	err->code = ERR_PARTIAL;
	return -ERR_PARTIAL;
}

static int flush(const struct map *map, struct flush_counts *ret, struct err *err)
{
	uint32_t can = map->type->can;
	int r = 0;

	if (can & MAP_POP)
		return flush_pop(map, ret, err);
	if (map->type->key == KEY_INDEX)
		return flush_slots(map, false, ret, err);
	/* Where batches may lose entries, those that delete do, too. */
	if ((can & MAP_BATCH_TAKE) && (can & MAP_BATCH))
		r = flush_take(map, ret, err);
	if (r)
		return r < 0 ? r : 0;
	return flush_keys(map, ret, err);
}

static void begin(struct flush_counts *ret)
{
	*ret = (struct flush_counts){ .progress = ret->progress };
}

int entry_flush(const struct map *map, struct flush_counts *ret, struct err *err)
{
	begin(ret);
	return finish(ret, "deleted", flush(map, ret, err), err);
}

int entry_zero(const struct map *map, struct flush_counts *ret, struct err *err)
{
	begin(ret);
	return finish(ret, "zeroed", flush_zero(map, ret, err), err);
}

static int count_walked(const struct map *map, struct flush_counts *ret, struct err *err)
{
	struct entry_source *source;
	struct entries chunk;
	int r = entry_source_open(map, &source, err);

	if (r)
		return r;
	while ((r = source->ops->next(source, &chunk, err)) == 1) {
		ret->entries += chunk.n;
		progress_step(ret->progress, "counted", ret->entries, 0);
	}
	if (!r && source->incomplete)
		r = err_set(err, ERR_PARTIAL, "%s", source->incomplete);
	entry_source_close(source);
	return r;
}

/* A queue says whether it is empty, and not how full it is. */
static int count_head(const struct map *map, struct flush_counts *ret, struct err *err)
{
	_cleanup_free_ void *value = mem_try_array(1, map_value_bytes(map));
	uint64_t flags = 0;
	int r = value ? entry_read(map, NULL, value, &flags) : -ENOMEM;

	ret->is_unknown = !r;
	ret->slots = r ? 0 : map->info.max_entries;
	return r && r != -ENOENT ? flush_fail(map, -r, err) : 0;
}

int entry_flush_count(const struct map *map, bool zero, struct flush_counts *ret, struct err *err)
{
	begin(ret);
	if (map->type->can & MAP_POP)
		return count_head(map, ret, err);
	if (map->type->key != KEY_INDEX)
		return count_walked(map, ret, err);
	if (!zero)
		return flush_slots(map, true, ret, err);
	ret->entries = map->info.max_entries;
	return 0;
}
