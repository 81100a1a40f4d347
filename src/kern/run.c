/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/run.h"

#include <string.h>

static uint32_t id_at(const char *rows, size_t size, size_t i)
{
	uint32_t id;

	memcpy(&id, rows + i * size, sizeof(id));
	return id;
}

/* The first row whose id is not below id. */
static size_t lower_bound(const char *rows, size_t n, size_t size, uint32_t id)
{
	size_t from = 0;

	while (n) {
		size_t half = n / 2;

		if (id_at(rows, size, from + half) < id) {
			from += half + 1;
			n -= half + 1;
		} else {
			n = half;
		}
	}
	return from;
}

const void *run_of(const void *rows, size_t n, size_t size, uint32_t map_id, size_t *ret_n)
{
	size_t first = n ? lower_bound(rows, n, size, map_id) : 0, last = first;

	while (last < n && id_at(rows, size, last) == map_id)
		last++;
	*ret_n = last - first;
	return last > first ? (const char *)rows + first * size : NULL;
}
