/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * BTF types as C text.  Names are foreign: in definitions, which go to a
 * compiler, they are made identifiers (see ctype_identifier()); the name of a
 * type holds them as they are.
 */
#ifndef CODEC_CTYPE_H
#define CODEC_CTYPE_H

#include <stddef.h>
#include <stdint.h>

struct btf;
struct buf;

/* The type's name as a declaration would use it: "u32", "struct flow", "char [16]". */
void ctype_name(const struct btf *btf, uint32_t type_id, struct buf *ret);

/* As ctype_name(), but a struct without a name is written out with all its members. */
void ctype_inline(const struct btf *btf, uint32_t type_id, struct buf *ret);

/*
 * The definitions of n types, with those of the structs, unions, enums and
 * typedefs they are made of before them, each once, ready for a compiler;
 * bounded in size like a plan.  What has no name is not defined.  Ends with an
 * empty line where there is anything.
 */
void ctype_define(const struct btf *btf, const uint32_t *type_ids, size_t n, struct buf *ret);

/*
 * Adds name as a C identifier: every byte that cannot be in one is written
 * "_xNN_", so that no name is more than a name to a compiler.  Nothing of "".
 */
void ctype_identifier(const char *name, struct buf *ret);

#endif
