/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Whole documents, in every format. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "output/writer.h"

#define ELEMENT	     (&label_element)
#define CALL(w, ...) (w)->format->__VA_ARGS__

static const struct label key = LABEL("key"), value = LABEL("value"), values = LABEL("values"),
			  cpu = LABEL_LOOK("cpu", LOOK_CPU), port = LABEL("port"),
			  stats = LABEL("stats"), comm = LABEL_LOOK("comm", LOOK_CHAR),
			  at = LABEL_LOOK("at", LOOK_POINTER), bits = LABEL_LOOK("bits", LOOK_BITS);

struct document {
	char *text;
	uint64_t nonfinite;
};

/* What a format makes of what say() says. */
static struct document render(const char *name, enum shape shape, void (*say)(struct writer *w),
			      struct writer_options options)
{
	int fd = memfd_create("document", 0);
	struct document ret = { 0 };
	struct stream out;
	struct writer *w;
	off_t size;

	assert_true(fd >= 0);
	stream_init(&out, fd);
	w = writer_new(writer_format_find(name), &out, &options);
	CALL(w, start(w, shape));
	say(w);
	CALL(w, finish(w));
	ret.nonfinite = w->nonfinite;
	assert_null(writer_free(w));
	assert_int_equal(stream_close(&out), 0);
	size = lseek(fd, 0, SEEK_END);
	ret.text = mem_zero((size_t)size + 1);
	assert_int_equal(pread(fd, ret.text, (size_t)size, 0), size);
	close(fd);
	return ret;
}

static void expect(const char *name, enum shape shape, void (*say)(struct writer *w),
		   const char *expected)
{
	struct document got = render(name, shape, say, (struct writer_options){ 0 });

	assert_string_equal(got.text, expected);
	free(got.text);
}

static void say_numbers(struct writer *w)
{
	CALL(w, record(w));
	CALL(w, open(w, &values, NEST_ARRAY));
	CALL(w, uint(w, ELEMENT, UINT64_MAX));
	CALL(w, sint(w, ELEMENT, INT64_MIN));
	CALL(w, number(w, ELEMENT, "-170141183460469231731687303715884105728"));
	CALL(w, number(w, ELEMENT, "1.0"));
	CALL(w, real(w, ELEMENT, 0.1, 17));
	CALL(w, real(w, ELEMENT, NAN, 17));
	CALL(w, real(w, ELEMENT, -INFINITY, 9));
	CALL(w, close(w, NEST_ARRAY));
}

static void numbers_are_exact(void **state)
{
	static const char quoted[] =
		"{\"values\":[\"18446744073709551615\",\"-9223372036854775808\","
		"\"-170141183460469231731687303715884105728\",1.0,0.1,null,null]}\n";
	struct writer_options strings = { .int64_strings = true };
	struct document got = render("jsonl", SHAPE_LIST, say_numbers, strings);

	(void)state;
	assert_string_equal(got.text, quoted);
	assert_int_equal(got.nonfinite, 2);
	free(got.text);
	expect("json", SHAPE_ONE, say_numbers,
	       "{\"values\":[18446744073709551615,-9223372036854775808,"
	       "-170141183460469231731687303715884105728,1.0,0.1,null,null]}\n");
}

static void say_flat(struct writer *w)
{
	for (uint64_t i = 0; i < 2; i++) {
		CALL(w, record(w));
		CALL(w, uint(w, &key, i * 1000));
		CALL(w, open(w, &value, NEST_OBJECT));
		CALL(w, text(w, &comm, "a\"\\\x1b\0\0\0", 7));
		CALL(w, open(w, &stats, NEST_OBJECT));
		CALL(w, sint(w, &port, -(int64_t)i));
		CALL(w, close(w, NEST_OBJECT));
		CALL(w, uint(w, &at, 0xfff0 + i));
		CALL(w, boolean(w, &bits, i));
		CALL(w, close(w, NEST_OBJECT));
	}
}

static void flat_records_are_a_table(void **state)
{
	(void)state;
	expect("text", SHAPE_LIST, say_flat,
	       " KEY  comm         stats.port      at  bits\n"
	       "   0  \"a\\\"\\\\\\x1b\"           0  0xfff0  false\n"
	       "1000  \"a\\\"\\\\\\x1b\"          -1  0xfff1  true\n");
}

static void say_twins(struct writer *w)
{
	CALL(w, record(w));
	for (int i = 0; i < 2; i++) {
		CALL(w, open(w, i ? &value : &key, NEST_OBJECT));
		CALL(w, uint(w, &port, 7));
		if (i)
			CALL(w, text(w, &stats, "ESC\x1b", 4));
		CALL(w, close(w, NEST_OBJECT));
	}
	CALL(w, record(w)); /* the value of this one could not be read */
	CALL(w, open(w, &key, NEST_OBJECT));
	CALL(w, uint(w, &port, 80));
	CALL(w, close(w, NEST_OBJECT));
	CALL(w, null(w, &value, "no entry"));
}

static void say_turning(struct writer *w)
{
	CALL(w, record(w));
	CALL(w, uint(w, &key, 1));
	CALL(w, record(w)); /* this one does not fit below the first */
	CALL(w, uint(w, &key, 2));
	CALL(w, open(w, &values, NEST_ARRAY));
	CALL(w, close(w, NEST_ARRAY));
}

static void tables_cope_with_what_comes(void **state)
{
	(void)state;
	expect("text", SHAPE_LIST, say_twins,
	       "key.port  value.port  stats\n"
	       "       7           7  ESC\\x1b\n"
	       "      80  (no entry)  -\n");
	expect("text", SHAPE_LIST, say_turning, "KEY\n  1\n\nkey: 2\nvalues: []\n");
}

static void say_nested(struct writer *w)
{
	CALL(w, record(w));
	CALL(w, bytes(w, &key, "0123456789abcdefg", 17));
	CALL(w, open(w, &value, NEST_OBJECT));
	CALL(w, uint(w, &port, 1));
	CALL(w, open(w, &values, NEST_ARRAY));
	for (uint64_t i = 0; i < 2; i++) {
		CALL(w, open(w, ELEMENT, NEST_OBJECT));
		CALL(w, uint(w, &cpu, i));
		CALL(w, open(w, &stats, NEST_ARRAY));
		CALL(w, uint(w, ELEMENT, i));
		CALL(w, null(w, ELEMENT, NULL));
		CALL(w, close(w, NEST_ARRAY));
		CALL(w, close(w, NEST_OBJECT));
	}
	CALL(w, close(w, NEST_ARRAY));
	CALL(w, open(w, &stats, NEST_ARRAY));
	CALL(w, open(w, ELEMENT, NEST_ARRAY));
	CALL(w, open(w, ELEMENT, NEST_ARRAY));
	CALL(w, uint(w, ELEMENT, 5));
	CALL(w, close(w, NEST_ARRAY));
	CALL(w, close(w, NEST_ARRAY));
	CALL(w, close(w, NEST_ARRAY));
	CALL(w, open(w, &comm, NEST_OBJECT));
	CALL(w, close(w, NEST_OBJECT));
	CALL(w, close(w, NEST_OBJECT));
}

static void nested_records_are_blocks(void **state)
{
	struct document got;

	(void)state;
	expect("text", SHAPE_LIST, say_nested,
	       "key:\n"
	       "    30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66\n"
	       "    67\n"
	       "value:\n"
	       "    port: 1\n"
	       "    values:\n"
	       "      - cpu: 0\n"
	       "        stats: [0, -]\n"
	       "      - cpu: 1\n"
	       "        stats: [1, -]\n"
	       "    stats:\n"
	       "      -   - [5]\n"
	       "    comm: {}\n");
	got = render("json", SHAPE_LIST, say_nested, (struct writer_options){ .pretty = true });
	assert_non_null(strstr(got.text, "            \"values\": [\n                {\n"
					 "                    \"cpu\": 0,\n"
					 "                    \"stats\": [0, null]\n"
					 "                },\n"));
	assert_non_null(strstr(got.text, "            \"stats\": [\n                [\n"
					 "                    [5]\n                ]\n"
					 "            ],\n            \"comm\": {}\n"
					 "        }\n    }\n]\n"));
	free(got.text);
}

static void say_one(struct writer *w)
{
	CALL(w, record(w));
	CALL(w, uint(w, &cpu, 1));
	writer_str(w, &value, "hash");
	CALL(w, open(w, &stats, NEST_ARRAY));
	CALL(w, close(w, NEST_ARRAY));
}

static void say_raw(struct writer *w)
{
	for (uint64_t i = 0; i < 2; i++) {
		CALL(w, record(w));
		CALL(w, bytes(w, &key, "\x01\x00", 2));
		CALL(w, bytes(w, &value, "0123456789abcdef0123456789abcdefg", 32 + i));
	}
	CALL(w, record(w));
	CALL(w, bytes(w, &key, "\x02", 1));
	CALL(w, open(w, &values, NEST_ARRAY));
	CALL(w, open(w, ELEMENT, NEST_OBJECT));
	CALL(w, uint(w, &cpu, 3));
	CALL(w, bytes(w, &value, "\xff", 1));
	CALL(w, close(w, NEST_OBJECT));
	CALL(w, close(w, NEST_ARRAY));
}

static void say_nothing(struct writer *w)
{
	(void)w;
}

#define PAIRS "30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66"

static void the_other_documents(void **state)
{
	(void)state;
	expect("text", SHAPE_ONE, say_one, "cpu:   1\nvalue: hash\nstats: []\n");
	expect("hex", SHAPE_LIST, say_raw,
	       "key: 01 00  value: " PAIRS " " PAIRS "\n"
	       "key: 01 00\nvalue:\n    " PAIRS "\n    " PAIRS "\n    67\n\n"
	       "key: 02\nvalue (CPU 3): ff\n");
	expect("json", SHAPE_LIST, say_nothing, "[]\n");
	expect("bpftool", SHAPE_LIST, say_nothing, "[]\n");
	expect("jsonl", SHAPE_LIST, say_nothing, "");
	expect("text", SHAPE_LIST, say_nothing, "");
	assert_null(writer_format_find("xml"));
}

static void say_as_bpftool(struct writer *w)
{
	CALL(w, record(w));
	CALL(w, bytes(w, &key, "\x01\xff", 2));
	CALL(w, uint(w, &bits, 5));
	CALL(w, text(w, &comm, "a\"\\b\0junk", 9));
	CALL(w, text(w, &comm, "ab\xff", 3));
	CALL(w, number(w, &value, "-1"));
	CALL(w, number(w, &value, "36893488147419103233"));
}

static void bpftool_is_spelled_as_bpftool_does(void **state)
{
	(void)state;
	expect("bpftool", SHAPE_ONE, say_as_bpftool,
	       "{\"key\":[\"0x01\",\"0xff\"],\"bits\":\"0x5\","
	       "\"comm\":\"a\\\"\\\\b\",\"comm\":[97,98,-1],"
	       "\"value\":\"0xffffffffffffffffffffffffffffffff\","
	       "\"value\":\"0x20000000000000001\"}\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_exact),
		cmocka_unit_test(flat_records_are_a_table),
		cmocka_unit_test(tables_cope_with_what_comes),
		cmocka_unit_test(nested_records_are_blocks),
		cmocka_unit_test(the_other_documents),
		cmocka_unit_test(bpftool_is_spelled_as_bpftool_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
