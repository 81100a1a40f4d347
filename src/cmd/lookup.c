/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "base/alloc.h"
#include "cli/command.h"
#include "cmd/lookup.h"
#include "cmd/lookup_memory.h"
#include "codec/words.h"
#include "entry/entry_writer.h"
#include "entry/lookup.h"
#include "map/map.h"
#include "output/writer.h"
#include "words/complete_data.h"
#include "words/key_words.h"
#include "words/value_words.h"
#include "words/var_words.h"

const struct opt lookup_options[] = {
	{ "sum", 0, OPT_FLAG, offsetof(struct entry_options, sum), NULL, NULL,
	  "add up the values of all CPUs" },
	{ "hex", 0, OPT_FLAG, offsetof(struct entry_options, hex), NULL, NULL,
	  "show the bytes beside the decoded values" },
	{ .name = NULL },
};

static int check(const struct map *map, struct key_words *key, const void *settings,
		 struct err *err)
{
	if (!(map->type->can & MAP_LOOKUP))
		return err_set(err, ERR_USAGE, "%s: %s", map_called(map),
			       map->type->instead ? map->type->instead
						  : "the kernel does not let its values be read");
	key_words_default(map, key);
	if (key_words_needed(map, key, "lookup of", err))
		return -ERR_USAGE;
	return entry_options_check(settings, map, err);
}

static int look_up_key(const struct session *session, const struct entry_words *words,
		       const void *settings, struct err *err)
{
	const struct map *map = session->maps[0];
	struct entry_options wanted = *(const struct entry_options *)settings;
	_cleanup_key_words_ struct key_words key = KEY_WORDS;
	_cleanup_free_ void *value = NULL;
	struct writer *out = session->out;
	int r = key_words_take(session, map, &words->key, &key, err);

	if (!r)
		r = check(map, &key, settings, err);
	if (!r)
		r = session_sandbox(session, err);
	if (r)
		return r;
	r = entry_lookup(map, key.bytes, &value, err);
	if (r)
		return r == -ERR_NO ? key_words_no(map, &words->key, false, err) : r;
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

static int look_up_value(const struct session *session, const struct entry_words *words,
			 const struct entry_options *wanted, struct err *err)
{
	const struct map *map = session->maps[0];
	_cleanup_value_words_ struct value_words value = { 0 };
	char room[WORDS_WANTED_SIZE];
	int r = entry_options_check(wanted, map, err);

	if (!r && !words->value.n)
		r = err_set(err, ERR_USAGE, "%s: lookup of which value? 'value' and %s",
			    map_called(map),
			    words_wanted(map->value_plan, map->info.value_size, room));
	if (!r)
		r = value_words_take(session, map, &words->value, NULL, &value, err);
	if (!r)
		r = session_sandbox(session, err);
	if (!r)
		r = entry_test(map, value.bytes, err);
	if (r < 0)
		return r;
	answer(session, value.bytes, r, wanted->hex);
	/* Nothing more to say: the answer is on standard output. */
	return r ? 0 : err_set(err, ERR_NO, "%s", "");
}

static int look_up_var(const struct session *session, const struct entry_words *words,
		       const struct entry_options *wanted, struct err *err)
{
	if (words->key.n)
		return err_set(err, ERR_USAGE, "%s: 'key' or 'var', not both",
			       map_called(session->maps[0]));
	return var_words_show(session, &words->var, wanted->hex, err);
}

int lookup_run(const struct session *session, const void *settings, struct err *err)
{
	const struct map *map = session->maps[0];
	bool is_test = map->type->can & MAP_TEST;
	struct entry_words words;
	int r = entry_options_check(settings, map, err);

	if (!r && map->type->value == VALUE_RECORDS)
		return lookup_ring(session, err);
	if (!r && map->type->value == VALUE_PAGES)
		return lookup_arena(session, err);
	if (r)
		return r;
	r = entry_words_split(map_called(map), session->argc, session->argv,
			      is_test ? ENTRY_VALUE : ENTRY_KEY | ENTRY_VAR, &words, err);

	if (r)
		return r;
	if (words.var.n)
		return look_up_var(session, &words, settings, err);
	return is_test ? look_up_value(session, &words, settings, err)
		       : look_up_key(session, &words, settings, err);
}

extern const struct command cmd_lookup;
const struct command cmd_lookup = {
	.name = "lookup",
	.synopsis = "[key KEY | value VALUE | var NAME | page N]",
	.summary = "show the value of one key",
	.notes = "  value: of a bloom filter, whether it may be in there\n"
		 "  var NAME: a global variable, in the map of a program's .data, .bss or .rodata\n"
		 "  page N: of an arena\n"
		 "  Queues, stacks and ring buffers take none of these.\n",
	.takes = TAKES_MAP,
	.flags = COMMAND_TYPES | COMMAND_DATA | COMMAND_WORDS | COMMAND_VALUES,
	.options = lookup_options,
	.settings_size = sizeof(struct entry_options),
	.run = lookup_run,
	.complete_entry = complete_data,
	.entry = ENTRY_KEY | ENTRY_VALUE | ENTRY_VAR,
};
