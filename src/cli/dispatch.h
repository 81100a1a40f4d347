/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* From the words of one command line to its exit status. */
#ifndef CLI_DISPATCH_H
#define CLI_DISPATCH_H

#include "cli/command.h"

/* Parses, opens what the command takes, runs it, prints its error; returns the exit status. */
int dispatch(const struct command *const *commands, int n_words, char *const *words);

/* For run() of a reading command: everything it needs is open, so privileges go. */
int session_sandbox(const struct session *session, struct err *err);

/* Notes for people, on stderr: why a map's types are not used, and the like. */
void session_note(const struct session *session, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

#endif
