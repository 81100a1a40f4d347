/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"

/* What stays of the front of a line that does not fit: enough to know a path by. */
#define FRONT_MAX 200

static bool is_inside_letter(const char *text)
{
	return ((unsigned char)*text & 0xc0) == 0x80;
}

void err_fit(char *ret, size_t size, const char *text)
{
	size_t n = strlen(text), front = FRONT_MAX, back;

	if (n < size) {
		memcpy(ret, text, n + 1);
		return;
	}
	back = n - (size - 1 - front - strlen("..."));
	for (int i = 0; i < 3 && is_inside_letter(text + front); i++)
		front--;
	for (int i = 0; i < 3 && is_inside_letter(text + back); i++)
		back++;
	snprintf(ret, size, "%.*s...%s", (int)front, text, text + back);
}

/* Takes over text. */
static int take(struct err *err, enum err_code code, char *text)
{
	err_fit(err->msg, sizeof(err->msg), text);
	free(text);
	err->code = code;
	return -(int)code;
}

int err_set(struct err *err, enum err_code code, const char *fmt, ...)
{
	va_list ap;
	char *text;

	va_start(ap, fmt);
	text = mem_vprintf(fmt, ap);
	va_end(ap);
	return take(err, code, text);
}

int err_sys(struct err *err, const char *fmt, ...)
{
	int saved = errno;
	const char *why = saved == KERN_ENOTSUPP ? "Operation not supported" : strerror(saved);
	_cleanup_free_ char *what = NULL;
	va_list ap;

	va_start(ap, fmt);
	what = mem_vprintf(fmt, ap);
	va_end(ap);
	return take(err, saved == EPERM || saved == EACCES ? ERR_DENIED : ERR_SYSTEM,
		    mem_printf("%s: %s", what, why));
}

int err_wrap(struct err *err, const char *fmt, ...)
{
	_cleanup_free_ char *what = NULL;
	va_list ap;

	va_start(ap, fmt);
	what = mem_vprintf(fmt, ap);
	va_end(ap);
	return take(err, (enum err_code)err->code, mem_printf("%s: %s", what, err->msg));
}
