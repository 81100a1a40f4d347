/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What --dry-run says of a map that would be made. */
#ifndef CMD_SHAPE_WRITER_H
#define CMD_SHAPE_WRITER_H

struct map_shape;
struct writer;

/* One record of a document that the caller starts and finishes. */
void shape_write(const char *path, const struct map_shape *shape, struct writer *out);

#endif
