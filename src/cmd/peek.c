/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/entry_words.h"
#include "cmd/lookup.h"
#include "entry/entry_writer.h"
#include "words/complete_data.h"

extern const struct command cmd_peek;
const struct command cmd_peek = {
	.name = "peek",
	.synopsis = "[key KEY]",
	.summary = "show the head of a queue or the top of a stack",
	.takes = TAKES_MAP,
	.flags = COMMAND_TYPES | COMMAND_DATA | COMMAND_VALUES,
	.options = lookup_options,
	.settings_size = sizeof(struct entry_options),
	.run = lookup_run,
	.complete_entry = complete_data,
	.entry = ENTRY_KEY,
};
