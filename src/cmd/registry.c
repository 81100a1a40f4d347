/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/registry.h"

#include <stddef.h>

extern const struct command cmd_completion, cmd_counter, cmd_dump, cmd_getnext, cmd_help, cmd_list,
	cmd_lookup, cmd_schema, cmd_show;

const struct command *const commands[] = {
	&cmd_list,   &cmd_show,	   &cmd_dump,	    &cmd_lookup, &cmd_getnext,
	&cmd_schema, &cmd_counter, &cmd_completion, &cmd_help,	 NULL,
};
