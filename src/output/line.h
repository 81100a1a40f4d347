/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * line: a value a line, in the words that commands take for one, quoted for a shell:
 *
 *	pid=1 comm="ls" stats.bytes=4096 list='[1,2]'
 *
 * A scalar without fields stands alone, raw memory is `hex 01 02`, arrays are JSON.  What the
 * shell makes of the line, and the encoder of that, is the value again (codec/encode.h), but for
 * padding and what has no words.
 *
 * It is no format that a user names: for streams of values in text.  Of a record's members those
 * with LOOK_CPU stand in front, as `cpu 0`; one more node is the value.
 */
#ifndef OUTPUT_LINE_H
#define OUTPUT_LINE_H

#include "output/writer.h"

extern const struct writer_format line_format;

#endif
