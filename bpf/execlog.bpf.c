// SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
/* A record of each program that is started: who starts what. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

#define RING_BYTES (256 * 1024)

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct exec_event {
	__u32 pid;
	__u32 uid;
	char comm[16];
	char filename[256];
	__u64 timestamp; /* ns since the machine was started, without the time it slept */
};

/* What the kernel hands to programs on sys_enter_execve; see its file "format" in tracefs. */
struct execve_call {
	__u64 common;
	__u64 number;
	const char *filename;
	const char *const *argv, *const *envp;
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, RING_BYTES);
} exec_events SEC(".maps");

/* Records that exec_events had no room for. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} execlog_lost SEC(".maps");

static void count_lost(void)
{
	__u32 first = 0;
	__u64 *lost = bpf_map_lookup_elem(&execlog_lost, &first);

	if (lost)
		__sync_fetch_and_add(lost, 1);
}

/*
 * A function of its own, so that the types of its parameters are in the program's BTF, where
 * readers of the ring find how a record lies.
 */
static __attribute__((noinline)) int describe(struct exec_event *event, const char *filename)
{
	/* The ring has records of before in it, and neither text below fills its room. */
	__builtin_memset(event, 0, sizeof(*event));
	event->pid = (__u32)(bpf_get_current_pid_tgid() >> 32);
	event->uid = (__u32)bpf_get_current_uid_gid();
	event->timestamp = bpf_ktime_get_ns();
	bpf_get_current_comm(event->comm, sizeof(event->comm));
	/* Memory that is not there yet is not fetched from here: then the text stays empty. */
	return bpf_probe_read_user_str(event->filename, sizeof(event->filename), filename) < 0;
}

/*
 * On the way into the call, as only there filename is what was asked for, and comm still who asks:
 * a moment later the process is the new program.  Calls that fail are seen, too.
 */
SEC("tracepoint/syscalls/sys_enter_execve")
int log_exec(const struct execve_call *call)
{
	struct exec_event *event = bpf_ringbuf_reserve(&exec_events, sizeof(*event), 0);

	if (!event) {
		count_lost();
		return 0;
	}
	describe(event, call->filename);
	bpf_ringbuf_submit(event, 0);
	return 0;
}
