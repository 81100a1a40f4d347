/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "entry_drain.h"
#include "entry_fake.h"

void large(void)
{
	fake.n = fake_map.info.max_entries = KEYS_MAX;
}

void count_chunk(const struct entries *chunk)
{
	for (size_t i = 0; i < chunk->n; i++) {
		uint32_t key;
		uint64_t value;

		memcpy(&key, chunk->keys + i * chunk->key_stride, sizeof(key));
		memcpy(&value, chunk->values + i * chunk->value_stride, sizeof(value));
		assert_true(key < fake.n);
		assert_int_equal(value, chunk->errors && chunk->errors[i] ? 0 : key + 1);
		fake.seen[key]++;
	}
}

int drain(struct entry_source *source, struct err *err)
{
	struct entries chunk;
	int r;

	while ((r = source->ops->next(source, &chunk, err)) == 1)
		count_chunk(&chunk);
	return r;
}

struct entry_source *open_source(void)
{
	struct entry_source *source = NULL;
	struct err err = { 0 };

	assert_int_equal(entry_source_open(&fake_map, &source, &err), 0);
	return source;
}

struct entry_source *drained(void)
{
	struct entry_source *source = open_source();
	struct err err = { 0 };

	assert_int_equal(drain(source, &err), 0);
	assert_int_equal(drain(source, &err), 0);
	return source;
}

void each_once(void)
{
	struct entry_source *source = drained();

	assert_null(source->incomplete);
	entry_source_close(source);
	for (uint32_t i = 0; i < fake.n; i++)
		assert_true(fake.seen[i] == 1 || (fake.deletes && i % fake.deletes == 0));
}

void fails_with(const char *expected)
{
	struct entry_source *source = open_source();
	struct err err = { 0 };

	assert_int_equal(drain(source, &err), -ERR_SYSTEM);
	assert_string_equal(err.msg, expected);
	entry_source_close(source);
}
