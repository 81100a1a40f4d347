/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Numbers that C's own types do not reach. */
#ifndef CODEC_WIDE_H
#define CODEC_WIDE_H

#include <stdbool.h>
#include <stdint.h>

#include "codec/bits.h"

/* 128-bit integers in the host's byte order. */
struct wide wide_load(const uint8_t *p);
void wide_store(uint8_t *p, struct wide value);
struct wide wide_add(struct wide a, struct wide b);

/* The number that the low bits 1..128 mean as a signed one, in two's complement of 128. */
struct wide wide_signed(struct wide value, unsigned int bits);

/* In decimal, with a sign and a NUL. */
#define WIDE_SPELLED 48
void wide_spell(struct wide value, bool is_signed, char spelled[WIDE_SPELLED]);

/* IEEE half precision, rounded to the nearest even. */
double half_load(const uint8_t *p);
void half_store(uint8_t *p, double value);

/*
 * A long double of 12 or 16 bytes.  Whatever the bytes are, the value is one
 * that the C library can print: encodings that are none read as NaN.
 */
long double long_double_load(const uint8_t *p, unsigned int size);
void long_double_store(uint8_t *p, unsigned int size, long double value);

/* The shortest decimal, valid in JSON, that brings a finite value back; never an integer ("5.0").
 */
#define LONG_DOUBLE_SPELLED 64
void long_double_spell(long double value, char spelled[LONG_DOUBLE_SPELLED]);

#endif
