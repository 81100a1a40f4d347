/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A program that reads the kernel's memory, also where there may be none. */
#ifndef KERN_ARENA_PROG_H
#define KERN_ARENA_PROG_H

#include <stdint.h>

#define ARENA_PIECE 256 /* bytes that are read at once: a program's frame has 512 */

/* What a run was told, and what it found. */
struct arena_reading {
	uint64_t address;
	uint64_t bits; /* the times that there was memory, the first in the lowest bit */
	uint64_t words[ARENA_PIECE / 8]; /* of the last time */
};

/*
 * Loads a program that reads ARENA_PIECE bytes from the address it is run with
 * on, so many times (1 to 64), stride bytes apart: its fd, -EPERM, a shortage,
 * or -ENOTSUP.
 */
int arena_prog_load(uint32_t times, uint32_t stride);

/* 0 or -errno. */
int arena_prog_run(int prog_fd, uint64_t address, struct arena_reading *ret);

#endif
