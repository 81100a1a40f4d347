/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Linked into tests/mapctl in the place of kern/deny.c: MAPCTL_DENY=batch,iter denies these. */
#include "kern/deny.h"

#include <stdlib.h>
#include <string.h>

bool kern_denies(const char *way)
{
	const char *list = getenv("MAPCTL_DENY");
	size_t n = strlen(way);

	while (list && *list) {
		size_t word = strcspn(list, ",");

		if (word == n && !memcmp(list, way, n))
			return true;
		list += word + (list[word] == ',');
	}
	return false;
}
