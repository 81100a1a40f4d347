/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/entry_words.h"
#include "cmd/lookup.h"
#include "entry/entry_writer.h"
#include "map/map.h"
#include "words/complete_data.h"

/* lookup shows how far a ring has come, which is not what is at its head. */
static int run(const struct session *session, const void *settings, struct err *err)
{
	const struct map *map = session->maps[0];

	if (map->type->value == VALUE_RECORDS)
		return err_set(err, ERR_USAGE,
			       "%s: 'mapctl events -c 1' shows the first record of a %s, and takes "
			       "nothing out",
			       map_called(map), map->type->name);
	return lookup_run(session, settings, err);
}

extern const struct command cmd_peek;
const struct command cmd_peek = {
	.name = "peek",
	.synopsis = "[key KEY]",
	.summary = "show the head of a queue or the top of a stack",
	.takes = TAKES_MAP,
	.flags = COMMAND_TYPES | COMMAND_DATA | COMMAND_VALUES,
	.options = lookup_options,
	.settings_size = sizeof(struct entry_options),
	.run = run,
	.complete_entry = complete_data,
	.entry = ENTRY_KEY,
};
