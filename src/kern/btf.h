/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The types that the kernel holds. */
#ifndef KERN_BTF_H
#define KERN_BTF_H

#include <stdint.h>

struct btf;

/* BTF above this is not loaded: a map can bring any type it likes, we have 32 MB. */
#define KERN_BTF_MAX_BYTES (8u << 20)

/*
 * The BTF object id, for the caller to btf__free().  A module's comes on top
 * of the kernel's own.  0 or -errno: -EPERM without CAP_SYS_ADMIN, -ENOENT
 * when it is gone, -E2BIG above KERN_BTF_MAX_BYTES.
 */
int kern_btf_by_id(uint32_t id, struct btf **ret);

/*
 * The same, but loaded once for all who hold it; each gives it back with
 * kern_btf_put(), which takes NULL.  The last one given back is kept: whoever
 * asks next mostly asks for the same.
 */
int kern_btf_get(uint32_t id, const struct btf **ret);
void kern_btf_put(const struct btf *btf);

/* The running kernel's types, read once and kept; NULL when it offers none. */
const struct btf *kern_btf_vmlinux(void);

#endif
