/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Scalars as people read them, for the formats that are text: each adds to out. */
#ifndef OUTPUT_SPELL_H
#define OUTPUT_SPELL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;
struct label;

void spell_uint(struct buf *out, const struct label *label, uint64_t value);
void spell_sint(struct buf *out, const struct label *label, int64_t value);
void spell_real(struct buf *out, double value, int digits);

/* LOOK_CHAR: in double quotes, trailing NULs left out; else as it is, escaped. */
void spell_text(struct buf *out, const struct label *label, const void *bytes, size_t len);

/* Pairs of hex digits with a space between. */
void spell_bytes(struct buf *out, const void *bytes, size_t len);

/* "-", or why there is none in parentheses. */
void spell_null(struct buf *out, const char *why);

/* The name of a field, safe for a terminal. */
void spell_name(struct buf *out, const struct label *label);

#endif
