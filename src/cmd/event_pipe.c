/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <limits.h>
#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "base/number.h"
#include "cli/command.h"
#include "events/event_pipe_sink.h"
#include "events/events.h"
#include "map/map.h"

struct settings {
	bool steal;
};

static const struct opt options[] = {
	{ "steal", 0, OPT_FLAG, offsetof(struct settings, steal), NULL, NULL,
	  "take slots away from their readers" },
	{ .name = NULL },
};

enum { CPU, INDEX, WORDS };
static const char *const words[WORDS] = { "cpu", "index" };
static const uint32_t max[WORDS] = { INT_MAX, UINT32_MAX };

static int find(const char *word)
{
	for (int i = 0; i < WORDS; i++)
		if (!strcmp(word, words[i]))
			return i;
	return -1;
}

static int take_word(int n, char *const *argv, bool *is_given, uint64_t *number, struct err *err)
{
	int i = find(argv[0]);

	if (i < 0)
		return err_set(err, ERR_USAGE, "event_pipe: there is no '%s', only 'cpu N index M'",
			       argv[0]);
	if (is_given[i])
		return err_set(err, ERR_USAGE, "event_pipe: '%s' is given twice", argv[0]);
	if (n < 2)
		return err_set(err, ERR_USAGE, "event_pipe: %s: which?", argv[0]);
	if (number_u64(argv[1], max[i], &number[i]))
		return err_set(err, ERR_USAGE, "event_pipe: %s: '%s' is no number: 0 to %u",
			       argv[0], argv[1], max[i]);
	is_given[i] = true;
	return 0;
}

static int parse(int n, char *const *argv, struct perf_choice *ret, struct err *err)
{
	bool is_given[WORDS] = { false };
	uint64_t number[WORDS] = { 0 };
	int r = 0;

	*ret = (struct perf_choice){ .cpu = -1 };
	for (int i = 0; !r && i < n; i += 2)
		r = take_word(n - i, argv + i, is_given, number, err);
	if (r)
		return r;
	if (is_given[CPU] != is_given[INDEX])
		return err_set(err, ERR_USAGE,
			       "event_pipe: 'cpu N' and 'index M' are given both or neither");
	if (is_given[CPU])
		*ret = (struct perf_choice){ (int)number[CPU], (uint32_t)number[INDEX] };
	return 0;
}

static int run(const struct session *session, const void *settings_of_command, struct err *err)
{
	const struct settings *settings = settings_of_command;
	const struct events_settings events = { .steal = settings->steal };
	const struct map *map = session->maps[0];
	struct event_pipe_sink sink;
	struct perf_choice choice;
	int r;

	if (map->type->value != VALUE_EVENT)
		return err_set(err, ERR_USAGE, "%s is no perf event array, but of type %s%s",
			       map_called(map), map->type->name,
			       map->type->value == VALUE_RECORDS
				       ? "; 'mapctl events' reads its records"
				       : "");
	r = parse(session->argc, session->argv, &choice, err);
	if (r)
		return r;
	event_pipe_sink_open(&sink, session);
	r = events_perf(session, &events, &choice, &sink.sink, err);
	if (!r || sink.is_begun)
		event_pipe_sink_end(&sink);
	return r;
}

static void complete(int n, char *const *argv, struct buf *ret)
{
	if (n % 2)
		return;
	for (int i = 0; i < WORDS; i++) {
		bool is_given = false;

		for (int at = 0; at < n; at += 2)
			is_given |= find(argv[at]) == i;
		if (!is_given)
			buf_printf(ret, "%s\n", words[i]);
	}
}

extern const struct command cmd_event_pipe;
const struct command cmd_event_pipe = {
	.name = "event_pipe",
	.synopsis = "[cpu N index M]",
	.summary = "show raw records of a perf event array as they come",
	.notes = "  cpu N index M: only the records that programs on CPU N send to slot M\n",
	.takes = TAKES_MAP,
	.flags = COMMAND_WORDS | COMMAND_OWN_LINE,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
	.complete = complete,
};
