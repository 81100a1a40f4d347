/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The names of all processes. */
#ifndef KERN_COMMS_H
#define KERN_COMMS_H

#include <stdint.h>

/* Of each process that /proc shows; foreign bytes.  Where /proc cannot be read, of none. */
void kern_comms_read(void (*tell)(void *to, uint32_t pid, const char *comm), void *to);

#endif
