/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Numbers as people type them: decimal or 0x hexadecimal, whole words only, no octal. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* 0, -EINVAL when word is not a number, -ERANGE when it is above max. */
int number_u64(const char *word, uint64_t max, uint64_t *ret);
int number_u32(const char *word, uint32_t *ret);

/* True for one decimal digit or more and nothing else. */
bool number_is_digits(const char *word);

#endif
