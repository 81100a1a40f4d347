/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* UTF-8, one character at a time, from bytes that may be anything. */
#ifndef OUTPUT_UTF8_H
#define OUTPUT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The length (1 to 4) of the well-formed character at bytes, of which there
 * are len ≥ 1, and its code point; 0 where there is none: a stray or missing
 * continuation, an overlong form, a surrogate, above U+10FFFF.
 */
size_t utf8_decode(const unsigned char *bytes, size_t len, uint32_t *ret);

/*
 * True for what may do something to a terminal or a reader instead of being
 * seen: controls, DEL, C1, bidi controls, line separators, the byte order mark.
 */
bool utf8_is_unsafe(uint32_t code);

/* Terminal columns of a character: 0 (combining), 1 or 2 (East Asian wide, emoji). */
unsigned int utf8_width(uint32_t code);

#endif
