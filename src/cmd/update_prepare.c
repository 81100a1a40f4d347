/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <errno.h>

#include <linux/bpf.h>

#include "base/nearest.h"
#include "cmd/update.h"
#include "codec/words.h"
#include "entry/change.h"
#include "entry/lookup.h"
#include "map/map.h"
#include "words/data_words.h"

static int read_failed(const struct map *map, const struct word_run *key, const void *bytes,
		       int error, struct err *err)
{
	if (error == ENOENT) {
		entry_absent(map, bytes, err);
		return key_words_no(map, key, false, err);
	}
	return err_set(err, ERR_SYSTEM, "%s: set: reading the entry: %s", map_called(map),
		       entry_why_unreadable(error));
}

/* Reads the entry and changes the fields, in every cell. */
static int take_set(const struct session *session, const struct entry_words *words,
		    struct update *ret, struct err *err)
{
	const struct map *map = ret->map;
	const void *key = ret->key.bytes;
	uint8_t *cell;
	int r;

	if (words->has_mode && words->mode == BPF_NOEXIST)
		return err_set(err, ERR_USAGE,
			       "%s: 'set' changes an entry that is there: 'noexist' cannot be",
			       map_called(map));
	if (!key)
		return err_set(err, ERR_USAGE, "%s: a %s has no keys, and so no entry to 'set'",
			       map_called(map), map->type->name);
	if (map->type->value != VALUE_BYTES)
		return err_set(err, ERR_USAGE,
			       "%s: set: its values have no fields; 'value' takes them whole",
			       map_called(map));
	ret->value.bytes = mem_try_array(1, map_value_bytes(map));
	if (!ret->value.bytes)
		return err_sys(err, "%s: room for a value of %zu bytes", map_called(map),
			       map_value_bytes(map));
	r = entry_old(map, key, ret->value.bytes);
	if (r)
		return read_failed(map, &words->key, key, -r, err);
	ret->mode = BPF_EXIST;
	cell = ret->value.bytes;
	for (uint32_t i = 0; i < map->cells && !r; i++, cell += map->cell_stride)
		r = data_words_change(session, map, &words->set, cell, err);
	return r ? err_wrap(err, "%s", map_called(map)) : 0;
}

/* A misspelt 'value' is taken for a word of the key. */
static int value_missing(const struct map *map, const struct word_run *key, struct err *err)
{
	char room[WORDS_WANTED_SIZE];

	for (int i = 1; i < key->n; i++) {
		struct nearest nearest = NEAREST(key->words[i]);

		nearest_offer(&nearest, "value");
		nearest_offer(&nearest, "set");
		if (nearest.best)
			return err_set(err, ERR_USAGE, "%s: '%s' was expected, not '%s'",
				       map_called(map), nearest.best, key->words[i]);
	}
	return err_set(err, ERR_USAGE, "%s: update to which value? 'value' and %s", map_called(map),
		       words_wanted(map->value_plan, map->info.value_size, room));
}

static int check_words(const struct map *map, const struct entry_words *words, struct err *err)
{
	int r = entry_update_check(map, words->mode, words->lock, err);

	if (r)
		return r;
	if (words->value.n && words->set.n)
		return err_set(err, ERR_USAGE, "%s: 'value' or 'set', not both", map_called(map));
	if (!words->value.n && !words->set.n)
		return value_missing(map, &words->key, err);
	return 0;
}

int update_prepare(const struct session *session, const struct entry_words *words,
		   struct update *ret, struct err *err)
{
	const struct map *map = session->maps[0];
	int r;

	*ret = (struct update){
		.map = map,
		.key = KEY_WORDS,
		.mode = words->mode,
		.lock = words->lock,
	};
	r = check_words(map, words, err);
	if (!r)
		r = key_words_take(session, map, &words->key, &ret->key, err);
	if (r)
		return r;
	key_words_default(map, &ret->key);
	r = key_words_needed(map, &ret->key, "update of", err);
	if (r)
		return r;
	if (words->set.n)
		return take_set(session, words, ret, err);
	return value_words_take(session, map, &words->value, ret->key.bytes, &ret->value, err);
}

bool update_reads(const struct map *map, const struct entry_words *words)
{
	return words->set.n || map->type->can & MAP_PERCPU;
}

void update_done(struct update *update)
{
	key_words_done(&update->key);
	value_words_done(&update->value);
}

int update_write(const struct update *update, const struct entry_words *words, struct err *err)
{
	int r = entry_update(update->map, update->key.bytes, update->value.bytes, update->mode,
			     update->lock, err);

	if (r != -ERR_NO)
		return r;
	return key_words_no(update->map, &words->key, update->mode == BPF_NOEXIST, err);
}
