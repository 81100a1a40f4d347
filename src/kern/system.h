/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What the system around bpf(2) lets us do; nothing is changed. */
#ifndef KERN_SYSTEM_H
#define KERN_SYSTEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The effective capabilities, a bit each as in linux/capability.h. */
uint64_t kern_capabilities(void);

/* False in a user namespace of one's own, whose capabilities bpf(2) does not count. */
bool kern_in_first_user_namespace(void);

/* The first line of a file, without its newline, cut to size; 0 or -errno. */
int kern_read_line(const char *path, char *ret, size_t size);

struct bpffs_state {
	size_t n;	  /* mounts that this namespace shows */
	bool is_writable; /* path is */
	char *path;	  /* of a writable one, if there is any; NULL where n is 0; owned */
};

/* 0, or -errno where the mounts cannot be read. */
int kern_bpffs_look(struct bpffs_state *ret);

/* Where tracefs is mounted, of the two usual places; NULL: at neither. */
const char *kern_tracefs(void);

/* Whether /proc/kallsyms tells addresses to us; -errno where it cannot be read. */
int kern_has_symbols(void);

/* Whether a filter of system calls can be installed. */
bool kern_has_seccomp(void);

#endif
