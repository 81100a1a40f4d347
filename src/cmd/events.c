/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "events/events.h"

#include "cli/command.h"
#include "cli/session.h"
#include "entry/records.h"
#include "map/map.h"

#define AT(member) offsetof(struct events_settings, member)

static const struct opt options[] = {
	{ "type", 0, OPT_WORD, AT(type), "TYPE", NULL,
	  "take records for this: a type in C, or a name in --btf" },
	{ "count", 'c', OPT_COUNT, AT(count), "N", NULL, "end after N records" },
	{ "timeout", 0, OPT_WORD, AT(timeout), "TIME", NULL,
	  "end after TIME; 0: when what is there now has been shown" },
	{ "consume", 0, OPT_FLAG, AT(consume), NULL, NULL,
	  "take records out, which makes room for new ones" },
	{ "steal", 0, OPT_FLAG, AT(steal), NULL, NULL,
	  "read even if another process may be reading, which then misses records" },
	{ "tail", 0, OPT_FLAG, AT(tail), NULL, NULL,
	  "only new records, not those that are waiting" },
	{ .name = NULL },
};

static int read_into(const struct session *session, const struct events_settings *settings,
		     struct record_sink *sink, struct err *err)
{
	const struct perf_choice all = { .cpu = -1 };

	if (session->maps[0]->type->value == VALUE_EVENT)
		return events_perf(session, settings, &all, sink, err);
	return events_ring(session, settings, sink, err);
}

static int check_map(const struct map *map, const struct events_settings *settings, struct err *err)
{
	if (map->type->value == VALUE_EVENT)
		return 0;
	if (map->type->value == VALUE_RECORDS)
		return events_ring_check(map, settings, err);
	return err_set(err, ERR_USAGE,
		       "%s: a %s has no records; ring buffers and perf event arrays do",
		       map_called(map), map->type->name);
}

static int run(const struct session *session, const void *settings, struct err *err)
{
	const struct events_settings *events = settings;
	const struct map *map = session->maps[0];
	struct record_sink *sink = NULL;
	struct events_end end;
	int r = events_end_parse(events, &end, err);

	if (!r)
		r = check_map(map, events, err);
	if (!r)
		r = records_open(session, events, &sink, err);
	if (r)
		return r;
	r = read_into(session, events, sink, err);
	return records_close(sink, r, err);
}

extern const struct command cmd_events;
const struct command cmd_events = {
	.name = "events",
	.heading = "Follow",
	.summary = "show the records of a ring buffer or a perf event array as they come",
	.takes = TAKES_MAP,
	.flags = COMMAND_TYPES | COMMAND_RECORDS | COMMAND_OWN_LINE,
	.options = options,
	.settings_size = sizeof(struct events_settings),
	.run = run,
};
