/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/command.h"

#include <string.h>

#include "base/nearest.h"

const struct command *command_find(const struct command *const *commands, const char *name)
{
	for (; *commands; commands++)
		if (!strcmp((*commands)->name, name))
			return *commands;
	return NULL;
}

const char *command_nearest(const struct command *const *commands, const char *typed)
{
	struct nearest nearest = NEAREST(typed);

	for (; *commands; commands++)
		nearest_offer(&nearest, (*commands)->name);
	return nearest.best;
}
