/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* update under the names that it has for maps without keys; and records for user ring buffers. */
#include "cmd/push_record.h"
#include "map/map.h"
#include "words/complete_data.h"

#define AT(member) offsetof(struct push_settings, member)

static const struct opt options[] = {
	{ "dry-run", 0, OPT_FLAG, AT(update.dry_run), NULL, NULL,
	  "say what would be put in, and change nothing" },
	{ "echo", 0, OPT_FLAG, AT(update.echo), NULL, NULL, "show the entry as it was before" },
	{ "type", 0, OPT_WORD, AT(type), "TYPE", NULL,
	  "of a user ring buffer: take the record for this, as --value-type" },
	{ "steal", 0, OPT_FLAG, AT(steal), NULL, NULL,
	  "of a user ring buffer: even where another process may write" },
	{ .name = NULL },
};

static int run(const struct session *session, const void *data, struct err *err)
{
	const struct push_settings *settings = data;
	const struct map *map = session->maps[0];

	if (map->type->can & MAP_RING_WRITE)
		return push_record(session, settings, err);
	if (settings->type || settings->steal)
		return err_set(err, ERR_USAGE, "%s: %s is for user ring buffers, not for type %s",
			       map_called(map), settings->type ? "--type" : "--steal",
			       map->type->name);
	return update_run(session, &settings->update, err);
}

#define PUSH(word, text)                                                                       \
	{                                                                                      \
		.name = (word), .synopsis = "value VALUE [exist]", .summary = (text),          \
		.notes = "  exist: where it is full, drop what has been there for longest\n",  \
		.takes = TAKES_MAP,                                                            \
		.flags = COMMAND_TYPES | COMMAND_DATA | COMMAND_WRITES | COMMAND_RECORDS,      \
		.options = options, .settings_size = sizeof(struct push_settings), .run = run, \
		.complete_entry = complete_data, .entry = ENTRY_VALUE | ENTRY_MODE,            \
	}

extern const struct command cmd_push, cmd_enqueue;
const struct command cmd_push = PUSH("push", "put a value into a queue, stack, bloom filter or "
					     "user ring buffer");
const struct command cmd_enqueue = PUSH("enqueue", "the same as push");
