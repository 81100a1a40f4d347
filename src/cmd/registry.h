/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Every command, in the order of the help; ended by NULL. */
#ifndef CMD_REGISTRY_H
#define CMD_REGISTRY_H

#include "cli/command.h"

extern const struct command *const commands[];

#endif
