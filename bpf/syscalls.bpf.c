// SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
/* Counts system calls, of all processes together or of each. */
#include <linux/audit.h>
#include <linux/bpf.h>

#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>

#define ROWS_MAX 10240
/* Half of an LRU may lie idle with the CPUs: with so many, no process that has a row is evicted. */
#define NAMES_MAX (2 * ROWS_MAX)

#define TS_COMPAT 0x2	      /* x86: the call came by a 32-bit entry; asm/thread_info.h */
#define TIF_32BIT (1UL << 22) /* arm64: the task is a 32-bit one; asm/thread_info.h */

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct syscall_key {
	__u32 pid; /* of the process, as the whole machine knows it; 0: all of them */
	__u32 abi; /* AUDIT_ARCH_*; 0: of a machine that is neither x86-64 nor arm64 */
	__u64 nr;
};

struct syscall_config {
	__u32 per_process; /* 0: all together under pid 0 */
};

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_HASH);
	__uint(max_entries, ROWS_MAX);
	__type(key, struct syscall_key);
	__type(value, __u64);
} syscall_counts SEC(".maps");

/* Calls that syscall_counts had no room for. */
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} syscall_lost SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct syscall_config);
} syscall_config SEC(".maps");

/* pid → name, so that processes which have ended still have one; per process only. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, NAMES_MAX);
	__type(key, __u32);
	__type(value, char[16]);
} syscall_comms SEC(".maps");

/* What is read of the kernel's own types, wherever it has it. */
#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

struct thread_info {
	unsigned long flags;
	__u32 status; /* x86 */
};

struct task_struct {
	struct thread_info thread_info;
	struct task_struct *group_leader;
	char comm[16];
};

struct pt_regs___x86_64 {
	unsigned long r15, orig_ax;
};

struct pt_regs___arm64 {
	__u64 pstate;
};

#pragma clang attribute pop

static __u32 abi_of(const struct task_struct *task)
{
	if (bpf_core_field_exists(struct pt_regs___x86_64, r15) &&
	    bpf_core_field_exists(task->thread_info.status))
		return task->thread_info.status & TS_COMPAT ? AUDIT_ARCH_I386 : AUDIT_ARCH_X86_64;
	if (bpf_core_field_exists(struct pt_regs___arm64, pstate))
		return task->thread_info.flags & TIF_32BIT ? AUDIT_ARCH_ARM : AUDIT_ARCH_AARCH64;
	return 0;
}

static int is_per_process(void)
{
	const struct syscall_config *config;
	__u32 index = 0;

	config = bpf_map_lookup_elem(&syscall_config, &index);
	return config && config->per_process;
}

/* /proc/PID/comm is the name of the first thread, too. */
static void keep_name(__u32 pid, const struct task_struct *task)
{
	char comm[16];

	if (!bpf_probe_read_kernel(comm, sizeof(comm), task->group_leader->comm))
		bpf_map_update_elem(&syscall_comms, &pid, comm, BPF_ANY);
}

/* This CPU's cell of a key that is not there yet; NULL when there is no room. */
static __u64 *insert(const struct syscall_key *key, const struct task_struct *task)
{
	__u64 none = 0;

	/*
	 * Another CPU may be first: then this is refused, and its entry has a cell for us.
	 * The name with each new call: after execve(2) it is another one.
	 */
	if (!bpf_map_update_elem(&syscall_counts, key, &none, BPF_NOEXIST) && key->pid)
		keep_name(key->pid, task);
	return bpf_map_lookup_elem(&syscall_counts, key);
}

/*
 * A raw tracepoint: the other kind, which hangs on a perf event, is not run while another BPF
 * program is running on this CPU or bpf(2) is at work on a map, and so would miss calls.
 */
SEC("raw_tp/sys_enter")
int count_syscall(struct bpf_raw_tracepoint_args *ctx)
{
	const struct task_struct *task = bpf_get_current_task_btf();
	struct syscall_key key = { .abi = abi_of(task), .nr = ctx->args[1] };
	__u32 lost = 0;
	__u64 *count;

	if (is_per_process())
		key.pid = bpf_get_current_pid_tgid() >> 32;
	count = bpf_map_lookup_elem(&syscall_counts, &key);
	if (!count)
		count = insert(&key, task);
	if (!count)
		count = bpf_map_lookup_elem(&syscall_lost, &lost);
	/* Atomic, since the kernel may take the CPU away from us here, and give it to another. */
	if (count)
		__sync_fetch_and_add(count, 1);
	return 0;
}
