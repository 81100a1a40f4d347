/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The options of every command that reads or writes by types. */
#ifndef CLI_TYPE_OPTIONS_H
#define CLI_TYPE_OPTIONS_H

#include "cli/option.h"

struct command;

/* Rows for a struct type_settings. */
extern const struct opt type_options[];

/* Those that mean something to command: records have no keys.  NULL: none. */
const struct opt *type_options_of(const struct command *command);

#endif
