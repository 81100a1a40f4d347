/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Entry sources against a kernel that is made up (entry_fake.c). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "entry/source.h"
#include "entry_drain.h"
#include "entry_fake.h"

static const struct map_type rhash = { .name = "rhash", .can = MAP_WALK | MAP_ITER };

static int set_up(void **state)
{
	(void)state;
	fake_reset();
	return 0;
}

static void batch_reads_all(void **state)
{
	(void)state;
	each_once();
}

static void batch_grows_for_a_large_bucket(void **state)
{
	(void)state;
	large();
	fake.bucket = 70001;
	each_once();
}

/* A bucket with more entries than the map admits to. */
static void batch_growth_is_bounded(void **state)
{
	(void)state;
	fake.n = KEYS_MAX;
	fake.bucket = KEYS_MAX;
	fake_map.info.max_entries = 20;
	fails_with("map conns: reading its entries: No space left on device");
}

static void batch_goes_on_after_a_busy_bucket(void **state)
{
	static const int errors[] = { -EBUSY, -EAGAIN, -EINTR, -EDEADLK, -ETIMEDOUT };

	(void)state;
	for (size_t i = 0; i < 10; i++)
		for (unsigned int at = 1; at < 8; at++) {
			fake_reset();
			large();
			fake.fail_with = errors[i / 2];
			fake.fail_late = i % 2;
			fake.fail_at = at;
			each_once();
		}
}

static void batch_refuses_to_idle_for_ever(void **state)
{
	(void)state;
	fake.idle = true;
	fails_with("map conns: reading its entries: Input/output error");
}

static void an_error_comes_through_the_thread(void **state)
{
	(void)state;
	large();
	fake.fail_at = 7;
	fake.fail_with = -EFAULT;
	fails_with("map conns: reading its entries: Bad address");
}

static void a_thread_stops_in_the_middle(void **state)
{
	(void)state;
	for (int chunks = 0; chunks < 8; chunks++) {
		struct entry_source *source;
		struct entries chunk;
		struct err err = { 0 };

		fake_reset();
		large();
		source = open_source();
		for (int i = 0; i < chunks; i++)
			assert_int_equal(source->ops->next(source, &chunk, &err), 1);
		entry_source_close(source);
	}
}

static void a_walk_reads_all(void **state)
{
	(void)state;
	fake.denied = "batch";
	each_once();
}

/* Each deleted cursor sends the kernel back to the first key. */
static void a_walk_survives_deletions(void **state)
{
	(void)state;
	for (uint32_t deletes = 2; deletes < 50; deletes++) {
		fake_reset();
		large();
		fake.denied = "batch";
		fake.deletes = deletes;
		each_once();
	}
}

static void a_walk_looks_again(void **state)
{
	(void)state;
	fake.denied = "batch";
	fake.absent = 3;
	fake.absent_times = 4;
	each_once();
}

static void a_walk_without_guard_repeats(void **state)
{
	(void)state;
	fake.denied = "batch,guard";
	fake.deletes = 100;
	entry_source_close(drained());
	assert_true(fake.seen[1] > 1);
}

static void a_walk_gives_up_on_endless_growth(void **state)
{
	struct entry_source *source;

	(void)state;
	fake.denied = "batch";
	fake.regrows = KEYS_MAX;
	source = drained();
	assert_string_equal(source->incomplete, "map conns changed faster than it could be read; "
						"entries may be missing");
	entry_source_close(source);
}

static void a_walk_carries_errors(void **state)
{
	(void)state;
	fake.denied = "batch";
	fake.lookup_error = -EOPNOTSUPP;
	each_once();
}

/* Makes the map one that only an iterator reads, which brings these bytes. */
static void iterate(const void *bytes, size_t n)
{
	int pipes[2];

	assert_int_equal(pipe(pipes), 0);
	assert_int_equal(write(pipes[1], bytes, n), n);
	close(pipes[1]);
	fake.iter_fd = pipes[0];
	fake_map.type = &rhash;
}

static void an_iterator_reads_each_once(void **state)
{
	static uint32_t records[1100][3]; /* the first hundred come twice */

	(void)state;
	for (uint32_t i = 0; i < 1100; i++) {
		records[i][0] = i % 1000;
		records[i][1] = i % 1000 + 1;
	}
	iterate(records, sizeof(records));
	each_once();
}

static void an_iterator_that_ends_too_early_fails(void **state)
{
	(void)state;
	iterate("sixteen bytes: X", 16);
	fails_with("map conns: reading its entries: Input/output error");
}

static void a_type_without_entries_says_what_reads_it(void **state)
{
	static const struct map_type queue = {
		.name = "queue",
		.instead = "a queue has no entries to walk; 'mapctl lookup' shows its head",
	};
	struct entry_source *source = NULL;
	struct err err = { 0 };

	(void)state;
	fake_map.type = &queue;
	assert_int_equal(entry_source_open(&fake_map, &source, &err), -ERR_USAGE);
	assert_string_equal(err.msg, "map conns: a queue has no entries to walk; "
				     "'mapctl lookup' shows its head");
}

#define TEST(f) cmocka_unit_test_setup(f, set_up)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(batch_reads_all),
		TEST(batch_grows_for_a_large_bucket),
		TEST(batch_growth_is_bounded),
		TEST(batch_goes_on_after_a_busy_bucket),
		TEST(batch_refuses_to_idle_for_ever),
		TEST(an_error_comes_through_the_thread),
		TEST(a_thread_stops_in_the_middle),
		TEST(a_walk_reads_all),
		TEST(a_walk_survives_deletions),
		TEST(a_walk_looks_again),
		TEST(a_walk_without_guard_repeats),
		TEST(a_walk_gives_up_on_endless_growth),
		TEST(a_walk_carries_errors),
		TEST(an_iterator_reads_each_once),
		TEST(an_iterator_that_ends_too_early_fails),
		TEST(a_type_without_entries_says_what_reads_it)
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
