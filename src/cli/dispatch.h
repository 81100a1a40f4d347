/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* From the words of one command line to its exit status. */
#ifndef CLI_DISPATCH_H
#define CLI_DISPATCH_H

#include "cli/command.h"

/* Parses, opens what the command takes, runs it, prints its error; returns the exit status. */
int dispatch(const struct command *const *commands, int n_words, char *const *words);

#endif
