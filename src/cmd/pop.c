/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <errno.h>

#include "cli/command.h"
#include "cmd/echo.h"
#include "entry/change.h"
#include "entry/change_writer.h"
#include "map/map.h"
#include "words/complete_data.h"
#include "words/key_words.h"

struct settings {
	bool dry_run;
};

static const struct opt options[] = {
	{ "dry-run", 0, OPT_FLAG, offsetof(struct settings, dry_run), NULL, NULL,
	  "say what would be taken out, and leave it there" },
	{ .name = NULL },
};

static int take_key(const struct session *session, struct entry_words *ret_words,
		    struct key_words *ret, struct err *err)
{
	const struct map *map = session->maps[0];
	int r = entry_words_split(map_called(map), session->argc, session->argv, ENTRY_KEY,
				  ret_words, err);

	if (!r)
		r = key_words_take(session, map, &ret_words->key, ret, err);
	if (!r)
		r = entry_pop_check(map, ret->bytes, err);
	return r;
}

static int foresee(const struct session *session, const struct key_words *key, struct err *err)
{
	_cleanup_(echo_done) struct echo echo = { 0 };
	int r = echo_read(session->maps[0], key, false, &echo, err);

	if (!r)
		r = entry_delete_foresee(echo.map, key->bytes, echo.error, err);
	if (!r)
		echo_change(session, &echo, &(struct change){ .action = "pop" });
	return r;
}

static int pop(const struct session *session, const struct key_words *key, struct err *err)
{
	_cleanup_(echo_done) struct echo echo = { .map = session->maps[0], .key = key };
	int r = entry_pop(echo.map, key->bytes, &echo.value, err);

	if (!r)
		echo_entry(session, &echo);
	return r;
}

static int run(const struct session *session, const void *data, struct err *err)
{
	const struct settings *settings = data;
	_cleanup_key_words_ struct key_words key = KEY_WORDS;
	struct entry_words words;
	int r = take_key(session, &words, &key, err);

	if (!r)
		r = settings->dry_run ? foresee(session, &key, err) : pop(session, &key, err);
	return r == -ERR_NO ? key_words_no(session->maps[0], &words.key, false, err) : r;
}

#define POP(word, text)                                                                         \
	{                                                                                       \
		.name = (word), .synopsis = "[key KEY]", .summary = (text), .takes = TAKES_MAP, \
		.flags = COMMAND_TYPES | COMMAND_DATA | COMMAND_WRITES | COMMAND_VALUES,        \
		.options = options, .settings_size = sizeof(struct settings), .run = run,       \
		.complete_entry = complete_data, .entry = ENTRY_KEY,                            \
	}

extern const struct command cmd_pop, cmd_dequeue;
const struct command cmd_pop = POP("pop", "take an entry out and show it");
const struct command cmd_dequeue = POP("dequeue", "the same as pop");
