/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What a command runs in: its maps, its options, the format that it writes. */
#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct command;
struct entry_queue;
struct globals;
struct invocation;
struct kept_maps;
struct map;
struct stream;
struct type_settings;
struct writer;

struct session {
	const struct globals *globals;
	const struct type_settings *types;     /* of a command with COMMAND_TYPES */
	const struct command *const *commands; /* the whole table, for help and completion */
	struct stream *stream;		       /* standard output, borrowed */
	uint64_t begun;			       /* where on stream the session began */
	struct writer *out; /* the format that was asked for, on stream; not started */
	struct map **maps;  /* NULL and 0 when none was named */
	size_t n_maps;
	bool is_kept; /* the one map belongs to kept */
	int argc;     /* the words behind the map */
	char *const *argv;

	/* Of a batch, for all of its lines; NULL outside one. */
	struct kept_maps *kept;	   /* maps that are open already */
	struct entry_queue *queue; /* where updates may wait */
};

/*
 * A session for the invocation, which it borrows, as it does stream; session_close()
 * ends it.  level: as of writer_options.
 */
void session_open(const struct command *const *commands, const struct invocation *invocation,
		  struct stream *stream, unsigned int level, struct session *ret);

/* Opens what the command takes, runs it, and closes that again.  As the command's run(). */
int session_run(struct session *session, const struct invocation *invocation, struct err *err);

void session_close(struct session *session);

/*
 * For run() of a reading command: everything it needs is open, so privileges
 * go.  In a batch they stay, for the lines behind.
 */
int session_sandbox(const struct session *session, struct err *err);

/*
 * Reads the names of what the map's values stand for, once, before privileges go: of a
 * command without COMMAND_VALUES that shows some after all.
 */
void session_name_values(const struct session *session, struct map *map);

/* Notes for people, on stderr: why a map's types are not used, and the like. */
void session_note(const struct session *session, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

#endif
