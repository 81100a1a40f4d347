/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * One error, set where it happens, printed once, through cli/report.
 *
 * struct err is the last parameter of whatever can fail.  The three setters
 * return -code, so that a failing function ends in `return err_set(err, …)`.
 * A function that gets a negative code from below passes it on as it is, or
 * puts its own words in front with err_wrap().
 *
 * An ERR_NO whose message is empty is not printed: standard output has the
 * answer already.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stddef.h>

#define KERN_ENOTSUPP 524 /* include/linux/errno.h of the kernel; leaks from bpf(2) */

/* The exit statuses of mapctl(8); 0 is success. */
enum err_code {
	ERR_NO = 1,	 /* the answer is no: key or map absent */
	ERR_USAGE = 2,	 /* the command line, or the data on it, is wrong */
	ERR_SYSTEM = 3,	 /* the system refused */
	ERR_PARTIAL = 4, /* done in part; the message says what is missing */
	ERR_DENIED = 5,	 /* not permitted */
};

struct err {
	int code;
	char msg[512]; /* one line, no newline; may hold foreign bytes */
};

/*
 * Copies text into the size bytes of ret, at least 256.  Where it does not
 * fit, "..." stands for its middle: paths and names are in front, the reason is
 * at the end, and that is what must be read.  The three setters do so.
 */
void err_fit(char *ret, size_t size, const char *text);

/* Sets the message and the code; returns -code. */
int err_set(struct err *err, enum err_code code, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/*
 * As err_set(), from errno: ": " and its meaning are put behind the message.
 * EPERM and EACCES give ERR_DENIED, everything else ERR_SYSTEM.
 */
int err_sys(struct err *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Puts "…: " in front of the message that is there; returns -code. */
int err_wrap(struct err *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
