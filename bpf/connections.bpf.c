// SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
/* Counts the IP packets that an interface receives, by who sends them to whom. */
#include "packet.h"

#define CONNECTIONS_MAX 65536

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* An IPv4 address as ::ffff:a.b.c.d; ports 0 where there are none. */
struct connection {
	__u8 saddr[16];
	__u8 daddr[16];
	__be16 sport;
	__be16 dport;
	__u8 protocol;
	__u8 : 8; /* part of the key that the kernel compares, so zero */
	__u16 : 16;
};

struct connection_count {
	__u64 packets;
	__u64 bytes;
	__u64 last_seen; /* nanoseconds since the machine started, its sleep left out */
};

/* The one that has been quiet for long makes room for a new one. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, CONNECTIONS_MAX);
	__type(key, struct connection);
	__type(value, struct connection_count);
} connections SEC(".maps");

/* Packets of connections that no room was found for. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} connections_lost SEC(".maps");

static int add(struct connection_count *count, const struct connection_count *more)
{
	if (!count)
		return -1;
	__sync_fetch_and_add(&count->packets, more->packets);
	__sync_fetch_and_add(&count->bytes, more->bytes);
	count->last_seen = more->last_seen;
	return 0;
}

SEC("xdp.frags")
int count_connections(struct xdp_md *ctx)
{
	struct connection_count one = { .packets = 1, .last_seen = bpf_ktime_get_ns() };
	struct connection key;
	struct packet packet;
	__u32 first = 0;
	__u64 *lost;

	packet_parse(ctx, &packet);
	if (!packet.version)
		return XDP_PASS;
	__builtin_memset(&key, 0, sizeof(key));
	__builtin_memcpy(key.saddr, &packet.saddr, sizeof(key.saddr));
	__builtin_memcpy(key.daddr, &packet.daddr, sizeof(key.daddr));
	key.sport = packet.sport;
	key.dport = packet.dport;
	key.protocol = packet.protocol;
	one.bytes = packet.bytes;
	if (!add(bpf_map_lookup_elem(&connections, &key), &one))
		return XDP_PASS;
	if (!bpf_map_update_elem(&connections, &key, &one, BPF_NOEXIST))
		return XDP_PASS;
	/* No room, or another CPU was first with this one. */
	if (!add(bpf_map_lookup_elem(&connections, &key), &one))
		return XDP_PASS;
	lost = bpf_map_lookup_elem(&connections_lost, &first);
	if (lost)
		__sync_fetch_and_add(lost, 1);
	return XDP_PASS;
}
