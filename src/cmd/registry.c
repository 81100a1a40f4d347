/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/registry.h"

#include <stddef.h>

extern const struct command cmd_batch, cmd_completion, cmd_counter, cmd_create, cmd_delete,
	cmd_dequeue, cmd_doctor, cmd_dump, cmd_enqueue, cmd_event_pipe, cmd_events, cmd_flush,
	cmd_freeze, cmd_getnext, cmd_help, cmd_list, cmd_lookup, cmd_peek, cmd_pin, cmd_pop,
	cmd_push, cmd_schema, cmd_show, cmd_types, cmd_unpin, cmd_update;

const struct command *const commands[] = {
	/* see */
	&cmd_list, &cmd_show, &cmd_dump, &cmd_lookup, &cmd_getnext, &cmd_peek, &cmd_schema,
	&cmd_types, &cmd_doctor,
	/* change */
	&cmd_create, &cmd_update, &cmd_delete, &cmd_flush, &cmd_push, &cmd_enqueue, &cmd_pop,
	&cmd_dequeue, &cmd_freeze, &cmd_pin, &cmd_unpin,
	/* follow */
	&cmd_events, &cmd_event_pipe,
	/* count */
	&cmd_counter,
	/* script */
	&cmd_batch, &cmd_completion, &cmd_help, NULL
};
