/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/count_entries.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "entry/source.h"
#include "kern/map_calls.h"
#include "kern/refusal.h"
#include "map/inventory.h"
#include "map/map.h"
#include "map/map_find.h"

#define FILES_A_MAP 4 /* itself, and what reads its entries */

/* A slot whose value the kernel does not give may as well be empty. */
static bool has_unreadable(const struct entries *entries)
{
	for (size_t i = 0; entries->errors && i < entries->n; i++)
		if (entries->errors[i] && entries->errors[i] != ENOENT)
			return true;
	return false;
}

struct counting {
	struct map_facts *facts;
	struct map *map;
	struct entry_source *source;
};

static void counting_close(struct counting *counting)
{
	entry_source_close(counting->source);
	map_free(counting->map);
}

static void count(struct counting *counting)
{
	struct entry_source *source = counting->source;
	struct entries entries;
	uint64_t used = 0;
	struct err err;
	int r;

	while ((r = source->ops->next(source, &entries, &err)) > 0) {
		used += entries.n;
		if (has_unreadable(&entries))
			return;
	}
	counting->facts->used = used;
	counting->facts->has_used = !r && !source->incomplete;
}

void countings_read(struct countings *countings)
{
	for (size_t i = 0; i < countings->n; i++) {
		count(&countings->row[i]);
		counting_close(&countings->row[i]);
	}
	countings->n = 0;
}

void countings_done(struct countings *countings)
{
	for (size_t i = 0; i < countings->n; i++)
		counting_close(&countings->row[i]);
	free(countings->row);
	*countings = (struct countings){ 0 };
}

static void add(struct countings *countings, struct map_facts *facts, int fd)
{
	struct counting counting = { .facts = facts };
	struct err err;

	if (map_adopt(fd, MAP_ACCESS_READ, NULL, &counting.map, &err))
		return;
	if (entry_source_open(counting.map, &counting.source, &err)) {
		counting_close(&counting);
		return;
	}
	countings->row = mem_more(countings->row, countings->n, &countings->cap,
				  sizeof(*countings->row));
	countings->row[countings->n++] = counting;
}

static int no_more_files(int error, struct err *err)
{
	errno = error;
	return err_sys(err, "opening every map to count its entries ('ulimit -n' says how many "
			    "files may be open; --sandbox=off counts map by map)");
}

int countings_open(struct inventory *maps, bool early, struct countings *ret, struct err *err)
{
	kern_files_room(maps->n * FILES_A_MAP);
	/* Reads a file, the first time: while there is one left for it. */
	kern_possible_cpus();
	for (size_t i = 0; i < maps->n; i++) {
		struct map_facts *facts = &maps->map[i];
		int fd;

		if (facts->has_used)
			continue;
		fd = kern_map_by_id(facts->info.id, false);
		if (is_shortage(fd) && early && ret->n) {
			countings_read(ret);
			fd = kern_map_by_id(facts->info.id, false);
		}
		if (is_shortage(fd))
			return no_more_files(-fd, err);
		if (fd >= 0)
			add(ret, facts, fd);
	}
	return 0;
}
