/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "counter/counter.h"

#include <string.h>

#include "base/nearest.h"

#ifdef HAVE_COUNTERS
#include "counter/execs.skel.h"

static const struct counter counters[] = {
	{
		.name = "execs",
		.category = "syscalls",
		.event = "sys_enter_execve",
		.map = "exec_counts",
		.lost = "exec_lost",
		.summary = "calls of execve, by user",
		.elf = execs__elf_bytes,
	},
	{ .name = NULL },
};
#else
static const struct counter counters[] = { { .name = NULL } };
#endif

const struct counter *counter_nth(size_t n)
{
	return n < sizeof(counters) / sizeof(counters[0]) && counters[n].name ? &counters[n] : NULL;
}

int counter_find(const char *name, const struct counter **ret, struct err *err)
{
	struct nearest nearest = NEAREST(name);
	const struct counter *counter;

	for (size_t n = 0; (counter = counter_nth(n)); n++) {
		if (!strcmp(counter->name, name)) {
			*ret = counter;
			return 0;
		}
		nearest_offer(&nearest, counter->name);
	}
	if (!counter_nth(0))
		return err_set(err, ERR_USAGE,
			       "this mapctl was built without counters (--disable-bpf)");
	if (nearest.best)
		return err_set(err, ERR_USAGE, "there is no counter %s; did you mean %s?", name,
			       nearest.best);
	return err_set(err, ERR_USAGE, "there is no counter %s; 'mapctl counter list' names them",
		       name);
}
