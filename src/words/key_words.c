/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "words/key_words.h"

#include <errno.h>
#include <string.h>

#include "base/buf.h"
#include "base/number.h"
#include "codec/view.h"
#include "codec/words.h"
#include "map/map.h"
#include "words/data_words.h"
#include "words/key_owner.h"

#define TYPED_MAX 120 /* bytes of a key that a message repeats */

/* A number, or the string that it is in JSON with --int64-strings. */
static int parse_number(const char *word, uint32_t *ret)
{
	char digits[sizeof("4294967295")] = "";
	size_t n = strlen(word);

	if (*word != '"')
		return number_u32(word, ret);
	if (n < 3 || n - 2 >= sizeof(digits) || word[n - 1] != '"')
		return -EINVAL;
	memcpy(digits, word + 1, n - 2);
	return number_u32(digits, ret);
}

/* Indexes are numbers, whether or not BTF says so: 1; 0 where it may be told otherwise; -code. */
static int take_number(const struct map *map, const struct word_run *run, void *key,
		       struct err *err)
{
	uint32_t index;

	if (run->n != 1)
		return 0;
	if (!parse_number(run->words[0], &index)) {
		memcpy(key, &index, sizeof(index));
		return 1;
	}
	if (map->key_plan || *run->words[0] == '@')
		return 0;
	if (number_could_be_octal(run->words[0]))
		return err_set(err, ERR_USAGE, "key: '%s' " NUMBER_OCTAL, run->words[0]);
	return err_set(err, ERR_USAGE, "key: '%s' is not a number: 0 to %u", run->words[0],
		       UINT32_MAX);
}

static int take_owner(const struct map *map, const struct word_run *run, struct key_words *ret,
		      struct err *err)
{
	int r = key_owner_parse(map->type->owner, run->n, run->words, &ret->owner, &ret->owner_path,
				err);

	if (r)
		return r;
	ret->owner_fd = owner_open(&ret->owner, err);
	if (ret->owner_fd < 0)
		return ret->owner_fd;
	memcpy(ret->bytes, &ret->owner_fd, sizeof(ret->owner_fd));
	return 0;
}

static int take_data(const struct session *session, const struct map *map,
		     const struct word_run *run, struct key_words *ret, struct err *err)
{
	enum map_key_kind kind = map->type->key;
	int r = 0;

	ret->bytes = mem_try_array(1, map->info.key_size);
	if (!ret->bytes)
		return err_sys(err, "room for a key of %u bytes", map->info.key_size);
	if (kind == KEY_FD)
		return take_owner(map, run, ret, err);
	if ((kind == KEY_INDEX || kind == KEY_NUMBER) &&
	    !(map->key_plan && plan_has_view(map->key_plan)))
		r = take_number(map, run, ret->bytes, err);
	if (r)
		return r < 0 ? r : 0;
	return data_words_take(session, map, DATA_KEY, run, ret->bytes, err);
}

int key_words_take(const struct session *session, const struct map *map, const struct word_run *run,
		   struct key_words *ret, struct err *err)
{
	int r;

	*ret = KEY_WORDS;
	if (!run->n)
		return 0;
	if (!map->info.key_size)
		return err_set(err, ERR_USAGE, "%s: a %s has no keys", map_called(map),
			       map->type->name);
	r = take_data(session, map, run, ret, err);
	return r ? err_wrap(err, "%s", map_called(map)) : 0;
}

void key_words_default(const struct map *map, struct key_words *key)
{
	if (!key->bytes && map->type->key == KEY_INDEX && map->info.max_entries == 1)
		key->bytes = mem_zero(map->info.key_size);
}

int key_words_needed(const struct map *map, const struct key_words *key, const char *what,
		     struct err *err)
{
	char room[WORDS_WANTED_SIZE];

	if (key->bytes || !map->info.key_size)
		return 0;
	if (map->type->key == KEY_FD)
		return err_set(err, ERR_USAGE, "%s: %s which %s? '%s'", map_called(map), what,
			       owner_noun(map->type->owner), key_owner_usage(map->type->owner));
	return err_set(err, ERR_USAGE, "%s: %s which key? 'key' and %s", map_called(map), what,
		       words_wanted(map->key_plan, map->info.key_size, room));
}

int key_words_no(const struct map *map, const struct word_run *run, bool is_there, struct err *err)
{
	struct buf typed = { 0 };
	int r;

	if (!run->n || map->type->key == KEY_FD || map->type->key == KEY_INDEX)
		return -ERR_NO;
	for (int i = 0; i < run->n && typed.len <= TYPED_MAX; i++)
		buf_printf(&typed, " %s", run->words[i]);
	r = err_set(err, ERR_NO, "%s has %s%.*s%s%s", map_called(map), is_there ? "key" : "no key",
		    TYPED_MAX, buf_str(&typed), typed.len > TYPED_MAX ? "..." : "",
		    is_there ? " already" : "");
	buf_done(&typed);
	return r;
}

void key_words_done(struct key_words *key)
{
	free(key->bytes);
	free(key->owner_path);
	fd_closep(&key->owner_fd);
}

void key_words_complete(int n, char *const *words, struct buf *ret)
{
	if (n == 1)
		buf_puts(ret, "hex\npid\ncgroup\npath\n");
	else if (n == 3 && !strcmp(words[1], "pid"))
		buf_puts(ret, "fd\n");
}
