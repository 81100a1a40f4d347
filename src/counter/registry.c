/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "counter/counter.h"

#include <string.h>

#include "base/nearest.h"

#ifdef HAVE_COUNTERS
#include "counter/connections.skel.h"
#include "counter/execlog.skel.h"
#include "counter/execs.skel.h"
#include "counter/packets.skel.h"
#include "counter/ratelimit.skel.h"
#include "counter/syscalls.skel.h"

/* Of packets a second, and of packets: TOKENS_MAX of bpf/token_bucket.h. */
#define LIMIT_MAX 1000000000

static const char *const fail_choices[] = { "open", "closed", NULL };

static const struct counter counters[] = {
	{
		.name = "execs",
		.category = "syscalls",
		.event = "sys_enter_execve",
		.maps = { "exec_counts", "exec_lost" },
		.lost = "exec_lost",
		.summary = "calls of execve, by user",
		.elf = execs__elf_bytes,
	},
	{
		.name = "syscalls",
		.hook = HOOK_RAW_TRACEPOINT,
		.event = "sys_enter",
		.maps = { "syscall_counts", "syscall_lost", "syscall_config", "syscall_comms" },
		.lost = "syscall_lost",
		.summary = "system calls",
		.settings = {
			{ .word = "per-process", .map = "syscall_config", .size = 4, .max = 1,
			  .is_flag = true },
		},
		.elf = syscalls__elf_bytes,
	},
	{
		.name = "packets",
		.hook = HOOK_XDP,
		.maps = { "packet_counts", "protocol_stats" },
		.summary = "packets received, by CPU and protocol",
		.elf = packets__elf_bytes,
	},
	{
		.name = "connections",
		.hook = HOOK_XDP,
		.maps = { "connections", "connections_lost" },
		.lost = "connections_lost",
		.summary = "packets received, by connection",
		.elf = connections__elf_bytes,
	},
	{
		.name = "execlog",
		.category = "syscalls",
		.event = "sys_enter_execve",
		.maps = { "exec_events", "execlog_lost" },
		.lost = "execlog_lost",
		.summary = "a record of each call of execve",
		.elf = execlog__elf_bytes,
	},
	{
		.name = "ratelimit",
		.hook = HOOK_XDP,
		.maps = { "rate_limit", "rate_limit_config", "rate_limit_stats",
			  "rate_limit_locks" },
		.summary = "packets dropped above a rate, by source",
		.settings = {
			{ .word = "rate", .map = "rate_limit_config", .size = 8,
			  .min = 1, .max = LIMIT_MAX, .is_required = true },
			{ .word = "burst", .map = "rate_limit_config", .offset = 8, .size = 8,
			  .max = LIMIT_MAX },
			{ .word = "fail", .map = ".rodata", .size = 4, .max = 1,
			  .choices = fail_choices },
		},
		.elf = ratelimit__elf_bytes,
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
		return err_set(err, ERR_USAGE, "there is no counter '%s'; did you mean '%s'?", name,
			       nearest.best);
	return err_set(err, ERR_USAGE, "there is no counter '%s'; 'mapctl counter list' names them",
		       name);
}
