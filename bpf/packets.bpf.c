// SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
/* Counts the packets that an interface receives, by CPU and by protocol. */
#include "packet.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct protocol_count {
	__u64 packets;
	__u64 bytes;
};

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} packet_counts SEC(".maps");

/* By the number of the protocol above IP; PACKET_OTHER for what is not IP or is broken. */
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 256);
	__type(key, __u32);
	__type(value, struct protocol_count);
} protocol_stats SEC(".maps");

/* Where the kernel is fully preemptible, one packet's program may interrupt another's. */
SEC("xdp.frags")
int count_packets(struct xdp_md *ctx)
{
	struct protocol_count *protocol;
	__u32 first = 0, number;
	struct packet packet;
	__u64 *count;

	packet_parse(ctx, &packet);
	number = packet.protocol;
	count = bpf_map_lookup_elem(&packet_counts, &first);
	protocol = bpf_map_lookup_elem(&protocol_stats, &number);
	if (!count || !protocol)
		return XDP_PASS;
	__sync_fetch_and_add(count, 1);
	__sync_fetch_and_add(&protocol->packets, 1);
	__sync_fetch_and_add(&protocol->bytes, packet.bytes);
	return XDP_PASS;
}
