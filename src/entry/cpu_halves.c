/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "entry/cpu_halves.h"

/* The CPUs of the set all, first half and second half; returns the one with here in it. */
static int halve(const cpu_set_t *all, int here, cpu_set_t halves[2])
{
	int n = CPU_COUNT(all), nth = 0, half = 0;

	CPU_ZERO(&halves[0]);
	CPU_ZERO(&halves[1]);
	for (int cpu = 0; cpu < CPU_SETSIZE; cpu++) {
		if (!CPU_ISSET(cpu, all))
			continue;
		CPU_SET(cpu, &halves[nth >= n / 2]);
		if (cpu == here)
			half = nth >= n / 2;
		nth++;
	}
	return half;
}

void cpu_halves_split(struct cpu_halves *ret)
{
	int here = sched_getcpu(), half;
	cpu_set_t halves[2];

	ret->is_split = false;
	if (here < 0 || sched_getaffinity(0, sizeof(ret->all), &ret->all))
		return;
	if (CPU_COUNT(&ret->all) < 2)
		return;
	half = halve(&ret->all, here, halves);
	ret->others = halves[!half];
	ret->is_split = !sched_setaffinity(0, sizeof(halves[half]), &halves[half]);
}

void cpu_halves_cross(const struct cpu_halves *halves)
{
	if (halves->is_split)
		sched_setaffinity(0, sizeof(halves->others), &halves->others);
}

void cpu_halves_join(const struct cpu_halves *halves)
{
	if (halves->is_split)
		sched_setaffinity(0, sizeof(halves->all), &halves->all);
}
