/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * A token bucket in whole numbers: it holds burst tokens at most and gains
 * rate of them a second.  A rate in tokens a second is as well one in
 * billionths of a token a nanosecond, so nothing is ever rounded: what is not
 * a whole token yet is kept as billionths.
 *
 * Of the program ratelimit and of its unit test alike.  Everything is inline:
 * under a bpf_spin_lock a program calls no functions.
 */
#ifndef BPF_TOKEN_BUCKET_H
#define BPF_TOKEN_BUCKET_H

#include <linux/types.h>

#define TOKEN_PARTS 1000000000ULL /* in a token, and nanoseconds in a second */
/* Of rate and burst: what is more counts as this.  TOKEN_PARTS times this fits a u64. */
#define TOKENS_MAX 1000000000ULL

/* Locks that the buckets share, as the values of an LRU hash cannot hold any. */
#define TOKEN_LOCK_BITS 10
#define TOKEN_LOCKS	(1U << TOKEN_LOCK_BITS)

#define TOKEN_INLINE static inline __attribute__((always_inline))

struct token_bucket {
	__u64 tokens;
	__u64 billionths;  /* of a token more: below TOKEN_PARTS */
	__u64 last_update; /* ns, of the clock that now is of */
};

struct token_limit {
	__u64 rate;  /* tokens a second; 0: none come in */
	__u64 burst; /* tokens; 0: as many as rate */
};

/* The limit that is meant, with both members up to TOKENS_MAX. */
TOKEN_INLINE struct token_limit token_limit_of(__u64 rate, __u64 burst)
{
	struct token_limit limit = {
		.rate = rate < TOKENS_MAX ? rate : TOKENS_MAX,
		.burst = burst < TOKENS_MAX ? burst : TOKENS_MAX,
	};

	if (!limit.burst)
		limit.burst = limit.rate;
	return limit;
}

/*
 * Adds what has come in since last_update, and cuts what is above the burst.
 * A now before last_update, which another CPU's clock may have, adds nothing; one that is
 * more than a second before it is of another clock, as of a bucket that was restored after the
 * machine has started anew: the time counts from now.
 * limit is of token_limit_of(); the bucket may hold anything.
 */
TOKEN_INLINE void token_bucket_fill(struct token_bucket *bucket, __u64 now,
				    const struct token_limit *limit)
{
	__u64 full = limit->burst * TOKEN_PARTS, level = full, elapsed = 0;

	if (now > bucket->last_update) {
		elapsed = now - bucket->last_update;
		bucket->last_update = now;
	} else if (bucket->last_update - now > TOKEN_PARTS) {
		bucket->last_update = now;
	}
	if (bucket->tokens < limit->burst && bucket->billionths < TOKEN_PARTS)
		level = bucket->tokens * TOKEN_PARTS + bucket->billionths;
	/* Then elapsed times rate is no more than what fits in. */
	if (limit->rate && elapsed <= (full - level) / limit->rate)
		level += elapsed * limit->rate;
	else if (limit->rate)
		level = full;
	bucket->tokens = level / TOKEN_PARTS;
	bucket->billionths = level % TOKEN_PARTS;
}

/* Takes a token, of a bucket that has been filled: 1; 0 where there is none. */
TOKEN_INLINE int token_bucket_take(struct token_bucket *bucket)
{
	if (!bucket->tokens)
		return 0;
	bucket->tokens--;
	return 1;
}

/*
 * Which lock a source's bucket is under: different ones for the hosts of a network, and for
 * networks.  Only the upper bits of a product depend on all bits of what is multiplied.
 */
TOKEN_INLINE __u32 token_lock_of(__u32 source)
{
	return source * 2654435761U >> (32 - TOKEN_LOCK_BITS);
}

#endif
