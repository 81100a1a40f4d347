/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "words/value_words.h"

#include <string.h>

#include <net/if.h>

#include "base/buf.h"
#include "cli/session.h"
#include "kern/map_calls.h"
#include "map/map.h"
#include "map/references.h"
#include "words/data_words.h"
#include "words/value_cells.h"

static int take_whole(const struct session *session, const struct map *map,
		      const struct word_run *run, struct value_words *ret, struct err *err)
{
	int r = 0;

	if (value_cells_meant(run))
		return err_set(err, ERR_USAGE,
			       "value: it has one value an entry: 'all' and 'cpu N' are of per-CPU "
			       "maps");
	if (map->type->take_value)
		r = map->type->take_value(map, run->n, run->words, ret->bytes, &ret->held, err);
	if (r < 0)
		return err_wrap(err, "value");
	return r ? 0 : data_words_take(session, map, DATA_VALUE, run, ret->bytes, err);
}

int value_words_take(const struct session *session, const struct map *map,
		     const struct word_run *run, const void *key, struct value_words *ret,
		     struct err *err)
{
	size_t size = map_value_bytes(map);
	int r;

	*ret = (struct value_words){ 0 };
	if (!map->info.value_size)
		return err_set(err, ERR_USAGE, "%s: a %s has no values", map_called(map),
			       map->type->name);
	ret->bytes = mem_try_array(1, size);
	if (!ret->bytes)
		return err_sys(err, "%s: room for a value of %zu bytes", map_called(map), size);
	if (map->type->can & MAP_PERCPU)
		return value_cells_take(session, map, run, key, ret->bytes, err);
	r = take_whole(session, map, run, ret, err);
	return r ? err_wrap(err, "%s", map_called(map)) : 0;
}

void value_words_done(struct value_words *value)
{
	free(value->bytes);
	value->bytes = NULL;
	held_fds_done(&value->held);
}

static bool is(const char *word, const char *wanted)
{
	return !strcmp(word, wanted);
}

static void add_devices(struct buf *ret)
{
	struct if_nameindex *list = if_nameindex();

	for (const struct if_nameindex *dev = list; dev && dev->if_index; dev++)
		buf_printf(ret, "%s\n", dev->if_name);
	if (list)
		if_freenameindex(list);
}

#define CPUS_SHOWN 256

static void add_cpus(struct buf *ret)
{
	uint32_t n = kern_possible_cpus();

	for (uint32_t cpu = 0; cpu < n && cpu < CPUS_SHOWN; cpu++)
		buf_printf(ret, "%u\n", cpu);
}

static void add_first(const struct map_type *type, struct buf *ret)
{
	if (!type)
		buf_puts(ret, "id\nname\npinned\ntag\ncgroup\ndev\nqsize\npid\n");
	else
		buf_puts(ret, value_take_forms(type));
	if (!type || type->can & MAP_PERCPU)
		buf_puts(ret, "all\ncpu\n");
	if (!type || type->value == VALUE_BYTES)
		buf_puts(ret, "hex\n");
}

/* Forms are told apart by their first word, so that those of no type need no map. */
void value_words_complete(const struct map_type *type, int n, char *const *words, struct buf *ret)
{
	if (!n)
		add_first(type, ret);
	else if (n == 1 && is(words[0], "dev"))
		add_devices(ret);
	else if (n == 1 && is(words[0], "cpu"))
		add_cpus(ret);
	else if (n == 2 && is(words[0], "pid"))
		buf_puts(ret, "fd\n");
	else if (n == 2 && (is(words[0], "dev") || is(words[0], "qsize")))
		buf_puts(ret, "program\n");
	else if (n == 3 && is(words[2], "program"))
		buf_puts(ret, "id\nname\npinned\ntag\n");
}
