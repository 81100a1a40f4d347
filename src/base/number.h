/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Numbers as people type them: decimal or 0x hexadecimal, whole words only.
 * 010 is 8 to some and 10 to others, and so no number; 00 and 07 are.
 */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* 0, -EINVAL when word is not a number, -ERANGE when it is above max. */
int number_u64(const char *word, uint64_t max, uint64_t *ret);
int number_u32(const char *word, uint32_t *ret);

/* The same, times 1024 where k or K stands behind it, 1024² for M, 1024³ for G. */
int number_scaled(const char *word, uint64_t max, uint64_t *ret);

/* True for digits, - in front or not, that are no number for the zero that they begin with. */
bool number_could_be_octal(const char *word);

/* What messages say of it, behind the word. */
#define NUMBER_OCTAL "begins with 0 and could be octal: write it without, or as 0x"

/* True for one decimal digit or more and nothing else. */
bool number_is_digits(const char *word);

#endif
