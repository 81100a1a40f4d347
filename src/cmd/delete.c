/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/command.h"
#include "cmd/echo.h"
#include "entry/change.h"
#include "entry/change_writer.h"
#include "map/map.h"
#include "words/complete_data.h"
#include "words/key_words.h"

struct settings {
	bool dry_run, echo;
};

static const struct opt options[] = {
	{ "dry-run", 0, OPT_FLAG, offsetof(struct settings, dry_run), NULL, NULL,
	  "say what would be deleted, and delete nothing" },
	{ "echo", 0, OPT_FLAG, offsetof(struct settings, echo), NULL, NULL,
	  "show the entry that is deleted" },
	{ .name = NULL },
};

static int take_key(const struct session *session, struct entry_words *ret_words,
		    struct key_words *ret, struct err *err)
{
	const struct map *map = session->maps[0];
	int r = entry_delete_check(map, err);

	if (!r)
		r = entry_words_split(map_called(map), session->argc, session->argv, ENTRY_KEY,
				      ret_words, err);
	if (!r)
		r = key_words_take(session, map, &ret_words->key, ret, err);
	if (!r)
		r = key_words_needed(map, ret, "delete", err);
	return r;
}

static int foresee(const struct session *session, const struct echo *echo, struct err *err)
{
	int r = entry_delete_foresee(echo->map, echo->key->bytes, echo->error, err);

	if (!r)
		echo_change(session, echo, &(struct change){ .action = "delete" });
	return r;
}

/* What is shown is what was deleted, where the kernel does both at once. */
static int delete_and_echo(const struct session *session, struct echo *echo, struct err *err)
{
	const struct map *map = echo->map;
	bool at_once = map->type->can & MAP_TAKE && map->type->value == VALUE_BYTES;
	void *value;
	int r;

	if (at_once)
		r = entry_pop(map, echo->key->bytes, &value, err);
	else
		r = entry_delete(map, echo->key->bytes, err);
	if (r)
		return r;
	if (at_once) {
		free(echo->value);
		echo->value = value;
		echo->error = 0;
	}
	echo_entry(session, echo);
	return 0;
}

static int run(const struct session *session, const void *data, struct err *err)
{
	const struct settings *settings = data;
	const struct map *map = session->maps[0];
	_cleanup_key_words_ struct key_words key = KEY_WORDS;
	_cleanup_(echo_done) struct echo echo = { 0 };
	struct entry_words words;
	int r = take_key(session, &words, &key, err);

	if (!r && (settings->echo || settings->dry_run)) {
		session_name_values(session, session->maps[0]);
		r = echo_read(map, &key, false, &echo, err);
	}
	if (r)
		return r;
	if (settings->dry_run)
		r = foresee(session, &echo, err);
	else if (settings->echo)
		r = delete_and_echo(session, &echo, err);
	else
		r = entry_delete(map, key.bytes, err);
	return r == -ERR_NO ? key_words_no(map, &words.key, false, err) : r;
}

extern const struct command cmd_delete;
const struct command cmd_delete = {
	.name = "delete",
	.synopsis = "key KEY",
	.summary = "delete an entry",
	.takes = TAKES_MAP,
	.flags = COMMAND_TYPES | COMMAND_DATA | COMMAND_WRITES,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
	.complete_entry = complete_data,
	.entry = ENTRY_KEY,
};
