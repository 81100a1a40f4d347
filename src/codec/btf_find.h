/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Types by their names. */
#ifndef CODEC_BTF_FIND_H
#define CODEC_BTF_FIND_H

#include <stdint.h>

struct btf;
struct nearest;

/* Kinds as a set: BTF_KINDS(BTF_KIND_INT) | BTF_KINDS(BTF_KIND_TYPEDEF). */
#define BTF_KINDS(kind) (UINT32_C(1) << (kind))

#define BTF_KINDS_STRUCT  BTF_KINDS(BTF_KIND_STRUCT)
#define BTF_KINDS_UNION	  BTF_KINDS(BTF_KIND_UNION)
#define BTF_KINDS_ENUM	  (BTF_KINDS(BTF_KIND_ENUM) | BTF_KINDS(BTF_KIND_ENUM64))
#define BTF_KINDS_TAGGED  (BTF_KINDS_STRUCT | BTF_KINDS_UNION | BTF_KINDS_ENUM)
#define BTF_KINDS_TYPEDEF BTF_KINDS(BTF_KIND_TYPEDEF)
#define BTF_KINDS_PLAIN	  (BTF_KINDS_TYPEDEF | BTF_KINDS(BTF_KIND_INT) | BTF_KINDS(BTF_KIND_FLOAT))

/* The first type of one of kinds with this name; 0 where there is none. */
uint32_t btf_find(const struct btf *btf, const char *name, uint32_t kinds);

/* The next one: files, and kernels, have several of one name. */
uint32_t btf_find_behind(const struct btf *btf, uint32_t behind, const char *name, uint32_t kinds);

/* Offers the names of all types of kinds. */
void btf_offer_names(const struct btf *btf, uint32_t kinds, struct nearest *nearest);

#endif
