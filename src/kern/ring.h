/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* How far the two sides of a ring buffer have come. */
#ifndef KERN_RING_H
#define KERN_RING_H

#include <stdint.h>

/* Bytes since the buffer was made; what the ring holds lies between the two. */
struct ring_positions {
	uint64_t consumer, producer;
};

/*
 * Reads both, so that they fit together: consumer <= producer.  Nothing is
 * consumed.  fd is one that could write, as the kernel maps for reading only
 * through such (kernel/bpf/syscall.c, bpf_map_mmap()).  0 or -errno: -EPERM
 * and -EINVAL for fds that could not.
 */
int kern_ring_positions(int fd, struct ring_positions *ret);

#endif
