/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* update under the names that it has for maps without keys. */
#include "cmd/update.h"
#include "words/complete_data.h"

#define PUSH(word, text)                                                                      \
	{                                                                                     \
		.name = (word), .synopsis = "value VALUE [exist]", .summary = (text),         \
		.notes = "  exist: where it is full, drop what has been there for longest\n", \
		.takes = TAKES_MAP, .flags = COMMAND_TYPES | COMMAND_DATA | COMMAND_WRITES,   \
		.options = update_options, .settings_size = sizeof(struct update_settings),   \
		.run = update_run, .complete_entry = complete_data,                           \
		.entry = ENTRY_VALUE | ENTRY_MODE,                                            \
	}

extern const struct command cmd_push, cmd_enqueue;
const struct command cmd_push = PUSH("push", "put a value into a queue, stack or bloom filter");
const struct command cmd_enqueue = PUSH("enqueue", "the same as push");
