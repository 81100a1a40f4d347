/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* `push` of a record into a user ring buffer. */
#ifndef CMD_PUSH_RECORD_H
#define CMD_PUSH_RECORD_H

#include <stdbool.h>

#include "base/err.h"
#include "cmd/update.h"

struct session;

struct push_settings {
	struct update_settings update;
	const char *type; /* of the record: C, or a name; NULL: it is looked for */
	bool steal;	  /* even where somebody else may write */
};

/* The session's one map is a user ring buffer. */
int push_record(const struct session *session, const struct push_settings *settings,
		struct err *err);

#endif
