/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* All maps at once: what a list shows of each. */
#ifndef KERN_MAPS_H
#define KERN_MAPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <linux/bpf.h>

/* What costs extra; without them has_memory and has_used are false. */
enum {
	KERN_ROWS_MEMORY = 1 << 0, /* and owner_* */
	KERN_ROWS_USED = 1 << 1,
};

struct map_row {
	struct bpf_map_info info; /* as kern_map_info(); but ifindex and netns_* may be missing */
	uint64_t memory;	  /* bytes the kernel charges */
	uint64_t used;		  /* entries in it */
	int owner_prog_type;	  /* of a prog_array that a program uses; -1 none, or not asked */
	bool owner_jited;
	bool has_memory;
	bool has_used; /* false where the kernel does not count entries of this type */
	bool frozen, has_frozen;
};

struct map_rows {
	size_t n, cap;
	struct map_row *row;	/* by id */
	bool partial;		/* some maps we may not look at; they are not here */
	bool memory_is_refused; /* of some: then has_memory is false */
};

/*
 * Whether all maps of one shape (type, sizes, flags) take the same memory,
 * whatever is in them: one then answers for all.  May be NULL: no.
 */
typedef bool kern_same_memory(const struct bpf_map_info *info);

/*
 * One pass over all maps: 0 or -errno.  -EPERM without CAP_SYS_ADMIN; where
 * iterators load, CAP_BPF and CAP_PERFMON are enough, but give no memory.  A
 * map that goes away meanwhile is left out, or has no memory.
 */
int kern_maps_read(unsigned int want, kern_same_memory *same_memory, struct map_rows **ret);

/* The same of the one map behind fd: fills *ret, 0 or -errno. */
int kern_map_row(int fd, unsigned int want, struct map_row *ret);

struct map_rows *kern_rows_free(struct map_rows *rows);

#endif
