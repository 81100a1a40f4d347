/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The formats, one file each; writer.c lists them. */
#ifndef OUTPUT_FORMATS_H
#define OUTPUT_FORMATS_H

#include "output/writer.h"

extern const struct writer_format text_format;
extern const struct writer_format json_format;
extern const struct writer_format jsonl_format;
extern const struct writer_format hex_format;
extern const struct writer_format bpftool_format;

#endif
