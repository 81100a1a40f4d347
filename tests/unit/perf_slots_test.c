/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Slots of perf event arrays, on the real kernel; skipped where it lets us make none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmocka.h>

#include <linux/bpf.h>
#include <linux/perf_event.h>
#include <bpf/bpf.h>

#include "kern/log.h"
#include "kern/perf_buffers.h"
#include "kern/cpus.h"
#include "kern/perf_slots.h"

#define SLOTS 100

static int make_map(uint32_t flags)
{
	LIBBPF_OPTS(bpf_map_create_opts, opts, .map_flags = flags);
	int fd = bpf_map_create(BPF_MAP_TYPE_PERF_EVENT_ARRAY, "slots", 4, 4, SLOTS, &opts);

	if (fd < 0)
		skip();
	return fd;
}

/* The same map, in a file of its own. */
static int again(int fd)
{
	struct bpf_map_info info = { 0 };
	uint32_t len = sizeof(info);

	assert_int_equal(bpf_obj_get_info_by_fd(fd, &info, &len), 0);
	return bpf_map_get_fd_by_id(info.id);
}

static uint32_t first_cpu(void)
{
	uint32_t *cpus = NULL, first;
	size_t n = 0;

	assert_int_equal(kern_online_cpus(&cpus, &n), 0);
	assert_true(n > 0);
	first = cpus[0];
	free(cpus);
	return first;
}

static int make_event(void)
{
	struct perf_event_attr attr = {
		.size = sizeof(attr),
		.type = PERF_TYPE_SOFTWARE,
		.config = PERF_COUNT_SW_BPF_OUTPUT,
	};
	int fd = (int)syscall(SYS_perf_event_open, &attr, -1, first_cpu(), -1, 0);

	if (fd < 0)
		skip();
	return fd;
}

static void fill(int map_fd, uint32_t slot, int event)
{
	assert_int_equal(bpf_map_update_elem(map_fd, &slot, &event, 0), 0);
}

static bool is_taken(int map_fd, uint32_t slot)
{
	bool taken;

	assert_int_equal(kern_perf_slots(map_fd, &slot, 1, &taken), 0);
	return taken;
}

static void test_slots(void **state)
{
	const uint32_t filled[] = { 0, 31, 32, 65, 99 }, some[] = { 30, 31, 64, 65, 98, 99 };
	int map_fd = make_map(0), event = make_event();
	uint32_t all[SLOTS];
	bool taken[SLOTS];

	(void)state;
	for (uint32_t i = 0; i < 5; i++)
		fill(map_fd, filled[i], event);
	for (uint32_t i = 0; i < SLOTS; i++)
		all[i] = i;
	assert_int_equal(kern_perf_slots(map_fd, all, SLOTS, taken), 0);
	for (uint32_t i = 0, at = 0; i < SLOTS; i++) {
		bool wanted = at < 5 && filled[at] == i;

		assert_int_equal(taken[i], wanted);
		at += wanted;
	}
	assert_int_equal(kern_perf_slots(map_fd, some, 6, taken), 0);
	for (uint32_t i = 0; i < 6; i++)
		assert_int_equal(taken[i], i % 2);
	close(event);
	close(map_fd);
}

static int ignore_sample(void *data, const struct perf_sample *sample)
{
	(void)data;
	(void)sample;
	return 0;
}

static int ignore_loss(void *data, const struct perf_loss *loss)
{
	(void)data;
	(void)loss;
	return 0;
}

static struct perf_buffers *open_slots(int map_fd, bool stays, uint32_t slot, uint32_t other)
{
	const struct perf_place places[] = { { first_cpu(), slot }, { first_cpu(), other } };
	const struct perf_taker taker = { ignore_sample, ignore_loss, NULL };
	struct perf_buffers *buffers = NULL;

	assert_int_equal(kern_perf_open(again(map_fd), places, 2, stays, &taker, &buffers), 0);
	assert_true(is_taken(map_fd, slot) && is_taken(map_fd, other));
	return buffers;
}

/* Who has taken a slot from us keeps it when we end. */
static void test_close(void **state)
{
	int map_fd = make_map(0), event = make_event();
	struct perf_buffers *buffers = open_slots(map_fd, false, 3, 40);

	(void)state;
	fill(map_fd, 40, event);
	kern_perf_close(buffers);
	assert_false(is_taken(map_fd, 3));
	assert_true(is_taken(map_fd, 40));
	close(event);
	close(map_fd);
}

static void test_close_kept(void **state)
{
	int map_fd = make_map(BPF_F_PRESERVE_ELEMS), event = make_event();
	struct perf_buffers *buffers = open_slots(map_fd, true, 3, 40);

	(void)state;
	fill(map_fd, 7, event);
	kern_perf_close(buffers);
	assert_false(is_taken(map_fd, 3));
	assert_false(is_taken(map_fd, 40));
	assert_true(is_taken(map_fd, 7));
	close(event);
	close(map_fd);
}

/* Of a slot that there is not, and a CPU that there is not: those before are empty again. */
static void test_open_refused(void **state)
{
	const struct perf_place far[] = { { first_cpu(), 1 }, { first_cpu(), SLOTS } };
	const struct perf_place nowhere[] = { { first_cpu(), 1 }, { 60000, 2 } };
	const struct perf_taker taker = { ignore_sample, ignore_loss, NULL };
	struct perf_buffers *buffers = NULL;
	int map_fd = make_map(0);

	(void)state;
	close(make_event());
	assert_true(kern_perf_open(again(map_fd), far, 2, false, &taker, &buffers) < 0);
	assert_true(kern_perf_open(again(map_fd), nowhere, 2, false, &taker, &buffers) < 0);
	assert_null(buffers);
	assert_false(is_taken(map_fd, 1));
	close(map_fd);
}

/* Who was there before stays, also where slots are emptied by number. */
static void test_open_refused_taken(void **state)
{
	const struct perf_place places[] = { { first_cpu(), 1 }, { 60000, 2 } };
	const struct perf_taker taker = { ignore_sample, ignore_loss, NULL };
	struct perf_buffers *buffers = NULL;

	(void)state;
	for (uint32_t stays = 0; stays < 2; stays++) {
		int map_fd = make_map(stays ? BPF_F_PRESERVE_ELEMS : 0), event = make_event();

		fill(map_fd, 2, event);
		assert_true(kern_perf_open(again(map_fd), places, 2, stays, &taker, &buffers) < 0);
		assert_false(is_taken(map_fd, 1));
		assert_true(is_taken(map_fd, 2));
		close(event);
		close(map_fd);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_slots),
		cmocka_unit_test(test_close),
		cmocka_unit_test(test_close_kept),
		cmocka_unit_test(test_open_refused),
		cmocka_unit_test(test_open_refused_taken),
	};

	kern_log(NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
