/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Reading maps through BPF iterators: small programs made of raw instructions,
 * so that neither clang nor a loader takes part.
 */
#ifndef KERN_ITER_H
#define KERN_ITER_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/*
 * Sets *ret_fd to an fd that read() fills with records of key_size bytes of key
 * and value_bytes bytes of value, end to end; a read may end inside a record.
 * value_bytes: round_up(value size, 8) a cell for a per-CPU map, the value
 * size for others.  The caller closes it; map_fd may be closed before.
 * 0, -ENOTSUP where the kernel or the map type has no such iterator or it is
 * denied ("iter"), -EPERM, or a shortage of files or memory.
 */
int kern_iter_elems_open(int map_fd, uint32_t key_size, size_t value_bytes, int *ret_fd);

/* A read stops with EAGAIN after a million objects that nothing is written of. */
#define KERN_ITER_RETRIES 1000

/*
 * read() of an iterator's fd, again where it was interrupted; *retries starts
 * at 0 and is of the whole walk, which ends with -EAGAIN or -EINTR after
 * KERN_ITER_RETRIES.  Bytes, 0 at the end, or -errno.
 */
ssize_t kern_iter_read(int fd, void *buf, size_t size, unsigned int *retries);

#endif
