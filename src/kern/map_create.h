/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The system calls that make maps, their types, and their pins, as thin as
 * they can be: results are 0 or an fd that the caller closes, failures -errno,
 * KERN_ENOTSUPP as it is.  Kernels before 5.11, which charge maps to RLIMIT_MEMLOCK, have it
 * raised by libbpf.
 */
#ifndef KERN_MAP_CREATE_H
#define KERN_MAP_CREATE_H

#include <stdbool.h>
#include <stdint.h>

struct btf;

/* As union bpf_attr has it for BPF_MAP_CREATE; what is 0 is not given. */
struct kern_new_map {
	const char *name; /* the kernel keeps 15 bytes; it takes letters, digits, '_' and '.' */
	uint32_t type, key_size, value_size, max_entries, flags;
	uint64_t map_extra;
	uint32_t numa_node, ifindex;
	int inner_fd; /* of the map that its maps are to be like */
	int btf_fd;
	uint32_t key_type_id, value_type_id; /* in btf_fd */
};

int kern_map_create(const struct kern_new_map *map);

/*
 * The fd stays btf's, which keeps it until btf__free(): a second call gives the same.
 * -EINVAL: the kernel's verifier of BTF does not take it.
 */
int kern_btf_load(struct btf *btf);

/* -ENOENT when it is gone, -EPERM without CAP_SYS_ADMIN. */
int kern_btf_fd_by_id(uint32_t id);

/* -EEXIST, -ENOENT: no such folder, -EPERM: a dot in the name, or no bpffs. */
int kern_pin(int fd, const char *path);

/* Whether path, a file or a folder, is there and in a bpffs. */
bool kern_is_bpffs(const char *path);

#endif
