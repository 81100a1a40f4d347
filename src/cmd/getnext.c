/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <errno.h>

#include "base/alloc.h"
#include "cli/command.h"
#include "cli/entry_words.h"
#include "kern/map_calls.h"
#include "map/map.h"
#include "output/writer.h"
#include "words/complete_data.h"
#include "words/key_words.h"

static int next_key(const struct map *map, const void *key, void *next, struct err *err)
{
	int r = kern_map_next_key(map->fd, key, next);

	if (r == -ENOENT)
		return err_set(err, ERR_NO,
			       key ? "%s: no key follows this one" : "%s has no entries",
			       map_called(map));
	if (!r)
		return 0;
	errno = -r;
	return err_sys(err, "%s: asking for the next key", map_called(map));
}

static void write_key(const struct session *session, const struct label *label, const void *key)
{
	const struct map *map = session->maps[0];
	struct writer *out = session->out;

	if (!key)
		out->format->null(out, label, "none");
	else if (out->format->flags & (FORMAT_RAW | FORMAT_BOTH))
		out->format->bytes(out, label, key, map->info.key_size);
	else
		map_write_key(map, label, key, out);
}

static int run(const struct session *session, const void *settings, struct err *err)
{
	static const struct label label_key = LABEL("key"), label_next = LABEL("next_key");
	const struct map *map = session->maps[0];
	_cleanup_key_words_ struct key_words key = KEY_WORDS;
	struct entry_words words;
	_cleanup_free_ void *next = NULL;
	struct writer *out = session->out;
	int r;

	(void)settings;
	if (!(map->type->can & MAP_WALK))
		return err_set(err, ERR_USAGE, "%s: %s", map_called(map), map->type->instead);
	r = entry_words_split(map_called(map), session->argc, session->argv, ENTRY_KEY, &words,
			      err);
	if (!r)
		r = key_words_take(session, map, &words.key, &key, err);
	if (!r)
		r = session_sandbox(session, err);
	next = mem_try_array(1, map->info.key_size);
	if (!r && !next)
		r = err_sys(err, "%s: room for a key of %u bytes", map_called(map),
			    map->info.key_size);
	if (!r)
		r = next_key(map, key.bytes, next, err);
	if (r)
		return r;
	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	write_key(session, &label_key, key.bytes);
	write_key(session, &label_next, next);
	out->format->finish(out);
	return 0;
}

extern const struct command cmd_getnext;
const struct command cmd_getnext = {
	.name = "getnext",
	.synopsis = "[key KEY]",
	.summary = "show the first key, or the one that follows a key",
	.takes = TAKES_MAP,
	.flags = COMMAND_TYPES | COMMAND_DATA,
	.run = run,
	.complete_entry = complete_data,
	.entry = ENTRY_KEY,
};
