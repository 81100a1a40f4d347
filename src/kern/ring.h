/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The memory of a ring buffer, mapped: to look at it, or to take records out. */
#ifndef KERN_RING_H
#define KERN_RING_H

#include <stdbool.h>
#include <stdint.h>

#include "kern/ring_walk.h"

struct ring;

/*
 * Maps the ring behind fd, whose map has size bytes; fd is borrowed, and may be closed.  It is
 * one that could write, as the kernel maps for reading only through such (kernel/bpf/syscall.c,
 * bpf_map_mmap()): -EPERM and -EINVAL for fds that could not.  All is mapped for reading only;
 * consume: but for the consumer's position, which kern_ring_release() moves.  0 or -errno.
 */
int kern_ring_open(int fd, uint32_t size, bool consume, struct ring **ret);

const struct ring_memory *kern_ring_memory(const struct ring *ring);

/*
 * Of a ring opened to consume: all that is before `to`, the beginning of a record, makes room for
 * the producers.  Where another consumer is further already it stays so: the position never goes
 * back.
 */
void kern_ring_release(struct ring *ring, unsigned long to);

struct ring *kern_ring_free(struct ring *ring);

/* ring_positions() of a ring that is mapped only for that; fd as above.  0 or -errno. */
int kern_ring_positions(int fd, struct ring_positions *ret);

#endif
