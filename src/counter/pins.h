/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The directory of one counter's pins, and who may change it now. */
#ifndef COUNTER_PINS_H
#define COUNTER_PINS_H

#include <stdbool.h>

#include "base/err.h"

struct counter;

#define PIN_LINK "link"

/* ROOT, ROOT/NAME or ROOT/NAME/PIN with what is not NULL; the caller frees it. */
char *pins_path(const char *root, const struct counter *counter, const char *pin);

/* err_sys() of path, which is below a root; where that is not permitted, with who may. */
int pins_refused(const char *path, struct err *err);

/* ERR_SYSTEM, with the command that mends it, when no bpffs is mounted above root. */
int pins_check_mount(const char *root, struct err *err);

/*
 * Waits for the one process that changes pins below root, but not for ever
 * (ERR_SYSTEM), and keeps others out until the caller closes *ret.  Where root is missing it is
 * made, or the answer is ERR_NO.
 */
int pins_lock(const char *root, bool make, int *ret, struct err *err);

/* What lies in the counter's directory. */
enum pins_there {
	PINS_NONE,
	PINS_FOREIGN, /* what somebody else has pinned, and nothing of the counter's own */
	PINS_OWN,
};
enum pins_there pins_look(const char *root, const struct counter *counter);

/*
 * Removes the counter's own pins, the link first, and the directory.
 * ERR_PARTIAL where the directory stays, as it has what is not the counter's.
 */
int pins_remove(const char *root, const struct counter *counter, struct err *err);

#endif
