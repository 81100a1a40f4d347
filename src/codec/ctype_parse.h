/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Types as people write them, in a subset of C, turned into BTF. */
#ifndef CODEC_CTYPE_PARSE_H
#define CODEC_CTYPE_PARSE_H

#include <stdint.h>

#include "base/err.h"

struct btf;

/*
 * Adds the type that text spells to btf, and what it is made of:
 *
 *	u32 · unsigned long long · char[16] · __be32 · enum { A, B = 5 } · u8 *
 *	struct flow { __be32 saddr; __be16 port; char comm[16]; struct { u8 a:3, b:5; } x; }
 *
 * laid out as a C compiler for BPF does.  A name that neither C nor text knows is
 * looked up in btf, which may have the types of a text before, and in known (may be NULL), and
 * copied from there with what it is made of.
 * ERR_USAGE, saying where and what was expected; ERR_NO for a name that nobody knows
 * (with the nearest one).  What was added to btf stays on failure.
 */
int ctype_parse(const char *text, struct btf *btf, const struct btf *known, uint32_t *ret_type_id,
		struct err *err);

#endif
