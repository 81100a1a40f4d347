/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/key_words.h"

#include <string.h>

#include "base/buf.h"
#include "base/number.h"
#include "cli/command.h"
#include "cmd/data_words.h"
#include "cmd/key_owner.h"
#include "map/map.h"

/* Indexes are numbers, whether or not BTF says so. */
static int take_number(char *const *words, int n_words, void *key)
{
	uint32_t index;

	if (n_words != 1 || number_u32(words[0], &index))
		return -1;
	memcpy(key, &index, sizeof(index));
	return 0;
}

static int take_owner(const struct map *map, int n, char *const *words, struct key_words *ret,
		      struct err *err)
{
	int r = key_owner_parse(map->type->owner, n, words, &ret->owner, err);

	if (r)
		return r;
	ret->owner_fd = owner_open(&ret->owner, err);
	if (ret->owner_fd < 0)
		return ret->owner_fd;
	memcpy(ret->bytes, &ret->owner_fd, sizeof(ret->owner_fd));
	return 0;
}

static int take_data(const struct session *session, int n, char *const *words,
		     struct key_words *ret, struct err *err)
{
	const struct map *map = session->maps[0];
	enum map_key_kind kind = map->type->key;

	ret->bytes = mem_try_array(1, map->info.key_size);
	if (!ret->bytes)
		return err_sys(err, "room for a key of %u bytes", map->info.key_size);
	if (kind == KEY_FD)
		return take_owner(map, n, words, ret, err);
	if ((kind == KEY_INDEX || kind == KEY_NUMBER) && !take_number(words, n, ret->bytes))
		return 0;
	return data_words_take(session, DATA_KEY, n, words, ret->bytes, err);
}

int key_words_take(const struct session *session, const struct map *map, struct key_words *ret,
		   struct err *err)
{
	int n = session->argc - 1, r;

	*ret = (struct key_words){ .owner_fd = -1 };
	if (!session->argc)
		return 0;
	if (strcmp(session->argv[0], "key"))
		return err_set(err, ERR_USAGE, "%s: 'key' was expected, not '%s'", map_called(map),
			       session->argv[0]);
	if (!map->info.key_size)
		return err_set(err, ERR_USAGE, "%s: a %s has no keys", map_called(map),
			       map->type->name);
	if (!n)
		return err_set(err, ERR_USAGE, "%s: 'key' needs data behind it", map_called(map));
	r = take_data(session, n, session->argv + 1, ret, err);
	return r ? err_wrap(err, "%s", map_called(map)) : 0;
}

void key_words_done(struct key_words *key)
{
	free(key->bytes);
	fd_closep(&key->owner_fd);
}

int value_words_take(const struct session *session, const struct map *map, void **ret,
		     struct err *err)
{
	_cleanup_free_ void *value = NULL;
	int n = session->argc - 1, r;

	if (n < 0)
		return err_set(err, ERR_USAGE,
			       "%s: lookup of which value? 'value' and its %u bytes",
			       map_called(map), map->info.value_size);
	if (strcmp(session->argv[0], "value"))
		return err_set(err, ERR_USAGE, "%s: 'value' was expected, not '%s'",
			       map_called(map), session->argv[0]);
	if (!n)
		return err_set(err, ERR_USAGE, "%s: 'value' needs data behind it", map_called(map));
	value = mem_try_array(1, map->info.value_size);
	if (!value)
		return err_sys(err, "%s: room for a value of %u bytes", map_called(map),
			       map->info.value_size);
	r = data_words_take(session, DATA_VALUE, n, session->argv + 1, value, err);
	if (r)
		return err_wrap(err, "%s", map_called(map));
	*ret = value;
	value = NULL;
	return 0;
}

void key_words_complete(int n, char *const *words, struct buf *ret)
{
	if (n == 1)
		buf_puts(ret, "hex\npid\ncgroup\npath\n");
	else if (n == 3 && !strcmp(words[1], "pid"))
		buf_puts(ret, "fd\n");
}
