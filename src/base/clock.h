/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

/* ns of CLOCK_MONOTONIC, which is what bpf_ktime_get_ns() tells programs. */
uint64_t clock_now(void);

#endif
