/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Maps made to hurt their reader: too large, too idle, changing under its eyes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "entry_drain.h"
#include "entry_fake.h"
#include "kern/iter.h"

static int set_up(void **state)
{
	(void)state;
	fake_reset();
	return 0;
}

/* From key 500 on, one bucket of 100 MB: not the memory of the reader's. */
static void crafted(uint32_t deletes)
{
	fake_reset();
	large();
	fake_map.cell_stride = 1024;
	fake.crafted = 500;
	fake.deletes = deletes;
	each_once();
	assert_true(fake.most_room * 1024ull <= 16 << 20);
}

static void a_crafted_bucket_is_walked(void **state)
{
	(void)state;
	for (uint32_t deletes = 0; deletes < 5; deletes += 2)
		crafted(deletes);
}

/* Of what came by batch nothing is left to go on from. */
static void a_crafted_bucket_that_is_lost_is_owned_to(void **state)
{
	struct entry_source *source;
	struct entries chunk;
	struct err err = { 0 };

	(void)state;
	large();
	fake_map.cell_stride = 1024;
	fake.crafted = 500;
	fake_map.info.max_entries =
		16000; /* not read ahead: what goes now is gone for the reader */
	source = open_source();
	while (fake.seen[499] == 0) {
		assert_int_equal(source->ops->next(source, &chunk, &err), 1);
		count_chunk(&chunk);
	}
	memset(fake.gone, true, 500);
	assert_int_equal(drain(source, &err), 0);
	assert_non_null(strstr(source->incomplete, "entries may be missing"));
	entry_source_close(source);
	for (uint32_t i = 0; i < fake.n; i++)
		assert_true(fake.seen[i] < 2);
}

static void large_entries_are_walked_from_the_start(void **state)
{
	(void)state;
	fake_map.cell_stride = 2 << 20;
	each_once();
	assert_int_equal(fake.calls, 0);
}

/* More than there is memory for: an error, not an abort. */
static void keys_beyond_memory_fail(void **state)
{
	static const char *const denied[] = { "batch", "" };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct entry_source *source = NULL;
		struct err err = { 0 };

		fake_reset();
		fake.denied = denied[i];
		fake_map.info.key_size = UINT32_MAX;
		if (entry_source_open(&fake_map, &source, &err))
			assert_string_equal(err.msg, "map conns: reading its entries: "
						     "Cannot allocate memory");
		entry_source_close(source);
	}
}

/* How often this process has called read(), or 0 where the kernel does not count. */
static unsigned long reads(void)
{
	unsigned long n = 0;
	FILE *file = fopen("/proc/self/io", "r");

	if (file && fscanf(file, "%*s %*u %*s %*u syscr: %lu", &n) != 1)
		n = 0;
	if (file)
		fclose(file);
	return n;
}

/* Each EAGAIN stands for a million objects. */
static void an_iterator_that_brings_nothing_is_given_up(void **state)
{
	static const struct map_type rhash = { .name = "rhash", .can = MAP_WALK | MAP_ITER };
	unsigned long before = reads();
	int pipes[2];

	(void)state;
	assert_int_equal(pipe2(pipes, O_NONBLOCK), 0);
	fake.iter_fd = pipes[0];
	fake_map.type = &rhash;
	fails_with("map conns: reading its entries: Resource temporarily unavailable");
	assert_true(reads() - before < 2 * KERN_ITER_RETRIES);
	close(pipes[1]);
}

/* Between the check of a byte and its printing nobody may change it. */
static void mapped_memory_is_copied(void **state)
{
	static const struct map_type array = {
		.name = "array",
		.key = KEY_INDEX,
		.can = MAP_WALK | MAP_MMAP,
	};
	struct entry_source *source;
	struct entries chunk;
	struct err err = { 0 };
	uint64_t value = 1;

	(void)state;
	fake_map.type = &array;
	fake_map.info.map_flags = BPF_F_MMAPABLE;
	fake.memory_fd = memfd_create("array", 0);
	assert_int_equal(ftruncate(fake.memory_fd, fake.n * sizeof(value)), 0);
	assert_int_equal(pwrite(fake.memory_fd, &value, sizeof(value), 0), sizeof(value));
	source = open_source();
	assert_string_equal(source->ops->name, "mmap");
	assert_int_equal(source->ops->next(source, &chunk, &err), 1);
	value = 0x1b1b1b1b1b1b1b1b;
	assert_int_equal(pwrite(fake.memory_fd, &value, sizeof(value), 0), sizeof(value));
	memcpy(&value, chunk.values, sizeof(value));
	assert_int_equal(value, 1);
	entry_source_close(source);
	close(fake.memory_fd);
}

#define TEST(f) cmocka_unit_test_setup(f, set_up)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(a_crafted_bucket_is_walked),
		TEST(a_crafted_bucket_that_is_lost_is_owned_to),
		TEST(large_entries_are_walked_from_the_start),
		TEST(keys_beyond_memory_fail),
		TEST(an_iterator_that_brings_nothing_is_given_up),
		TEST(mapped_memory_is_copied),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
