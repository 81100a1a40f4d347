/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What the kernel keeps in a value for itself: locks, timers, lists, pointers of its own. */
#ifndef CODEC_SPECIAL_H
#define CODEC_SPECIAL_H

#include <stdbool.h>
#include <stdint.h>

#include "codec/btf_type.h"

/* A struct of the kernel's, told by its name. */
bool special_struct(const struct btf *btf, const struct btf_type *t);

/*
 * The tag that makes a pointer to type_id the kernel's; NULL for an ordinary
 * one.  Each qualifier and tag on the way costs one of *links.
 */
const char *special_tag(const struct btf *btf, uint32_t type_id, uint64_t *links);

/*
 * Whether a value of type_id holds any of these.  Looks at no more than some
 * ten thousand types and members; true also where that does not settle it.
 */
bool special_within(const struct btf *btf, uint32_t type_id);

#endif
