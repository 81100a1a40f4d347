/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Putting records into a user ring buffer, whose reader is a BPF program.  Nothing in the kernel
 * keeps two writers apart: each mapctl takes a lock that the others see, and whoever else has the
 * map open may be a writer of its own.
 *
 * A record is complete before the producer's position says that it is there, so that a writer
 * that is killed leaves the ring as it was.
 */
#ifndef KERN_USER_RING_H
#define KERN_USER_RING_H

#include <stdbool.h>
#include <stdint.h>

struct user_ring;

/* The kernel gives programs no larger ones (DYNPTR_MAX_SIZE): it would never go past it. */
#define USER_RING_RECORD_MAX ((1u << 24) - 1)

/* The most bytes of a record that a ring of so many bytes, its max_entries, can ever take. */
uint32_t kern_user_ring_record_max(uint32_t size);

/*
 * fd is one that may write to map id; size its max_entries.  Waits for other mapctls.  0 or
 * -errno: -EBUSY when the lock does not become free, -EBADMSG for positions that no ring has.
 * kern_user_ring_close() gives the lock back.
 */
int kern_user_ring_open(int fd, uint32_t id, uint32_t size, struct user_ring **ret);
struct user_ring *kern_user_ring_close(struct user_ring *ring);

/* Bytes that wait for the program, with a header of 8 for each record. */
uint64_t kern_user_ring_pending(const struct user_ring *ring);

/* -ENOSPC while it has no room for a record of n bytes, -E2BIG where it never will; else 0. */
int kern_user_ring_has_room(const struct user_ring *ring, uint32_t n);

/* The same, and puts the record in. */
int kern_user_ring_push(struct user_ring *ring, const void *record, uint32_t n);

#endif
