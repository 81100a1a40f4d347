/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Numbers as digits, without the cost of printf.  Each function writes at to,
 * without a NUL, and returns the end of what it wrote.
 */
#ifndef OUTPUT_DIGITS_H
#define OUTPUT_DIGITS_H

#include <stddef.h>
#include <stdint.h>

/* Room for any 64-bit number: a sign and 20 digits, rounded up. */
#define DIGITS_MAX 24

char *digits_u64(char *to, uint64_t value);
char *digits_s64(char *to, int64_t value);

/* Lower case, no 0x, no leading zeros. */
char *digits_hex_u64(char *to, uint64_t value);

/* Two lower-case hex digits a byte: 2 * n characters. */
char *digits_hex_bytes(char *to, const void *bytes, size_t n);

/* The same with a space between two bytes: 3 * n - 1 characters, none for n 0. */
char *digits_hex_spaced(char *to, const void *bytes, size_t n);

#endif
