/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What each format makes of records, with a type in C: no map is there, and no privilege. */
#include "records_fixture.h"

#define TYPE "struct { u32 n; char word[4]; }"

static void ring(const char *format, const char *out, const char *notes, int status)
{
	struct stage stage;

	stage_open(&stage, BPF_MAP_TYPE_RINGBUF, format, TYPE);
	assert_int_equal(stage_start(&stage), 0);
	assert_int_equal(send_from(&stage, false, "\1\0\0\0abc", 8), 0);
	assert_int_equal(miss(&stage, 0, 96, false), 0);
	assert_int_equal(send_from(&stage, false, "\2\0\0\0d\0\0\0\xee\xff", 10), 0);
	assert_int_equal(send_from(&stage, false, "\3\0", 2), 0);
	assert_int_equal(stage_end(&stage, out, notes), status);
}

static void rings_in_every_format(void **state)
{
	(void)state;
	ring("jsonl",
	     "{\"value\":{\"n\":1,\"word\":\"abc\"}}\n{\"missed\":{\"records\":null,\"bytes\":96}}"
	     "\n"
	     "{\"value\":{\"n\":2,\"word\":\"d\"},\"rest\":\"eeff\"}\n{\"value\":\"0300\"}\n",
	     "", -ERR_PARTIAL);
	ring("json",
	     "[{\"value\":{\"n\":1,\"word\":\"abc\"}},{\"missed\":{\"records\":null,\"bytes\":96}},"
	     "{\"value\":{\"n\":2,\"word\":\"d\"},\"rest\":\"eeff\"},{\"value\":\"0300\"}]\n",
	     "", -ERR_PARTIAL);
	ring("text", "n=1 word=\"abc\"\nn=2 word=\"d\"\nhex 03 00\n",
	     "mapctl: note: ring: missed records of 96 bytes together\n"
	     "mapctl: note: ring: 1 of 3 records goes on behind the 8 bytes of struct {...}: the "
	     "rest is in JSON\n",
	     -ERR_PARTIAL);
	ring("hex",
	     "value: 01 00 00 00 61 62 63 00\nvalue: 02 00 00 00 64 00 00 00 ee ff\nvalue: 03 00\n",
	     "mapctl: note: ring: missed records of 96 bytes together\n", 0);
}

/* The kernel fills a sample up: that is no more of the record. */
static void perf(const char *format, const char *out, const char *notes)
{
	struct stage stage;

	stage_open(&stage, BPF_MAP_TYPE_PERF_EVENT_ARRAY, format, TYPE);
	assert_int_equal(stage_start(&stage), 0);
	assert_int_equal(send_from(&stage, true, "\1\0\0\0abcd\xff\xff\xff\xff", 12), 0);
	assert_int_equal(miss(&stage, 7, 0, true), 0);
	assert_int_equal(stage_end(&stage, out, notes), 0);
}

static void perf_samples_in_every_format(void **state)
{
	(void)state;
	perf("jsonl",
	     "{\"cpu\":1,\"index\":2,\"time\":1234567890123,\"value\":{\"n\":1,\"word\":\"abcd\"}}"
	     "\n"
	     "{\"cpu\":1,\"index\":2,\"missed\":{\"records\":7,\"bytes\":null}}\n",
	     "");
	perf("text", "cpu 1 index 2 n=1 word=\"abcd\"\n", "mapctl: note: ring: missed 7 records\n");
	perf("hex", "value (CPU 1): 01 00 00 00 61 62 63 64 ff ff ff ff\n",
	     "mapctl: note: ring: missed 7 records\n");
}

static void no_records_are_a_document(void **state)
{
	struct stage stage;

	(void)state;
	stage_open(&stage, BPF_MAP_TYPE_RINGBUF, "json", TYPE);
	assert_int_equal(stage_start(&stage), 0);
	assert_int_equal(stage.sink->idle(stage.sink, &stage.err), 0);
	assert_int_equal(stage_end(&stage, "[]\n", ""), 0);
}

/* As of any command that is refused, nothing is on stdout; once begun, a document is whole. */
static void refused_while_it_opens(void **state)
{
	struct stage stage;

	(void)state;
	stage_open(&stage, BPF_MAP_TYPE_RINGBUF, "json", TYPE);
	assert_int_equal(stage_start(&stage), 0);
	assert_int_equal(stage_end_of(&stage, -ERR_NO, "", ""), -ERR_NO);
	stage_open(&stage, BPF_MAP_TYPE_RINGBUF, "json", "u8");
	assert_int_equal(stage_start(&stage), 0);
	assert_int_equal(send_from(&stage, false, "\1", 1), 0);
	assert_int_equal(stage_end_of(&stage, -ERR_SYSTEM, "[{\"value\":1}]\n", ""), -ERR_SYSTEM);
}

/* Whoever reads line by line has the last one when the stream stands still. */
static void lines_are_whole_when_idle(void **state)
{
	static const struct {
		const char *format, *line, *next;
	} cases[] = {
		{ "jsonl", "{\"value\":{\"n\":1,\"word\":\"abc\"}}\n",
		  "{\"value\":{\"n\":2,\"word\":\"abc\"}}\n" },
		{ "text", "n=1 word=\"abc\"\n", "n=2 word=\"abc\"\n" },
		{ "hex", "value: 01 00 00 00 61 62 63 00\n", "value: 02 00 00 00 61 62 63 00\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char *both = mem_printf("%s%s", cases[i].line, cases[i].next);
		struct stage stage;

		stage_open(&stage, BPF_MAP_TYPE_RINGBUF, cases[i].format, TYPE);
		assert_int_equal(stage_start(&stage), 0);
		assert_int_equal(send_from(&stage, false, "\1\0\0\0abc", 8), 0);
		for (int k = 0; k < 2; k++) {
			assert_int_equal(stage.sink->idle(stage.sink, &stage.err), 0);
			expect_content(stage.out, cases[i].line);
		}
		assert_int_equal(send_from(&stage, false, "\2\0\0\0abc", 8), 0);
		assert_int_equal(stage_end(&stage, both, ""), 0);
		free(both);
	}
}

static void as_many_as_are_wanted(void **state)
{
	struct stage stage;

	(void)state;
	stage_open(&stage, BPF_MAP_TYPE_RINGBUF, "jsonl", "u8");
	stage.settings.count = 2;
	assert_int_equal(stage_start(&stage), 0);
	assert_int_equal(send_from(&stage, false, "\1", 1), 0);
	assert_int_equal(send_from(&stage, false, "\2", 1), 1);
	assert_int_equal(stage_end(&stage, "{\"value\":1}\n{\"value\":2}\n", ""), 0);
}

/* Sizes that share a place in what is remembered, over and over. */
static void flexible_arrays_of_any_size(void **state)
{
	static const char bytes[] = "\1\2\3\4\5\6\7\10\11";
	static const char first[] = "{\"value\":{\"n\":1,\"rest\":[2,3]}}\n"
				    "{\"value\":{\"n\":1,\"rest\":[]}}\n"
				    "{\"value\":{\"n\":1,\"rest\":[2,3]}}\n";
	struct stage stage;

	(void)state;
	stage_open(&stage, BPF_MAP_TYPE_RINGBUF, "jsonl", "struct { u8 n; u8 rest[]; }");
	assert_int_equal(stage_start(&stage), 0);
	assert_int_equal(send_from(&stage, false, bytes, 3), 0);
	assert_int_equal(send_from(&stage, false, bytes, 1), 0);
	for (uint32_t i = 0; i < 3; i++) {
		char large[3 + 64] = { 1 };

		stage.settings.count = 0;
		assert_int_equal(send_from(&stage, false, bytes, 3), 0);
		assert_int_equal(
			stage.sink->record(stage.sink,
					   &(struct record){ .data = large, .size = 3 + 64 },
					   &stage.err),
			0);
		assert_int_equal(send_from(&stage, false, "", 0), 0);
	}
	assert_int_equal(records_close(stage.sink, 0, &stage.err), -ERR_PARTIAL);
	writer_free(stage.session.out);
	assert_int_equal(stream_flush(&stage.stream), 0);
	dup2(stage.stderr_before, STDERR_FILENO);
	{
		static char got[8192];
		ssize_t n = pread(stage.out, got, sizeof(got) - 1, 0);
		const char *p = got;
		int lines = 0;

		assert_true(n > 0);
		assert_memory_equal(got, first, sizeof(first) - 1);
		for (; (p = strchr(p, '\n')); p++)
			lines++;
		assert_int_equal(lines, 11);
		assert_string_equal(got + n - strlen("{\"value\":\"\"}\n"), "{\"value\":\"\"}\n");
	}
	stream_close(&stage.stream);
	close(stage.stderr_before);
	close(stage.out);
	close(stage.notes);
}

/* More elements than a value may have are bytes, which is no fault of the record's size. */
static void flexible_arrays_over_the_bound(void **state)
{
	const uint32_t size = 1024 * 1024 + 8;
	char *large = mem_zero(size);
	struct stage stage;

	(void)state;
	stage_open(&stage, BPF_MAP_TYPE_RINGBUF, "text", "struct { u8 n; u8 rest[]; }");
	assert_int_equal(stage_start(&stage), 0);
	assert_int_equal(send_from(&stage, false, large, size), 0);
	free(large);
	assert_int_equal(records_close(stage.sink, 0, &stage.err), -ERR_PARTIAL);
	dup2(stage.stderr_before, STDERR_FILENO);
	assert_string_equal(stage.err.msg, "ring: 1 of 1 records has too many parts as struct "
					   "{...}: shown as bytes");
	writer_free(stage.session.out);
	stream_close(&stage.stream);
	close(stage.stderr_before);
	close(stage.out);
	close(stage.notes);
}

static void refused(const char *type, const char *why)
{
	struct stage stage;

	stage_open(&stage, BPF_MAP_TYPE_RINGBUF, "json", type);
	assert_int_equal(stage_start(&stage), -ERR_USAGE);
	dup2(stage.stderr_before, STDERR_FILENO);
	assert_string_equal(stage.err.msg, why);
	writer_free(stage.session.out);
	stream_close(&stage.stream);
	expect_content(stage.out, "");
	close(stage.stderr_before);
	close(stage.out);
	close(stage.notes);
}

static void types_that_are_none(void **state)
{
	(void)state;
	refused("struct {}", "ring: --type: struct {...} has no bytes");
	refused("u8[", "ring: --type: column 4: a number was expected, not the end");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rings_in_every_format),
		cmocka_unit_test(perf_samples_in_every_format),
		cmocka_unit_test(no_records_are_a_document),
		cmocka_unit_test(refused_while_it_opens),
		cmocka_unit_test(lines_are_whole_when_idle),
		cmocka_unit_test(as_many_as_are_wanted),
		cmocka_unit_test(flexible_arrays_of_any_size),
		cmocka_unit_test(flexible_arrays_over_the_bound),
		cmocka_unit_test(types_that_are_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
