/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Help, written by the tables that the parser reads. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/command.h"

/* Of one command, or of mapctl as a whole with NULL; always 0. */
int help_print(const struct session *session, const struct command *command);

/* mapctl's version and libbpf's; always 0. */
int help_version(const struct session *session);

#endif
