/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A growable run of bytes, always followed by a NUL that len does not count. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>

struct buf {
	char *data; /* NULL while empty and never grown */
	size_t len, cap;
};

void buf_add(struct buf *buf, const void *bytes, size_t n);
void buf_puts(struct buf *buf, const char *s);
void buf_printf(struct buf *buf, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Forgets the content, keeps the memory. */
void buf_clear(struct buf *buf);

/* The content as a C string: "" when nothing was ever added. */
const char *buf_str(const struct buf *buf);

/* Frees the memory and leaves an empty buf. */
void buf_done(struct buf *buf);

#endif
