/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Two threads on different CPUs.  Left to itself a guest's scheduler puts the
 * thread that wakes up beside the one that woke it, and both share a CPU while
 * another idles (measured on 6.18 under KVM).
 */
#ifndef ENTRY_CPU_HALVES_H
#define ENTRY_CPU_HALVES_H

#include <sched.h>
#include <stdbool.h>

struct cpu_halves {
	bool is_split;
	cpu_set_t all, others;
};

/*
 * Halves the CPUs that the calling thread may use, and leaves it on the half
 * where it runs.  Without a second CPU, or the right to, nothing changes.
 */
void cpu_halves_split(struct cpu_halves *ret);

/* Moves the calling thread to the other half. */
void cpu_halves_cross(const struct cpu_halves *halves);

/* Gives the calling thread all of them back. */
void cpu_halves_join(const struct cpu_halves *halves);

#endif
