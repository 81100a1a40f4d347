/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The shape of an entry in each kind of format. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <bpf/btf.h>

#include "base/alloc.h"
#include "entry/entry_writer.h"
#include "entry/source.h"
#include "map/map.h"
#include "output/writer.h"

static const struct map_type hash_type = { .name = "hash", .key = KEY_BYTES, .can = MAP_WALK };
static const struct map_type percpu_type = {
	.name = "percpu_hash",
	.key = KEY_BYTES,
	.can = MAP_WALK | MAP_PERCPU,
};

static struct map map;
static struct btf *btf;

/* A u16 key, a u32 value; on two CPUs where the type is per-CPU. */
static int set_up(void **state)
{
	struct err err = { 0 };
	int key, value;

	(void)state;
	if (map.btf) {
		map.type = &hash_type;
		map.cells = 1;
		map.cell_stride = 4;
		return 0;
	}
	btf = btf__new_empty();
	key = btf__add_int(btf, "u16", 2, 0);
	value = btf__add_int(btf, "u32", 4, 0);
	map = (struct map){
		.info = { .key_size = 2, .value_size = 4, .max_entries = 10 },
		.name = (char *)"conns",
		.called = (char *)"map conns",
		.btf = btf,
	};
	if (plan_compile(btf, key, 2, PLAN_NATIVE, &map.key_plan, &err) ||
	    plan_compile(btf, value, 4, PLAN_NATIVE, &map.value_plan, &err))
		return -1;
	return set_up(state);
}

static int tear_down(void **state)
{
	(void)state;
	plan_free(map.key_plan);
	plan_free(map.value_plan);
	btf__free(btf);
	return 0;
}

static void make_percpu(void)
{
	map.type = &percpu_type;
	map.cells = 2;
	map.cell_stride = 8;
}

/* Three entries: 1=10 2=0 3=unreadable; a per-CPU one has twice as much on CPU 1. */
struct fake_source {
	struct entry_source base;
	int left;
	uint16_t keys[3];
	uint32_t values[3][4];
	int errors[3];
};

static int fake_next(struct entry_source *source, struct entries *ret, struct err *err)
{
	struct fake_source *fake = (struct fake_source *)source;

	(void)err;
	if (!fake->left--)
		return 0;
	*ret = (struct entries){
		.n = 3,
		.keys = (const uint8_t *)fake->keys,
		.values = (const uint8_t *)fake->values,
		.key_stride = sizeof(fake->keys[0]),
		.value_stride = sizeof(fake->values[0]),
		.errors = fake->errors,
	};
	return 1;
}

static const struct entry_source_ops fake_ops = { .name = "fake", .next = fake_next };

static void writes(const char *format, struct entry_options options, const char *expected)
{
	struct fake_source fake = {
		.base = { .ops = &fake_ops, .map = &map },
		.left = 1,
		.keys = { 1, 2, 3 },
		.values = { { 10, 0, 20 } },
		.errors = { 0, 0, EOPNOTSUPP },
	};
	struct writer_options plain = { 0 };
	struct entry_counts counts;
	struct stream stream;
	struct err err = { 0 };
	struct writer *out;
	char printed[1024] = "";
	FILE *file = tmpfile();

	stream_init(&stream, fileno(file));
	out = writer_new(writer_format_find(format), &stream, &plain);
	out->format->start(out, SHAPE_LIST);
	assert_int_equal(entries_write(&fake.base, &options, out, &counts, &err), 0);
	out->format->finish(out);
	assert_int_equal(stream_close(&stream), 0);
	writer_free(out);
	rewind(file);
	assert_true(fread(printed, 1, sizeof(printed) - 1, file) > 0);
	fclose(file);
	printed[strcspn(printed, "\n")] = '\0';
	assert_string_equal(printed, expected);
}

#define OPTIONS(...) ((struct entry_options){ __VA_ARGS__ })

static void json_has_key_and_value(void **state)
{
	(void)state;
	writes("json", OPTIONS(0),
	       "[{\"key\":1,\"value\":10},{\"key\":2,\"value\":0},{\"key\":3,\"value\":null}]");
	writes("json", OPTIONS(.nonzero = true),
	       "[{\"key\":1,\"value\":10},{\"key\":3,\"value\":null}]");
	writes("json", OPTIONS(.limit = 1), "[{\"key\":1,\"value\":10}]");
	writes("json", OPTIONS(.limit = 1, .hex = true),
	       "[{\"key\":1,\"key_hex\":\"0100\",\"value\":10,\"value_hex\":\"0a000000\"}]");
}

static void json_has_a_value_for_each_cpu(void **state)
{
	(void)state;
	make_percpu();
	writes("json", OPTIONS(.limit = 1),
	       "[{\"key\":1,\"values\":[{\"cpu\":0,\"value\":10},{\"cpu\":1,\"value\":20}]}]");
	writes("json", OPTIONS(.sum = true),
	       "[{\"key\":1,\"value\":30},{\"key\":2,\"value\":0},{\"key\":3,\"value\":null}]");
}

static void bpftool_has_bytes_and_meaning(void **state)
{
	(void)state;
	writes("bpftool", OPTIONS(.limit = 1),
	       "[{\"key\":[\"0x01\",\"0x00\"],\"value\":[\"0x0a\",\"0x00\",\"0x00\",\"0x00\"],"
	       "\"formatted\":{\"key\":1,\"value\":10}}]");
	make_percpu();
	writes("bpftool", OPTIONS(.limit = 1),
	       "[{\"key\":[\"0x01\",\"0x00\"],\"values\":["
	       "{\"cpu\":0,\"value\":[\"0x0a\",\"0x00\",\"0x00\",\"0x00\"]},"
	       "{\"cpu\":1,\"value\":[\"0x14\",\"0x00\",\"0x00\",\"0x00\"]}],"
	       "\"formatted\":{\"key\":1,\"values\":["
	       "{\"cpu\":0,\"value\":10},{\"cpu\":1,\"value\":20}]}}]");
}

static void sum_wants_cpus_and_types(void **state)
{
	struct map untyped = { .type = &percpu_type, .called = (char *)"map raw", .cells = 2 };
	struct err err = { 0 };

	(void)state;
	assert_int_equal(entry_options_check(&OPTIONS(.sum = true), &map, &err), -ERR_USAGE);
	assert_non_null(strstr(err.msg, "one value an entry"));
	assert_int_equal(entry_options_check(&OPTIONS(.sum = true), &untyped, &err), -ERR_USAGE);
	assert_non_null(strstr(err.msg, "needs the type"));
	make_percpu();
	assert_int_equal(entry_options_check(&OPTIONS(.sum = true), &map, &err), 0);
}

static void what_may_be_missing_is_an_error(void **state)
{
	struct fake_source fake = { .base = { .ops = &fake_ops, .map = &map } };
	struct writer_options plain = { 0 };
	struct entry_options options = { 0 };
	struct entry_counts counts;
	struct stream stream;
	struct err err = { 0 };
	struct writer *out;

	(void)state;
	fake.base.incomplete = mem_strdup("map conns changed");
	stream_init(&stream, -1);
	out = writer_new(writer_format_find("json"), &stream, &plain);
	assert_int_equal(entries_write(&fake.base, &options, out, &counts, &err), -ERR_PARTIAL);
	assert_string_equal(err.msg, "map conns changed");
	assert_int_equal(counts.written, 0);
	writer_free(out);
	stream_close(&stream);
	free(fake.base.incomplete);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(json_has_key_and_value, set_up),
		cmocka_unit_test_setup(json_has_a_value_for_each_cpu, set_up),
		cmocka_unit_test_setup(bpftool_has_bytes_and_meaning, set_up),
		cmocka_unit_test_setup(sum_wants_cpus_and_types, set_up),
		cmocka_unit_test_setup(what_may_be_missing_is_an_error, set_up),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, tear_down);
}
