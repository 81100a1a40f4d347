/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/cpus.h"

#include <errno.h>
#include <stdbool.h>

#include "base/alloc.h"
#include "base/cpu_list.h"
#include "kern/map_calls.h"
#include "kern/system.h"

#define ONLINE	 "/sys/devices/system/cpu/online"
#define LIST_MAX 65536

int kern_online_cpus(uint32_t **ret, size_t *ret_n)
{
	_cleanup_free_ char *list = mem_zero(LIST_MAX);
	uint32_t possible = kern_possible_cpus();
	_cleanup_free_ bool *is_online = mem_zero(possible + 1);
	int r = kern_read_line(ONLINE, list, LIST_MAX);
	size_t n = 0;

	if (!r)
		r = possible ? cpu_list_parse(list, is_online, possible) : -EINVAL;
	if (r)
		return r;
	*ret = mem_zero(possible * sizeof(**ret));
	for (uint32_t cpu = 0; cpu < possible; cpu++)
		if (is_online[cpu])
			(*ret)[n++] = cpu;
	*ret_n = n;
	return 0;
}
