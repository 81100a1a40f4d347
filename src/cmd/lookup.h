/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What lookup and peek have in common: everything but their names. */
#ifndef CMD_LOOKUP_H
#define CMD_LOOKUP_H

#include "cli/command.h"

extern const struct opt lookup_options[]; /* of struct entry_options */
int lookup_run(const struct session *session, const void *settings, struct err *err);

#endif
