/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A set of keys of one size, which may come from somebody hostile. */
#ifndef ENTRY_KEYSET_H
#define ENTRY_KEYSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A set that would need more fails with -ENOMEM. */
#define KEYSET_BYTES_MAX ((size_t)1 << 30)

struct keyset;

struct keyset *keyset_new(uint32_t key_size);
struct keyset *keyset_free(struct keyset *set);

bool keyset_has(const struct keyset *set, const void *key);

/* 1: added, 0: it was there, -ENOMEM: no room for more; the set stays as it was. */
int keyset_add(struct keyset *set, const void *key);

#endif
