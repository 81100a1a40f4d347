/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Keys of LPM tries as people write them: 10.0.0.0/8, 2001:db8::/32. */
#ifndef MAP_CIDR_H
#define MAP_CIDR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct btf;

/* "2001:…:255.255.255.255/128" and its NUL */
#define CIDR_MAX 52

/*
 * True when keys hold a prefix length and one IPv4 or IPv6 address and
 * nothing else: by their type, or where there is none (btf NULL, id 0) by their size.
 */
bool cidr_fits(const struct btf *btf, uint32_t key_type_id, uint32_t key_size);

/* Spells a key of key_size 8 or 20 bytes; false when its length is more than the address has. */
bool cidr_spell(const void *key, uint32_t key_size, char ret[static CIDR_MAX]);

/*
 * Puts into key (key_size 8 or 20 bytes) what word spells: ADDRESS/LENGTH, or an address alone,
 * which is all of its bits; in double quotes or without.  Bits behind the
 * prefix stay as they are typed.  ERR_USAGE.
 */
int cidr_parse(const char *word, void *key, uint32_t key_size, struct err *err);

#endif
