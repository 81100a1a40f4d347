/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/update.h"

#include <errno.h>
#include <string.h>

#include <linux/bpf.h>

#include "base/buf.h"
#include "cmd/echo.h"
#include "entry/change.h"
#include "entry/change_writer.h"
#include "entry/queue.h"
#include "map/map.h"
#include "words/complete_data.h"
#include "words/var_words.h"

const struct opt update_options[] = {
	{ "dry-run", 0, OPT_FLAG, offsetof(struct update_settings, dry_run), NULL, NULL,
	  "say what would change, and change nothing" },
	{ "echo", 0, OPT_FLAG, offsetof(struct update_settings, echo), NULL, NULL,
	  "show the entry as it was before" },
	{ .name = NULL },
};

static const char *action_of(const struct map *map, int old)
{
	if (map->type->key == KEY_NONE)
		return "push";
	if (!old)
		return "replace";
	return old == -ENOENT ? "insert" : "update";
}

/* Where a value is the number of an open file its bytes say nothing. */
static void spell_words(const struct word_run *run, struct buf *ret)
{
	for (int i = 0; i < run->n; i++)
		buf_printf(ret, "%s%s", i ? " " : "", run->words[i]);
}

static int foresee(const struct session *session, const struct update *update,
		   const struct entry_words *words, const struct echo *echo, struct err *err)
{
	const struct map *map = update->map;
	_cleanup_(buf_done) struct buf typed = { 0 };
	int r = entry_update_foresee(map, update->key.bytes, update->mode, echo->error, err);

	if (r == -ERR_NO)
		return key_words_no(map, &words->key, update->mode == BPF_NOEXIST, err);
	if (r)
		return r;
	if (update->value.held.n)
		spell_words(&words->value, &typed);
	echo_change(session, echo,
		    &(struct change){
			    .action = action_of(map, echo->error),
			    .new_value = update->value.bytes,
			    .new_words = typed.len ? buf_str(&typed) : NULL,
		    });
	return 0;
}

/* Everything but the plain writing. */
static int write_with_old(const struct session *session, const struct update *update,
			  const struct entry_words *words, const struct update_settings *settings,
			  struct err *err)
{
	const struct map *map = update->map;
	_cleanup_(echo_done) struct echo echo = { 0 };
	bool is_new = map->type->key == KEY_NONE;
	int r;

	if (is_new && !settings->dry_run)
		return err_set(err, ERR_USAGE,
			       "%s: --echo: type %s has no keys, and so no old entry",
			       map_called(map), map->type->name);
	session_name_values(session, session->maps[0]);
	r = echo_read(map, &update->key, is_new, &echo, err);
	if (r)
		return r;
	if (settings->dry_run)
		return foresee(session, update, words, &echo, err);
	r = update_write(update, words, err);
	if (!r)
		echo_entry(session, &echo);
	return r;
}

/* In a batch: what this one reads, or is written past, is to have what waits before it. */
static int drain_before(const struct session *session, const struct entry_words *words,
			const struct update_settings *settings, struct err *err)
{
	const struct map *map = session->maps[0];
	bool waits = entry_queue_takes(map, words->mode) && !update_reads(map, words) &&
		     !words->var.n && !settings->echo && !settings->dry_run;

	return !session->queue || waits ? 0 : entry_queue_drain(session->queue, err);
}

static int write_or_wait(const struct session *session, const struct update *update,
			 const struct entry_words *words, struct err *err)
{
	if (!session->queue || !entry_queue_takes(update->map, update->mode))
		return update_write(update, words, err);
	return entry_queue_put(session->queue, update->map, update->key.bytes, update->value.bytes,
			       update->lock, err);
}

int update_run(const struct session *session, const void *data, struct err *err)
{
	const struct update_settings *settings = data;
	_cleanup_update_ struct update update = { .key = KEY_WORDS };
	struct entry_words words;
	int r = entry_words_split(map_called(session->maps[0]), session->argc, session->argv,
				  ENTRY_KEY | ENTRY_VALUE | ENTRY_VAR | ENTRY_SET | ENTRY_MODE,
				  &words, err);

	if (!r)
		r = drain_before(session, &words, settings, err);
	if (!r && words.var.n)
		return var_words_change(session, &words, settings->echo, settings->dry_run, err);
	if (!r)
		r = update_prepare(session, &words, &update, err);
	if (r)
		return r;
	if (settings->echo || settings->dry_run)
		return write_with_old(session, &update, &words, settings, err);
	return write_or_wait(session, &update, &words, err);
}

extern const struct command cmd_update;
const struct command cmd_update = {
	.name = "update",
	.synopsis = "[key KEY | var NAME] [value VALUE | set FIELD=V...] [any|exist|noexist] "
		    "[lock]",
	.notes = "  var NAME: a global variable, in the map of a program's .data or .bss\n"
		 "  set: read the entry, change these fields, write it back: not in one step\n"
		 "  any: write in any case; exist: over an entry only; noexist: a new one only\n"
		 "  lock: under the bpf_spin_lock that is in the value\n",
	.summary = "write an entry, or change some of its fields",
	.takes = TAKES_MAP,
	.flags = COMMAND_TYPES | COMMAND_DATA | COMMAND_WRITES | COMMAND_QUEUES,
	.options = update_options,
	.settings_size = sizeof(struct update_settings),
	.run = update_run,
	.complete_entry = complete_data,
	.entry = ENTRY_KEY | ENTRY_VALUE | ENTRY_VAR | ENTRY_SET | ENTRY_MODE,
};
