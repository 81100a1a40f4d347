/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Memory for people: sixteen bytes a line, in hexadecimal and as text. */
#ifndef CMD_HEXDUMP_H
#define CMD_HEXDUMP_H

#include <stddef.h>

struct stream;

/* Lines like those of hexdump -C: of equal ones in a row the first, and "*" for the rest. */
void hexdump_write(struct stream *out, const void *bytes, size_t n);

#endif
