/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * What kern/ makes of refusals and shortages: libbpf's calls are answered
 * here, and kern_denies() closes the iterators.
 */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <bpf/bpf.h>

#include "base/alloc.h"
#include "kern/deny.h"
#include "kern/iter.h"
#include "kern/iter_prog.h"
#include "kern/maps.h"
#include "kern/progs.h"
#include "kern/refusal.h"

#define OBJECTS 5
#define REFUSED 2 /* the id of the object that gives error */
#define MAP_ID	100

static int error;

bool kern_denies(const char *way)
{
	(void)way;
	return true;
}

static int next_id(uint32_t id, uint32_t *next)
{
	*next = id + 1;
	return id < OBJECTS ? 0 : -ENOENT;
}

static int fd_of(uint32_t id)
{
	return id == REFUSED && error ? -error : open("/dev/null", O_RDONLY | O_CLOEXEC);
}

int bpf_map_get_next_id(__u32 id, __u32 *next)
{
	return next_id(id, next);
}

int bpf_prog_get_next_id(__u32 id, __u32 *next)
{
	return next_id(id, next);
}

int bpf_map_get_fd_by_id_opts(__u32 id, const struct bpf_get_fd_by_id_opts *opts)
{
	(void)opts;
	return fd_of(id);
}

int bpf_prog_get_fd_by_id(__u32 id)
{
	return fd_of(id);
}

/* Programs come with room for the ids of their maps. */
int bpf_obj_get_info_by_fd(int fd, void *info, __u32 *size)
{
	struct bpf_prog_info *prog = info;
	uint32_t *ids;

	(void)fd;
	if (*size != sizeof(*prog))
		return 0;
	ids = (uint32_t *)(uintptr_t)prog->map_ids;
	prog->nr_map_ids = 1;
	*ids = MAP_ID;
	return 0;
}

static void one_map_that_is_refused_is_left_out(void **state)
{
	static const int errors[] = { EPERM, EACCES };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct map_rows *rows = NULL;

		error = errors[i];
		assert_int_equal(kern_maps_read(0, NULL, &rows), 0);
		assert_int_equal(rows->n, OBJECTS - 1);
		assert_true(rows->partial);
		kern_rows_free(rows);
	}
}

static void one_program_that_is_refused_is_left_out(void **state)
{
	struct map_progs *progs = NULL;
	size_t n;

	(void)state;
	error = EPERM;
	assert_int_equal(kern_progs_read(&progs), 0);
	assert_non_null(kern_progs_of(progs, MAP_ID, &n));
	assert_int_equal(n, OBJECTS - 1);
	assert_true(progs->partial);
	kern_progs_free(progs);
}

static void what_is_gone_leaves_the_rest_whole(void **state)
{
	struct map_progs *progs = NULL;
	struct map_rows *rows = NULL;

	(void)state;
	error = ENOENT;
	assert_int_equal(kern_maps_read(0, NULL, &rows), 0);
	assert_int_equal(rows->n, OBJECTS - 1);
	assert_false(rows->partial);
	kern_rows_free(rows);
	assert_int_equal(kern_progs_read(&progs), 0);
	assert_false(progs->partial);
	kern_progs_free(progs);
}

static void a_shortage_is_an_error(void **state)
{
	static const int errors[] = { EMFILE, ENFILE, ENOMEM };

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct map_progs *progs = NULL;
		struct map_rows *rows = NULL;
		bool partial = false;

		error = errors[i];
		assert_int_equal(kern_maps_read(0, NULL, &rows), -error);
		assert_int_equal(kern_progs_read(&progs), -error);
		assert_int_equal(without_one(-error, &partial), -error);
		assert_false(partial);
	}
}

static void take(void *data, const void *record)
{
	(void)record;
	++*(size_t *)data;
}

/* An empty pipe with a writer says EAGAIN as long as one asks. */
static void an_iterator_that_brings_nothing_is_given_up(void **state)
{
	size_t n = 0;
	int ends[2];

	(void)state;
	assert_int_equal(pipe2(ends, O_NONBLOCK | O_CLOEXEC), 0);
	assert_int_equal(write(ends[1], "recordrec", 9), 9);
	alarm(20);
	assert_int_equal(iter_each(ends[0], 6, take, &n), -EAGAIN);
	alarm(0);
	assert_int_equal(n, 1);
	close(ends[0]);
	close(ends[1]);
}

/* However much comes in between: the bound is one for all. */
static void retries_are_counted_over_the_whole_walk(void **state)
{
	unsigned int retries = KERN_ITER_RETRIES - 2;
	char byte;
	int ends[2];

	(void)state;
	assert_int_equal(pipe2(ends, O_NONBLOCK | O_CLOEXEC), 0);
	assert_int_equal(write(ends[1], "x", 1), 1);
	assert_int_equal(kern_iter_read(ends[0], &byte, 1, &retries), 1);
	assert_int_equal(kern_iter_read(ends[0], &byte, 1, &retries), -EAGAIN);
	assert_int_equal(retries, KERN_ITER_RETRIES);
	close(ends[0]);
	close(ends[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_map_that_is_refused_is_left_out),
		cmocka_unit_test(one_program_that_is_refused_is_left_out),
		cmocka_unit_test(what_is_gone_leaves_the_rest_whole),
		cmocka_unit_test(a_shortage_is_an_error),
		cmocka_unit_test(an_iterator_that_brings_nothing_is_given_up),
		cmocka_unit_test(retries_are_counted_over_the_whole_walk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
