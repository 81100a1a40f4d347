/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/sandbox_filter.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <string.h>
#include <sys/syscall.h>

#include <linux/bpf.h>

/* Each costs every command that starts: a filter is checked and compiled when it is installed. */
static const uint32_t always[] = {
	/* what is open */
	SYS_read,
	SYS_pread64,
	SYS_lseek,
	SYS_write,
	SYS_writev,
	SYS_close,
	SYS_fstat,
#ifdef SYS_poll
	SYS_poll,
#endif
	SYS_ppoll,
	/* memory and threads */
	SYS_mmap,
	SYS_munmap,
	SYS_mremap,
	SYS_mprotect,
	SYS_madvise,
	SYS_brk,
	SYS_futex,
	SYS_set_robust_list,
	SYS_rseq,
	SYS_sched_yield,
	SYS_sched_getaffinity,
	SYS_exit,
	SYS_exit_group,
	/* signals, time, chance, and which process this is */
	SYS_rt_sigaction,
	SYS_rt_sigprocmask,
	SYS_rt_sigreturn,
	SYS_restart_syscall,
	SYS_clock_gettime,
	SYS_getrandom,
	SYS_getpid,
	SYS_gettid,
};

#define WHEN(call, argument, bits, ...)                                            \
	{                                                                          \
		.nr = SYS_##call, .arg = (argument), .mask = (bits),               \
		.values = (const uint32_t[]){ __VA_ARGS__ },                       \
		.n_values = sizeof((uint32_t[]){ __VA_ARGS__ }) / sizeof(uint32_t) \
	}

#define ALL_BITS UINT32_MAX

static const struct sandbox_rule depends[] = {
	WHEN(bpf, 0, ALL_BITS, BPF_MAP_LOOKUP_ELEM, BPF_MAP_GET_NEXT_KEY, BPF_MAP_LOOKUP_BATCH,
	     BPF_OBJ_GET_INFO_BY_FD),
	/* how libc spells fstat() */
	WHEN(newfstatat, 3, AT_EMPTY_PATH, AT_EMPTY_PATH),
	/* only its own threads: reading ahead stays away from the CPU of the reader */
	WHEN(sched_setaffinity, 0, ALL_BITS, 0),
	WHEN(clone, 0, CLONE_THREAD, CLONE_THREAD),
	/* clone3() hides its flags in memory; without it libc takes clone() */
	{ .nr = SYS_clone3, .refusal = ENOSYS },
};

size_t sandbox_rules(struct sandbox_rule ret[static SANDBOX_RULES_MAX])
{
	const size_t n_depends = sizeof(depends) / sizeof(depends[0]);
	const size_t n_always = sizeof(always) / sizeof(always[0]);

	_Static_assert(sizeof(depends) / sizeof(depends[0]) + sizeof(always) / sizeof(always[0]) <=
			       SANDBOX_RULES_MAX,
		       "room for all rules");
	memcpy(ret, depends, sizeof(depends));
	for (size_t i = 0; i < n_always; i++)
		ret[n_depends + i] = (struct sandbox_rule){ .nr = always[i] };
	return n_depends + n_always;
}
