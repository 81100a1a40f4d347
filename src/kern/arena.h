/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The pages of an arena, read without making any.
 *
 * A page of an arena comes into being when it is first touched, by reading
 * too, through a mapping in a process.  So it is read in the kernel, which maps
 * the same pages at 4 GiB of its own addresses (kernel/bpf/arena.c), by a
 * small program with bpf_probe_read_kernel(), which fails where there is none.
 */
#ifndef KERN_ARENA_H
#define KERN_ARENA_H

#include <stdbool.h>
#include <stdint.h>

struct kern_arena {
	uint64_t user;	 /* where programs and processes see its first page; 0: nowhere yet */
	uint64_t kernel; /* where offset 0 of its 4 GiB is in the kernel */
	uint32_t page;	 /* bytes of a page */
	int prog_fd;	 /* what reads */
};

enum kern_arena_use {
	ARENA_LIST, /* kern_arena_present() */
	ARENA_READ, /* kern_arena_read() */
};

/*
 * Loads the programs that read.  The arena stays while an fd of it is open.
 * 0, -EPERM without CAP_BPF and CAP_PERFMON, -ENOTSUP where this kernel takes
 * no such program or its arenas are not known here, a shortage, or -ENOENT.
 */
int kern_arena_open(uint32_t map_id, enum kern_arena_use use, struct kern_arena *ret);
void kern_arena_close(struct kern_arena *arena);

/* Copies page number index, arena->page bytes: 1, 0 where there is none, or -errno. */
int kern_arena_read(const struct kern_arena *arena, uint32_t index, void *ret);

/* Which of the KERN_ARENA_RUN pages from first on there are: a bit each, the lowest for first. */
#define KERN_ARENA_RUN 64
int kern_arena_present(const struct kern_arena *arena, uint32_t first, uint64_t *ret);

#endif
