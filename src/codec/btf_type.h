/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Questions to BTF types, asked so that hostile BTF cannot make the answer long or wrong. */
#ifndef CODEC_BTF_TYPE_H
#define CODEC_BTF_TYPE_H

#include <stdbool.h>
#include <stdint.h>

#include <bpf/btf.h>

/* A BPF program's pointers, whatever the host's are. */
#define BTF_POINTER_SIZE 8

/* A type behind its typedefs, qualifiers, tags and variables. */
struct btf_behind {
	const struct btf_type *type; /* NULL: void */
	uint32_t id;
	uint8_t be; /* 2, 4, 8: a typedef __be16, __be32, __be64 was on the way; else 0 */
};

/*
 * Follows type_id to what it stands for.  Each link costs one of *links.
 * 0, -ELOOP when the links are used up, -ENOENT for an id that is not there.
 */
int btf_follow(const struct btf *btf, uint32_t type_id, uint64_t *links, struct btf_behind *ret);

/* Bytes of a type, UINT64_MAX where that is too many; 0 of one without a size. Errors as above. */
int btf_bytes(const struct btf *btf, uint32_t type_id, uint64_t *links, uint64_t *ret);

/* The name at offset of the string section; "" where there is none. */
const char *btf_name(const struct btf *btf, uint32_t offset);

/* struct and union; what their anonymous members are made of */
static inline bool btf_is_aggregate(const struct btf_type *t)
{
	return t && btf_is_composite(t);
}

#endif
