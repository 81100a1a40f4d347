/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Rings that no producer can be brought to make on purpose, and that none would make. */
#include <limits.h>
#include <string.h>

#include <linux/bpf.h>

#include "ring_fixture.h"

/* A record of size bytes that all are `byte`; its position. */
static unsigned long put(struct forged *ring, uint32_t size, int byte, uint32_t bits)
{
	unsigned long at = ring->producer;

	*header_at(ring, at) = size | bits;
	memset(ring->data + ((at + 8) & (ring->size - 1)), byte, size);
	ring->producer += (size + 8 + 7) & ~7ul;
	return at;
}

static void expect_record(struct forged *ring, uint32_t size, int byte)
{
	assert_int_equal(next(ring), RING_RECORD);
	assert_int_equal(ring->walk.size, size);
	assert_int_equal(ring->walk.length, (size + 8 + 7) & ~7ul);
	assert_int_equal((uintptr_t)ring->walk.data % 8, 0);
	for (uint32_t i = 0; i < size; i++)
		assert_int_equal(((uint8_t *)ring->walk.data)[i], byte);
}

static void empty_and_growing(void **state)
{
	struct forged *ring = forge(0);

	(void)state;
	assert_int_equal(next(ring), RING_END);
	put(ring, 8, 'a', 0);
	put(ring, 0, 'b', 0);
	put(ring, 1, 'c', 0);
	put(ring, 300, 'd', 0);
	put(ring, 2000, 'e', 0);
	expect_record(ring, 8, 'a');
	expect_record(ring, 0, 'b');
	expect_record(ring, 1, 'c');
	expect_record(ring, 300, 'd');
	expect_record(ring, 2000, 'e');
	assert_int_equal(next(ring), RING_END);
	assert_int_equal(ring->walk.at, ring->producer);
	put(ring, 9, 'f', 0);
	expect_record(ring, 9, 'f');
	assert_int_equal(next(ring), RING_END);
	destroy(ring);
}

static void discarded(void **state)
{
	struct forged *ring = forge(0);

	(void)state;
	put(ring, 20, 'a', BPF_RINGBUF_DISCARD_BIT);
	put(ring, 8, 'b', 0);
	assert_int_equal(next(ring), RING_DISCARDED);
	assert_int_equal(ring->walk.length, 32);
	expect_record(ring, 8, 'b');
	assert_int_equal(next(ring), RING_END);
	destroy(ring);
}

/* Those behind one that is still being written wait for it. */
static void busy(void **state)
{
	struct forged *ring = forge(0);
	unsigned long at;

	(void)state;
	put(ring, 8, 'a', 0);
	at = put(ring, 8, 'b', BPF_RINGBUF_BUSY_BIT);
	put(ring, 8, 'c', 0);
	expect_record(ring, 8, 'a');
	for (int i = 0; i < 3; i++)
		assert_int_equal(next(ring), RING_BUSY);
	assert_int_equal(ring->walk.at, at);
	*header_at(ring, at) = 8;
	expect_record(ring, 8, 'b');
	expect_record(ring, 8, 'c');
	at = put(ring, 8, 'd', BPF_RINGBUF_BUSY_BIT);
	assert_int_equal(next(ring), RING_BUSY);
	*header_at(ring, at) = 8 | BPF_RINGBUF_DISCARD_BIT;
	assert_int_equal(next(ring), RING_DISCARDED);
	assert_int_equal(next(ring), RING_END);
	destroy(ring);
}

/* Many times around, from `start`, with records across the end of the memory. */
static void around(unsigned long start)
{
	struct forged *ring = forge(start);

	for (int i = 0; i < 5000; i++) {
		put(ring, (uint32_t)(i * 7 % 1500), i % 251, 0);
		expect_record(ring, (uint32_t)(i * 7 % 1500), i % 251);
		ring->consumer = ring->walk.at;
	}
	assert_int_equal(next(ring), RING_END);
	destroy(ring);
}

static void wraps_around(void **state)
{
	(void)state;
	around(0);
	/* Positions, too, begin again at 0 some day. */
	around(ULONG_MAX - 10007);
}

static void overtaken(void **state)
{
	struct forged *ring = forge(ULONG_MAX - 2047);

	(void)state;
	put(ring, 8, 'a', 0);
	expect_record(ring, 8, 'a');
	for (int i = 0; i < 700; i++) {
		put(ring, 8, i % 251, 0);
		if (ring->producer - ring->consumer > 64)
			ring->consumer += 16;
	}
	assert_int_equal(next(ring), RING_OVERTAKEN);
	assert_int_equal(ring->walk.missed, (700 - 4) * 16);
	for (int i = 696; i < 700; i++)
		expect_record(ring, 8, i % 251);
	assert_int_equal(next(ring), RING_END);
	destroy(ring);
}

/*
 * A ring of a user's may be full to the last byte.  When what is at the other end was taken out,
 * a header is being written there already.
 */
static void full(void **state)
{
	struct forged *ring = forge(0);

	(void)state;
	put(ring, 8, 'a', 0);
	put(ring, (uint32_t)ring->size - 24, 'b', 0);
	assert_int_equal(ring->producer, ring->size);
	expect_record(ring, 8, 'a');
	ring->walk.at = 0;
	expect_record(ring, 8, 'a');
	ring->walk.at = 0;
	ring->consumer = 16;
	assert_int_equal(next(ring), RING_OVERTAKEN);
	assert_int_equal(ring->walk.missed, 16);
	expect_record(ring, (uint32_t)ring->size - 24, 'b');
	destroy(ring);
}

static void expect_nonsense(struct forged *ring)
{
	unsigned long at = ring->walk.at;

	for (int i = 0; i < 3; i++)
		assert_int_equal(next(ring), RING_NONSENSE);
	assert_int_equal(ring->walk.at, at);
	destroy(ring);
}

static void lengths_of_nonsense(void **state)
{
	const uint32_t lengths[] = { 9, 4096 - 8, 4096, 4097, 8192, 0x3fffffff, 0x3ffffff8 };

	(void)state;
	for (size_t i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
		struct forged *ring = forge(ULONG_MAX - 7);

		put(ring, 8, 'a', 0);
		*header_at(ring, ring->walk.at) = lengths[i];
		expect_nonsense(ring);
		ring = forge(0);
		put(ring, 8, 'a', 0);
		*header_at(ring, 0) = lengths[i] | BPF_RINGBUF_DISCARD_BIT;
		expect_nonsense(ring);
	}
}

static void positions_of_nonsense(void **state)
{
	struct forged *ring = forge(4);

	(void)state;
	ring->producer = 64;
	expect_nonsense(ring);
	/* the producer is behind, and so is nobody */
	ring = forge(64);
	ring->producer = 32;
	expect_nonsense(ring);
	/* the same, and the walk has seen what was there before: only a user ring buffer's can */
	ring = forge(0);
	put(ring, 8, 'a', 0);
	put(ring, 8, 'b', 0);
	expect_record(ring, 8, 'a');
	expect_record(ring, 8, 'b');
	ring->producer = 16;
	expect_nonsense(ring);
	/* it is at no record's beginning */
	ring = forge(0);
	ring->producer = 4;
	expect_nonsense(ring);
	/* it has left a consumer behind that nothing can pass */
	ring = forge(0);
	ring->producer = 2 * ring->size;
	expect_nonsense(ring);
	/* the walk was overtaken by a consumer that is in front of the producer, or between records
	 */
	ring = forge(0);
	ring->producer = 2 * ring->size;
	ring->consumer = ring->producer + 8;
	expect_nonsense(ring);
	ring = forge(0);
	ring->producer = 2 * ring->size;
	ring->consumer = ring->producer - 12;
	expect_nonsense(ring);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(empty_and_growing),
		cmocka_unit_test(discarded),
		cmocka_unit_test(busy),
		cmocka_unit_test(wraps_around),
		cmocka_unit_test(overtaken),
		cmocka_unit_test(full),
		cmocka_unit_test(lengths_of_nonsense),
		cmocka_unit_test(positions_of_nonsense),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
