/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "cli/command.h"
#include "cli/dispatch.h"
#include "cmd/key_owner.h"
#include "cmd/key_words.h"
#include "entry/entry_writer.h"
#include "entry/lookup.h"
#include "map/map.h"
#include "output/writer.h"

#define TYPED_MAX 120 /* bytes of a key that a message repeats */

static const struct opt options[] = {
	{ "sum", 0, OPT_FLAG, offsetof(struct entry_options, sum), NULL, NULL,
	  "add up the values of all CPUs" },
	{ "hex", 0, OPT_FLAG, offsetof(struct entry_options, hex), NULL, NULL,
	  "show the bytes beside the decoded values" },
	{ .name = NULL },
};

static int check(const struct map *map, const struct key_words *key, const void *settings,
		 struct err *err)
{
	if (!(map->type->can & MAP_LOOKUP))
		return err_set(err, ERR_USAGE, "%s: %s", map_called(map),
			       map->type->instead ? map->type->instead
						  : "the kernel does not let its values be read");
	if (!key->bytes && map->type->key == KEY_FD)
		return err_set(err, ERR_USAGE, "%s: lookup of which %s? '%s'", map_called(map),
			       owner_noun(map->type->owner), key_owner_usage(map->type->owner));
	if (!key->bytes && map->info.key_size)
		return err_set(err, ERR_USAGE, "%s: lookup of which key? 'key' and its %u bytes",
			       map_called(map), map->info.key_size);
	return entry_options_check(settings, map, err);
}

/* entry_lookup()'s "no"; a key that it has no words for as the user has typed it. */
static int no_entry(const struct session *session, const struct key_words *key, struct err *err)
{
	const struct map *map = session->maps[0];
	struct buf typed = { 0 };
	int r;

	if (!key->bytes || map->type->key == KEY_FD || map->type->key == KEY_INDEX)
		return -ERR_NO;
	for (int i = 1; i < session->argc && typed.len <= TYPED_MAX; i++)
		buf_printf(&typed, " %s", session->argv[i]);
	r = err_set(err, ERR_NO, "%s has no key%.*s%s", map_called(map), TYPED_MAX, buf_str(&typed),
		    typed.len > TYPED_MAX ? "..." : "");
	buf_done(&typed);
	return r;
}

static int look_up_key(const struct session *session, const void *settings, struct err *err)
{
	const struct map *map = session->maps[0];
	struct entry_options wanted = *(const struct entry_options *)settings;
	_cleanup_key_words_ struct key_words key = { .owner_fd = -1 };
	_cleanup_free_ void *value = NULL;
	struct writer *out = session->out;
	int r = key_words_take(session, map, &key, err);

	if (!r)
		r = check(map, &key, settings, err);
	if (!r)
		r = session_sandbox(session, err);
	if (r)
		return r;
	r = entry_lookup(map, key.bytes, &value, err);
	if (r)
		return r == -ERR_NO ? no_entry(session, &key, err) : r;
	if (key.owner.kind)
		wanted.owner = &key.owner;
	out->format->start(out, SHAPE_ONE);
	entry_write(map, &wanted, key.bytes, value, 0, out);
	out->format->finish(out);
	return 0;
}

/* In text the answer alone: that is what a person has asked for. */
static void answer(const struct session *session, const void *value, bool maybe, bool hex)
{
	static const struct label label_value = LABEL("value"), label_hex = LABEL("value_hex");
	static const struct label label_maybe = LABEL("maybe");
	const struct map *map = session->maps[0];
	struct writer *out = session->out;
	unsigned int flags = out->format->flags;

	if (!(flags & (FORMAT_MACHINE | FORMAT_RAW))) {
		stream_puts(session->stream, maybe ? "maybe\n" : "no\n");
		return;
	}
	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	if (flags & (FORMAT_RAW | FORMAT_BOTH))
		out->format->bytes(out, &label_value, value, map->info.value_size);
	else
		map_write_value(map, &label_value, value, out);
	if (hex && !(flags & (FORMAT_RAW | FORMAT_BOTH)))
		out->format->bytes(out, &label_hex, value, map->info.value_size);
	out->format->boolean(out, &label_maybe, maybe);
	out->format->finish(out);
}

static int look_up_value(const struct session *session, const struct entry_options *wanted,
			 struct err *err)
{
	const struct map *map = session->maps[0];
	_cleanup_free_ void *value = NULL;
	int r = entry_options_check(wanted, map, err);

	if (!r)
		r = value_words_take(session, map, &value, err);
	if (!r)
		r = session_sandbox(session, err);
	if (!r)
		r = entry_test(map, value, err);
	if (r < 0)
		return r;
	answer(session, value, r, wanted->hex);
	/* Nothing more to say: the answer is on standard output. */
	return r ? 0 : err_set(err, ERR_NO, "%s", "");
}

static int run(const struct session *session, const void *settings, struct err *err)
{
	if (session->maps[0]->type->can & MAP_TEST)
		return look_up_value(session, settings, err);
	return look_up_key(session, settings, err);
}

static void complete(int n, char *const *words, struct buf *ret)
{
	if (!n)
		buf_puts(ret, "key\nvalue\n");
	else if (!strcmp(words[0], "key"))
		key_words_complete(n, words, ret);
}

extern const struct command cmd_lookup;
const struct command cmd_lookup = {
	.name = "lookup",
	.synopsis = "[key KEY | value VALUE]",
	.summary = "show the value of one key",
	.takes = TAKES_MAP,
	.flags = COMMAND_TYPES | COMMAND_DATA,
	.options = options,
	.settings_size = sizeof(struct entry_options),
	.run = run,
	.complete = complete,
};
