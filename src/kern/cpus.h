/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The CPUs that are online. */
#ifndef KERN_CPUS_H
#define KERN_CPUS_H

#include <stddef.h>
#include <stdint.h>

/* Rising; the caller frees *ret.  0 or -errno: -EINVAL where sysfs says what is no list. */
int kern_online_cpus(uint32_t **ret, size_t *ret_n);

#endif
