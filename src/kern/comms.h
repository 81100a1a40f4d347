/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The names of all processes. */
#ifndef KERN_COMMS_H
#define KERN_COMMS_H

#include <stdbool.h>
#include <stdint.h>

#define KERN_COMM_SIZE 66 /* those of kernel workers are longer here than elsewhere */

/* Of one process; foreign bytes, with a NUL behind.  False: there is none, or it may not be seen.
 */
bool kern_comm_read(uint32_t pid, char comm[KERN_COMM_SIZE]);

/* Whether BPF programs, which see the pids of the whole machine, mean the same by a pid as /proc.
 */
bool kern_pids_are_host(void);

/* Of each process that /proc shows; foreign bytes.  Where /proc cannot be read, of none. */
void kern_comms_read(void (*tell)(void *to, uint32_t pid, const char *comm), void *to);

#endif
