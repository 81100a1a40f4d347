/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void buf_room(struct buf *buf, size_t n)
{
	size_t want = buf->cap ? buf->cap : 64;

	if (n >= SIZE_MAX / 4 - buf->len)
		abort();
	while (want < buf->len + n + 1)
		want *= 2;
	if (want == buf->cap)
		return;
	buf->data = realloc(buf->data, want);
	if (!buf->data)
		abort();
	buf->cap = want;
}

void buf_add(struct buf *buf, const void *bytes, size_t n)
{
	buf_room(buf, n);
	if (n)
		memcpy(buf->data + buf->len, bytes, n);
	buf->len += n;
	buf->data[buf->len] = '\0';
}

void buf_puts(struct buf *buf, const char *s)
{
	buf_add(buf, s, strlen(s));
}

void buf_printf(struct buf *buf, const char *fmt, ...)
{
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		abort();
	buf_room(buf, (size_t)n);
	va_start(ap, fmt);
	vsnprintf(buf->data + buf->len, (size_t)n + 1, fmt, ap);
	va_end(ap);
	buf->len += (size_t)n;
}

void buf_clear(struct buf *buf)
{
	buf->len = 0;
	if (buf->data)
		buf->data[0] = '\0';
}

const char *buf_str(const struct buf *buf)
{
	return buf->data ? buf->data : "";
}

void buf_done(struct buf *buf)
{
	free(buf->data);
	memset(buf, 0, sizeof(*buf));
}
