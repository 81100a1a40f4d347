// SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
/* Counts the programs that each user starts. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

#define USERS_MAX 10240

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* uid → calls of execve(2), failed ones included */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, USERS_MAX);
	__type(key, __u32);
	__type(value, __u64);
} exec_counts SEC(".maps");

/* Calls of users that exec_counts had no room for. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} exec_lost SEC(".maps");

static int add_one(__u64 *count)
{
	if (!count)
		return -1;
	__sync_fetch_and_add(count, 1);
	return 0;
}

SEC("tracepoint/syscalls/sys_enter_execve")
int count_exec(void *ctx __attribute__((unused)))
{
	__u32 uid = (__u32)bpf_get_current_uid_gid(), lost = 0;
	__u64 one = 1;

	if (!add_one(bpf_map_lookup_elem(&exec_counts, &uid)))
		return 0;
	if (!bpf_map_update_elem(&exec_counts, &uid, &one, BPF_NOEXIST))
		return 0;
	/* The map is full, or another CPU was first with this user. */
	if (add_one(bpf_map_lookup_elem(&exec_counts, &uid)))
		add_one(bpf_map_lookup_elem(&exec_lost, &lost));
	return 0;
}
