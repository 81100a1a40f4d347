/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Network interfaces, and the XDP programs on them; of the caller's network namespace. */
#ifndef COUNTER_DEV_H
#define COUNTER_DEV_H

#include <stdint.h>

#include "base/err.h"

/* The interface that is called so: ERR_SYSTEM with the nearest name, or without Ethernet headers.
 */
int dev_find(const char *name, uint32_t *ret_ifindex, struct err *err);

/* The id of the XDP program on it, 0 where it has none; or -errno. */
int dev_program(uint32_t ifindex, uint32_t *ret_id);

/* ERR_NO, saying which, when the interface has an XDP program; root as everywhere. */
int dev_check_free(const char *name, uint32_t ifindex, const char *root, struct err *err);

#endif
