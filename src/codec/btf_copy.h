/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Types moved from one BTF into another, with what they are made of. */
#ifndef CODEC_BTF_COPY_H
#define CODEC_BTF_COPY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct btf;
struct btf_copy;

/* More types in one copy are refused. */
#define BTF_COPY_MAX 16384

/*
 * From one BTF, whose bounds are checked, to another, both borrowed: what has been copied
 * is not copied again, until btf_copy_free(), which takes NULL and returns it.
 */
struct btf_copy *btf_copy_new(const struct btf *from, struct btf *to);
struct btf_copy *btf_copy_free(struct btf_copy *copy);

/*
 * Copies a type and all that its size depends on, and what its lists and trees say that they
 * contain; of a named struct or union behind a pointer its declaration, and its body only
 * where btf_tag_wants_body().  ERR_USAGE for what is nested too deep, too large, or of a
 * kind that no value has; ERR_SYSTEM.  What was added to the target stays on failure.
 */
int btf_copy_type(struct btf_copy *copy, uint32_t type_id, uint32_t *ret, struct err *err);

/*
 * Whether the kernel takes a pointer with this btf_type_tag only to a struct that has a
 * body: those that programs keep in maps.  What is but declared is to it a pointer like any.
 */
bool btf_tag_wants_body(const char *tag);

#endif
