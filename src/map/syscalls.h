/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What system calls are called: the same number is another call by another ABI. */
#ifndef MAP_SYSCALLS_H
#define MAP_SYSCALLS_H

#include <stdbool.h>
#include <stdint.h>

struct buf;

/* By what a program may call the kernel; x32 is told by the number, as the kernel does. */
struct syscall_abi;

/* arch: AUDIT_ARCH_*, or 0, the machine's own.  nr as the kernel has it: signed.  Never NULL. */
const struct syscall_abi *syscall_abi_of(uint32_t arch, int64_t nr);

/* "x86_64", "i386", "x32", "aarch64" or "arm"; of what is none of these "native" or "unknown". */
const char *syscall_abi_name(const struct syscall_abi *abi);

/* Whether it is the one that mapctl itself runs by. */
bool syscall_abi_is_native(const struct syscall_abi *abi);

/* Adds the name; false: none is known. */
bool syscall_name(const struct syscall_abi *abi, int64_t nr, struct buf *ret);

#endif
