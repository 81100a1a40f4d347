/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#ifndef CMD_SHOW_OBJECT_H
#define CMD_SHOW_OBJECT_H

#include <stdbool.h>

#include "base/err.h"

struct session;

struct show_object {
	bool no_headings;
	bool exact; /* sizes in bytes, flags as a number */
};

/*
 * `show object FILE`, the session's words: the maps that an object file defines, as a table or as
 * a JSON array.
 */
int show_object(const struct session *session, const struct show_object *how, struct err *err);

#endif
