/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Floating-point numbers as the shortest decimal that brings them back. */
#ifndef OUTPUT_REAL_H
#define OUTPUT_REAL_H

#define REAL_MAX 40

/*
 * Spells a finite value at to, which has REAL_MAX bytes, without a NUL, and
 * returns the end.  digits is how many significant ones are needed at most:
 * 5 bring back a half, 9 a float, 17 a double.  There is always a point or an
 * exponent ("5.0"), and the point is one whatever the locale.
 */
char *real_spell(char *to, double value, int digits);

#endif
