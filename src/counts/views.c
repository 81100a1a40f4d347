/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <string.h>

#include "counter/counter.h"
#include "counts/view.h"

static const struct counter_view *const views[] = {
	&view_execs, &view_syscalls, &view_packets, &view_connections, &view_ratelimit, NULL,
};

const struct counter_view *counter_view_find(const struct counter *counter)
{
	for (size_t i = 0; views[i]; i++)
		if (!strcmp(views[i]->counter, counter->name))
			return views[i];
	return NULL;
}
