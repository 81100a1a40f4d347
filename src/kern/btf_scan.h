/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * A few names out of the kernel's own BTF in one pass over the raw bytes,
 * about half a millisecond where loading it as a whole takes several.
 */
#ifndef KERN_BTF_SCAN_H
#define KERN_BTF_SCAN_H

#include <stddef.h>
#include <stdint.h>

struct scan_func {
	const char *name;
	uint32_t id; /* out; 0 when there is none of this name */
};

struct scan_member {
	const char *name;
	int32_t offset; /* out, in bytes; -1 when there is none, or it is a bitfield */
};

/* A structure counts as found when it has the first of its members. */
struct scan_struct {
	const char *name;
	struct scan_member *members;
	size_t n_members;
	uint32_t id; /* out; 0 when there is none */
};

struct scan_names {
	struct scan_func *funcs;
	size_t n_funcs;
	struct scan_struct *structs;
	size_t n_structs;
};

/*
 * Looks all of them up in the running kernel; what is there before is
 * overwritten.  0 or -errno.
 */
int kern_btf_scan(const struct scan_names *names);

/*
 * The pure part: 0, or -EINVAL when data is no BTF of this machine's byte
 * order, is damaged, or has kinds of a time to come before all was found.
 */
int kern_btf_scan_bytes(const void *data, size_t size, const struct scan_names *names);

/*
 * The name of the structure with this id, or NULL when it is none, has no
 * name, or is not of the kernel proper; the caller frees it.
 */
char *kern_btf_struct_name(uint32_t id);
char *kern_btf_struct_name_bytes(const void *data, size_t size, uint32_t id);

#endif
