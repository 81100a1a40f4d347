/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "base/cpu_list.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>

/* "3" or "0-3" at *list, which moves behind it. */
static bool take_range(const char **list, unsigned long *from, unsigned long *to)
{
	char *end;

	if (!isdigit((unsigned char)**list))
		return false;
	*from = *to = strtoul(*list, &end, 10);
	if (*end == '-') {
		if (!isdigit((unsigned char)end[1]))
			return false;
		*to = strtoul(end + 1, &end, 10);
	}
	*list = end;
	return *from <= *to;
}

/* Whether all of it is a list; sets those on it where ret is not NULL. */
static bool walk(const char *list, bool *ret, size_t n)
{
	unsigned long from, to;

	for (;; list++) {
		if (!take_range(&list, &from, &to))
			return false;
		for (size_t cpu = from; ret && cpu <= to && cpu < n; cpu++)
			ret[cpu] = true;
		if (*list != ',')
			return !*list;
	}
}

int cpu_list_parse(const char *list, bool *ret, size_t n)
{
	if (!walk(list, NULL, 0))
		return -EINVAL;
	for (size_t cpu = 0; cpu < n; cpu++)
		ret[cpu] = false;
	walk(list, ret, n);
	return 0;
}
