/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The system calls on maps, one function each, as thin as they can be:
 * results are 0, a count or an fd, failures -errno.  524 (ENOTSUPP inside the
 * kernel) is passed on as it is; see KERN_ENOTSUPP.
 */
#ifndef KERN_MAP_CALLS_H
#define KERN_MAP_CALLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <linux/bpf.h>

#include "base/err.h"

/* Zeroes *ret first: the kernel leaves btf_* as given when the map has no BTF (6.18). */
int kern_map_info(int fd, struct bpf_map_info *ret);

/* 0 and *next, or -ENOENT behind the last.  Needs CAP_SYS_ADMIN. */
int kern_map_next_id(uint32_t id, uint32_t *next);

/* An fd that the caller closes.  Needs CAP_SYS_ADMIN. */
int kern_map_by_id(uint32_t id, bool writable);

/*
 * An fd that the caller closes; the pin's file mode decides who may.
 * -EINVAL: no BPF object, or one that is not a map.
 */
int kern_map_by_pin(const char *path, bool writable);

/* True for the fd of a map of any type, false for a program, a link, anything else. */
bool kern_fd_is_map(int fd);

/* key NULL: the first key.  0, or -ENOENT behind the last. */
int kern_map_next_key(int fd, const void *key, void *next);

/* flags: 0 or BPF_F_LOCK.  value has room for every cell. */
int kern_map_lookup(int fd, const void *key, void *value, uint64_t flags);

/*
 * One chunk.  in NULL: from the start.  in and out are tokens of
 * max(4, key size) bytes.  *count goes in as room and comes out as entries
 * read, also with -ENOENT (the end).  -ENOSPC: the next bucket is larger than
 * the room; nothing was read.
 */
int kern_map_lookup_batch(int fd, const void *in, void *out, void *keys, void *values,
			  uint32_t *count, uint64_t flags);

/*
 * Whether a lookup with BPF_F_LOCK is accepted: the kernel's own answer,
 * whatever may be read of the map's BTF.
 */
bool kern_map_has_lock(int fd);

/*
 * Lets the process have n files open, besides some, as far as its hard limit
 * allows that.
 */
void kern_files_room(size_t n);

/*
 * Possible CPUs: the cells of a per-CPU value.  0 where the system does not
 * tell; there is no guessing, since the kernel writes that many.
 */
uint32_t kern_possible_cpus(void);

#endif
