/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A batch under way: its lines one after another, and what has become of them. */
#ifndef CMD_BATCH_RUN_H
#define CMD_BATCH_RUN_H

#include <stdbool.h>
#include <stdint.h>

#include "cli/kept_maps.h"
#include "cmd/batch_lines.h"
#include "cmd/batch_repeat.h"

struct entry_queue;
struct session;

struct batch_settings {
	bool keep_going;
	bool dry_run;
};

struct batch {
	const struct session *session;
	const struct batch_settings *settings;
	struct batch_lines lines;
	struct batch_words words;
	struct batch_repeat repeat;
	struct kept_maps kept;
	struct entry_queue *queue;
	bool is_json; /* one document, an element a command */
	bool is_over; /* a line has ended it: what still waits stays undone */
	uint64_t n_commands, n_failed;
	uint64_t first_line; /* of the first command; 0: none yet */
};

/*
 * Runs every command of lines, until one fails, or to the end with
 * settings->keep_going, which prints each error itself.  The error that
 * ended it says the line; it is ERR_PARTIAL unless that was the first.
 * n_commands counts those that were tried.
 */
int batch_run(struct batch *batch, struct err *err);

/* The words of one command: opens what it takes, runs it, or lets its update wait in the queue. */
int batch_command(struct batch *batch, struct err *err);

#endif
