/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Which slots of a perf event array have an event in them, that is: where
 * somebody reads.  bpf(2) does not tell; a program can ask, and disturbs nobody.
 */
#ifndef KERN_PERF_SLOTS_H
#define KERN_PERF_SLOTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Of the n slots, which rise, and are below the map's entries: ret_taken[i] of
 * slot[i].  0 or -errno, mostly -EPERM without CAP_BPF and CAP_PERFMON; then
 * nothing is known.  By the time that it returns it may be otherwise already.
 */
int kern_perf_slots(int map_fd, const uint32_t *slot, size_t n, bool *ret_taken);

#endif
