/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Where the machine code of BPF programs lies. */
#ifndef KERN_PROG_FUNCTIONS_H
#define KERN_PROG_FUNCTIONS_H

#include <stdint.h>

/* Of each function of each program that is loaded; none without CAP_SYS_ADMIN, or a JIT. */
void kern_prog_functions_read(void (*tell)(void *to, uint64_t address, uint32_t bytes), void *to);

#endif
