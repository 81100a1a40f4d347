// SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
/* Drops what an IPv4 source sends above its rate: a token bucket a source. */
#include "packet.h"
#include "token_bucket.h"

#define SOURCES_MAX 65536

enum fail {
	FAIL_OPEN, /* who has no bucket starts with a full one, or passes */
	FAIL_CLOSED,
};

char LICENSE[] SEC("license") = "Dual BSD/GPL";

const volatile __u32 fail = FAIL_OPEN;

/* source address → its bucket */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, SOURCES_MAX);
	__type(key, __be32);
	__type(value, struct token_bucket);
} rate_limit SEC(".maps");

/* Read for each packet: it may change at any time, also to what token_limit_of() has to mend. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct token_limit);
} rate_limit_config SEC(".maps");

struct verdicts {
	__u64 passed, dropped;
};

/* Packets of IPv4 alone: what else passes is not counted. */
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct verdicts);
} rate_limit_stats SEC(".maps");

struct bucket_lock {
	struct bpf_spin_lock lock;
};

/* By token_lock_of(). */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, TOKEN_LOCKS);
	__type(key, __u32);
	__type(value, struct bucket_lock);
} rate_limit_locks SEC(".maps");

static struct bucket_lock *lock_of(__be32 source)
{
	__u32 n = token_lock_of(source);

	return bpf_map_lookup_elem(&rate_limit_locks, &n);
}

/*
 * The first packet of a source: whether it passes, or -1 where the source has a bucket by now.
 * It is not looked up again, which would say to the LRU that it is in use: so the buckets of
 * those that have sent one packet make room first, and a flood of false sources leaves the
 * others theirs.
 */
static int first_passes(__be32 source, __u64 now, const struct token_limit *limit)
{
	struct token_bucket bucket = {
		.tokens = fail == FAIL_OPEN ? limit->burst : 0,
		.last_update = now,
	};
	int passes = token_bucket_take(&bucket);

	return bpf_map_update_elem(&rate_limit, &source, &bucket, BPF_NOEXIST) ? -1 : passes;
}

static int may_pass(__be32 source)
{
	__u64 now = bpf_ktime_get_ns();
	struct bucket_lock *lock = lock_of(source);
	struct token_limit limit = { 0 }, *config;
	struct token_bucket *bucket;
	__u32 first = 0;
	int passes;

	config = bpf_map_lookup_elem(&rate_limit_config, &first);
	if (config)
		limit = token_limit_of(config->rate, config->burst);
	bucket = bpf_map_lookup_elem(&rate_limit, &source);
	if (!bucket) {
		passes = first_passes(source, now, &limit);
		if (passes >= 0)
			return passes;
		/* Another CPU was first with this source, or there is no room at all. */
		bucket = bpf_map_lookup_elem(&rate_limit, &source);
	}
	if (!lock || !bucket)
		return fail == FAIL_OPEN;
	bpf_spin_lock(&lock->lock);
	token_bucket_fill(bucket, now, &limit);
	passes = token_bucket_take(bucket);
	bpf_spin_unlock(&lock->lock);
	return passes;
}

static void count(int passes)
{
	__u32 first = 0;
	struct verdicts *verdicts = bpf_map_lookup_elem(&rate_limit_stats, &first);

	if (verdicts)
		__sync_fetch_and_add(passes ? &verdicts->passed : &verdicts->dropped, 1);
}

SEC("xdp.frags")
int limit_rate(struct xdp_md *ctx)
{
	struct packet packet;
	int passes;

	packet_parse(ctx, &packet);
	if (packet.version != 4)
		return XDP_PASS;
	passes = may_pass(packet.saddr.words[3]);
	count(passes);
	return passes ? XDP_PASS : XDP_DROP;
}
