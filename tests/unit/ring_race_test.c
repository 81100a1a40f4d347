/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A ring that is read while it is written, by who takes no part in it. */
#include <limits.h>
#include <pthread.h>
#include <sched.h>
#include <stdbool.h>

#include <linux/bpf.h>

#include "ring_fixture.h"

#define STREAM 300000
#define BURST  50 /* about as many as there is room for */

/* So that they run at the same time wherever there are two CPUs. */
static void stay_on(int cpu)
{
	cpu_set_t set;

	CPU_ZERO(&set);
	CPU_SET(cpu, &set);
	sched_setaffinity(0, sizeof(set), &set);
}

static void await_look(const struct forged *ring)
{
	unsigned int before = __atomic_load_n(&ring->looks, __ATOMIC_RELAXED);

	while (__atomic_load_n(&ring->looks, __ATOMIC_RELAXED) == before)
		sched_yield();
}

/* What the kernel does: room, header, position, data, header; the consumer is as fast as it. */
static void *produce(void *arg)
{
	struct forged *ring = arg;
	unsigned long at = ring->producer;

	stay_on(1);
	for (uint64_t i = 0; i < STREAM; i++) {
		uint32_t words = 2 + i % 13, *header = header_at(ring, at);
		uint64_t *data = (uint64_t *)(void *)(ring->data + ((at + 8) & (ring->size - 1)));
		unsigned long behind = at + 8 + 8 * (unsigned long)words;

		if (behind - ring->consumer > ring->size - 1)
			__atomic_store_n(&ring->consumer, at, __ATOMIC_RELEASE);
		__atomic_store_n(header, words * 8 | BPF_RINGBUF_BUSY_BIT, __ATOMIC_RELEASE);
		__atomic_store_n(&ring->producer, behind, __ATOMIC_SEQ_CST);
		for (uint32_t w = 0; w < words; w++)
			__atomic_store_n(data + w, i, __ATOMIC_RELAXED);
		__atomic_store_n(header, words * 8, __ATOMIC_RELEASE);
		at = behind;
		if (i % BURST == 0)
			await_look(ring);
	}
	return NULL;
}

/* The number of the record that the walk is at, once all of it was found to be one. */
static uint64_t check_whole(const struct ring_walk *walk)
{
	const uint64_t *data = walk->data;

	assert_int_equal(walk->size, 8 * (2 + data[0] % 13));
	for (uint32_t w = 1; w < walk->size / 8; w++)
		assert_int_equal(data[w], data[0]);
	return data[0];
}

/* However it is overtaken, each record is whole, in order, and what was missed adds up. */
static void read_while_written(void **state)
{
	struct forged *ring = forge(ULONG_MAX - 99999);
	const unsigned long start = ring->producer;
	unsigned long seen = 0, missed = 0;
	uint64_t last = UINT64_MAX;
	pthread_t thread;

	(void)state;
	stay_on(0);
	assert_int_equal(pthread_create(&thread, NULL, produce, ring), 0);
	while (last != STREAM - 1) {
		int found = next(ring);

		if (found == RING_OVERTAKEN) {
			missed += ring->walk.missed;
		} else if (found == RING_RECORD) {
			uint64_t number = check_whole(&ring->walk);

			assert_true(last == UINT64_MAX || number > last);
			last = number;
			seen += ring->walk.length;
		} else {
			assert_true(found == RING_END || found == RING_BUSY);
		}
	}
	pthread_join(thread, NULL);
	assert_int_equal(start + seen + missed, ring->producer);
	assert_true(seen && missed);
	assert_int_equal(next(ring), RING_END);
	destroy(ring);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(read_while_written),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
