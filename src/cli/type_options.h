/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The options of every command that reads or writes by types. */
#ifndef CLI_TYPE_OPTIONS_H
#define CLI_TYPE_OPTIONS_H

#include "cli/option.h"

/* Rows for a struct type_settings. */
extern const struct opt type_options[];

#endif
