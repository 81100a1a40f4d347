/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/report.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "output/escape.h"

/* One write, so that lines of several processes do not mix. */
static void put_line(struct buf *line)
{
	buf_add(line, "\n", 1);
	if (write(STDERR_FILENO, line->data, line->len) < 0)
		return; /* there is nobody left to tell */
}

void report_error(bool json, const struct err *err)
{
	struct buf line = { 0 };

	if (json) {
		buf_puts(&line, "{\"error\":\"");
		escape_json(&line, err->msg, strlen(err->msg));
		buf_printf(&line, "\",\"status\":%d}", err->code);
	} else {
		buf_puts(&line, "mapctl: ");
		escape_text(&line, err->msg, strlen(err->msg));
	}
	put_line(&line);
	buf_done(&line);
}

void report_note(bool json, const char *fmt, ...)
{
	struct buf line = { 0 };
	char msg[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(msg, sizeof(msg), fmt, ap);
	va_end(ap);
	if (json) {
		buf_puts(&line, "{\"note\":\"");
		escape_json(&line, msg, strlen(msg));
		buf_puts(&line, "\"}");
	} else {
		buf_puts(&line, "mapctl: note: ");
		escape_text(&line, msg, strlen(msg));
	}
	put_line(&line);
	buf_done(&line);
}
