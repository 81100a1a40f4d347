/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * What this kernel can do with maps, asked by doing it with maps that are
 * made for the question and gone at once.  All return 1 yes, 0 no, -errno
 * where it cannot be told: mostly -EPERM, without CAP_BPF.
 */
#ifndef KERN_FEATURES_H
#define KERN_FEATURES_H

#include <stdint.h>

/* The types to ask with, enum bpf_map_type. */
struct feature_types {
	uint32_t hash, array;
};

int kern_has_bpf(const struct feature_types *types); /* bpf(2) itself; never -EPERM */
int kern_has_batch(const struct feature_types *types);
int kern_has_mmap(const struct feature_types *types);
int kern_has_iterators(const struct feature_types *types);
int kern_has_counts(const struct feature_types *types); /* bpf_map_sum_elem_count() */
int kern_has_lock(const struct feature_types *types);	/* BPF_F_LOCK */
int kern_has_freeze(const struct feature_types *types);

/* Whether maps count against RLIMIT_MEMLOCK, as they did up to 5.10. */
int kern_has_memlock_charge(const struct feature_types *types);

#endif
