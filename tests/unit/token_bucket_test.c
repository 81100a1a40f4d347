/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The bucket of bpf/ratelimit.bpf.c against exact arithmetic in 128 bits. */
#include "../../bpf/token_bucket.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define SECOND	   1000000000ULL
#define YEAR	   (365ULL * 24 * 3600 * SECOND)
#define STEPS	   10000000
#define N(array)   (sizeof(array) / sizeof((array)[0]))
#define START_TIME 123456789ULL

__extension__ typedef unsigned __int128 uint128;

/* Everything since the bucket was full for the last time, never rounded. */
struct exact {
	uint64_t rate, burst, full_at, taken;
};

/* In parts of a token. */
static uint128 exact_level(struct exact *exact, uint64_t now)
{
	uint128 full = (uint128)exact->burst * TOKEN_PARTS;
	uint128 gone = (uint128)exact->taken * TOKEN_PARTS;
	uint128 gained = (uint128)(now - exact->full_at) * exact->rate;

	if (gained < gone)
		return full - (gone - gained);
	exact->full_at = now;
	exact->taken = 0;
	return full;
}

static uint64_t next_random(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

/* Mostly too short for a token, now and then many tokens long; less than one on average. */
static uint64_t random_gap(uint64_t *state, uint64_t rate)
{
	uint64_t token = SECOND / rate, random = next_random(state);

	if (random % 64 == 0)
		return next_random(state) % (token * 64 + 1);
	return random % 4 ? next_random(state) % (token + 1) : 0;
}

static void compare_with_exact(uint64_t rate, uint64_t burst)
{
	struct token_limit limit = token_limit_of(rate, burst);
	struct token_bucket bucket = { .tokens = limit.burst, .last_update = START_TIME };
	struct exact exact = { limit.rate, limit.burst, START_TIME, 0 };
	uint64_t now = START_TIME, state = 88172645463325252ULL + rate, refused = 0, passed = 0;

	for (int i = 0; i < STEPS; i++) {
		uint128 level;

		now += random_gap(&state, limit.rate);
		level = exact_level(&exact, now);
		token_bucket_fill(&bucket, now, &limit);
		if (bucket.tokens != level / TOKEN_PARTS ||
		    bucket.billionths != level % TOKEN_PARTS)
			fail_msg("rate %lu burst %lu, step %d: %llu tokens and %llu, not %lu",
				 (unsigned long)rate, (unsigned long)burst, i, bucket.tokens,
				 bucket.billionths, (unsigned long)(level / TOKEN_PARTS));
		assert_int_equal(token_bucket_take(&bucket), level >= TOKEN_PARTS);
		exact.taken += level >= TOKEN_PARTS;
		passed += level >= TOKEN_PARTS;
		refused += level < TOKEN_PARTS;
	}
	/* Otherwise nothing was tested. */
	assert_true(passed > STEPS / 1000 && refused > STEPS / 1000);
}

static void test_exact(void **state)
{
	static const struct token_limit limits[] = {
		{ 3, 1 },	  { 7, 5 },	    { 100, 100 },
		{ 999983, 1000 }, { 999999937, 3 }, { TOKENS_MAX, 1000 },
	};

	(void)state;
	for (size_t i = 0; i < N(limits); i++)
		compare_with_exact(limits[i].rate, limits[i].burst);
}

/* A packet each nanosecond earns billionths only: none of them gets lost. */
static void test_short_gaps_add_up(void **state)
{
	struct token_limit limit = token_limit_of(7, 10);
	struct token_bucket bucket = { .last_update = START_TIME };
	uint64_t passed = 0, now = START_TIME;

	(void)state;
	/* 7 tokens a second: the third comes in at 428571428.57 ns. */
	for (int i = 0; i < 428571428 / 100; i++) {
		now += 100;
		token_bucket_fill(&bucket, now, &limit);
		passed += (uint64_t)token_bucket_take(&bucket);
	}
	assert_int_equal(passed, 2);
	token_bucket_fill(&bucket, START_TIME + 428571428, &limit);
	assert_int_equal(bucket.tokens, 0);
	token_bucket_fill(&bucket, START_TIME + 428571429, &limit);
	assert_int_equal(bucket.tokens, 1);
	assert_int_equal(bucket.billionths, 3);
}

static void test_idle(void **state)
{
	static const uint64_t rates[] = { 1, 3, 100, 999999937, TOKENS_MAX };
	static const uint64_t gaps[] = { YEAR, 100 * YEAR, UINT64_MAX - START_TIME };

	(void)state;
	for (size_t i = 0; i < N(rates) * N(gaps); i++) {
		struct token_limit limit = token_limit_of(rates[i % N(rates)], 1000);
		struct token_bucket bucket = { .last_update = START_TIME };
		uint64_t now = START_TIME + gaps[i / N(rates)];

		token_bucket_fill(&bucket, now, &limit);
		assert_int_equal(bucket.tokens, 1000);
		assert_int_equal(bucket.billionths, 0);
		assert_int_equal(bucket.last_update, now);
	}
}

/* What would overflow, were it multiplied. */
static void test_bounds(void **state)
{
	struct token_limit limit = token_limit_of(UINT64_MAX, UINT64_MAX);
	struct token_bucket bucket = { .last_update = 0 };

	(void)state;
	assert_int_equal(limit.rate, TOKENS_MAX);
	assert_int_equal(limit.burst, TOKENS_MAX);
	token_bucket_fill(&bucket, UINT64_MAX, &limit);
	assert_int_equal(bucket.tokens, TOKENS_MAX);
	limit = token_limit_of(1, TOKENS_MAX);
	bucket = (struct token_bucket){ .tokens = TOKENS_MAX - 1, .billionths = TOKEN_PARTS - 1 };
	token_bucket_fill(&bucket, 1, &limit);
	assert_int_equal(bucket.tokens, TOKENS_MAX);
	assert_int_equal(bucket.billionths, 0);
}

static void test_clock_behind(void **state)
{
	struct token_limit limit = token_limit_of(1000, 10);
	struct token_bucket bucket = { .tokens = 3, .billionths = 5, .last_update = START_TIME };

	(void)state;
	token_bucket_fill(&bucket, START_TIME - 1, &limit);
	token_bucket_fill(&bucket, 0, &limit);
	assert_int_equal(bucket.tokens, 3);
	assert_int_equal(bucket.billionths, 5);
	assert_int_equal(bucket.last_update, START_TIME);
	/* And the time in between does not count twice. */
	token_bucket_fill(&bucket, START_TIME + 1000000, &limit);
	assert_int_equal(bucket.tokens, 4);
	assert_int_equal(bucket.billionths, 5);
}

/* Saved before the machine was started anew, it would gain nothing for as long as that ran. */
static void test_other_clock(void **state)
{
	static const uint64_t later[] = { START_TIME + SECOND + 1, 100 * YEAR, UINT64_MAX };
	struct token_limit limit = token_limit_of(1000, 10);

	(void)state;
	for (size_t i = 0; i < N(later); i++) {
		struct token_bucket bucket = { .tokens = 3, .last_update = later[i] };

		token_bucket_fill(&bucket, START_TIME, &limit);
		assert_int_equal(bucket.tokens, 3);
		token_bucket_fill(&bucket, START_TIME + 2000000, &limit);
		assert_int_equal(bucket.tokens, 5);
	}
}

static void test_live_change(void **state)
{
	struct token_limit limit = token_limit_of(200, 0);
	struct token_bucket bucket = { .tokens = 1000, .billionths = 7, .last_update = START_TIME };

	(void)state;
	/* No burst: as many as the rate.  What is above it goes. */
	token_bucket_fill(&bucket, START_TIME, &limit);
	assert_int_equal(bucket.tokens, 200);
	assert_int_equal(bucket.billionths, 0);
	/* A rate of 0: what is there, and no more; the time meanwhile never counts. */
	limit = token_limit_of(0, 50);
	token_bucket_fill(&bucket, START_TIME + SECOND, &limit);
	assert_int_equal(bucket.tokens, 50);
	while (token_bucket_take(&bucket))
		token_bucket_fill(&bucket, bucket.last_update + SECOND, &limit);
	assert_int_equal(bucket.tokens, 0);
	assert_int_equal(bucket.last_update, START_TIME + 51 * SECOND);
	limit = token_limit_of(10, 50);
	token_bucket_fill(&bucket, START_TIME + 52 * SECOND, &limit);
	assert_int_equal(bucket.tokens, 10);
	/* Nothing at all. */
	limit = token_limit_of(0, 0);
	token_bucket_fill(&bucket, START_TIME + 53 * SECOND, &limit);
	assert_int_equal(bucket.tokens, 0);
	assert_int_equal(token_bucket_take(&bucket), 0);
}

/* Anybody who may write to the map can put anything into a bucket. */
static void test_hostile_bucket(void **state)
{
	static const uint64_t odd[] = { 0,	     1,		 99,	    100, TOKEN_PARTS - 1,
					TOKEN_PARTS, TOKENS_MAX, UINT64_MAX };

	(void)state;
	for (size_t i = 0; i < N(odd) * N(odd) * N(odd); i++) {
		struct token_limit limit = token_limit_of(odd[i % N(odd)], 100);
		struct token_bucket bucket = { odd[i % N(odd)], odd[i / N(odd) % N(odd)],
					       odd[i / N(odd) / N(odd)] };

		token_bucket_fill(&bucket, START_TIME, &limit);
		assert_true(bucket.tokens <= 100);
		assert_true(bucket.billionths < TOKEN_PARTS);
		assert_true(bucket.tokens < 100 || !bucket.billionths);
	}
}

/* The hosts of a /24, the /24 of a /16, the /16 of a /8: addresses as they lie in a packet. */
static void test_neighbours_share_no_lock(void **state)
{
	(void)state;
	for (size_t byte = 1; byte < 4; byte++) {
		bool is_taken[TOKEN_LOCKS] = { false };

		for (unsigned int i = 0; i < 256; i++) {
			uint8_t address[4] = { 10, 20, 30, 40 };
			uint32_t source, lock;

			address[byte] = (uint8_t)i;
			memcpy(&source, address, sizeof(source));
			lock = token_lock_of(source);
			assert_in_range(lock, 0, TOKEN_LOCKS - 1);
			assert_false(is_taken[lock]);
			is_taken[lock] = true;
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_exact),
		cmocka_unit_test(test_short_gaps_add_up),
		cmocka_unit_test(test_idle),
		cmocka_unit_test(test_bounds),
		cmocka_unit_test(test_clock_behind),
		cmocka_unit_test(test_other_clock),
		cmocka_unit_test(test_live_change),
		cmocka_unit_test(test_hostile_bucket),
		cmocka_unit_test(test_neighbours_share_no_lock),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
