/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The line that a value becomes: one line, safe for a terminal. */
#include <stdio.h>

#include "line_fixture.h"
#include "random_types.h"

static void expect_line(const struct types *t, int type_id, const void *data, size_t size,
			const char *want)
{
	struct plan *plan = NULL;
	struct err err;
	char *got;

	if (plan_compile(t->btf, (uint32_t)type_id, (uint32_t)size, PLAN_NATIVE, &plan, &err))
		fail_msg("%s", err.msg);
	got = line_of(plan, data);
	assert_string_equal(got, want);
	free(got);
	plan_free(plan);
}

struct event {
	uint32_t pid;
	char comm[16];
	struct {
		uint64_t bytes;
		uint16_t port[2];
	} io;
	uint32_t mode;
};

static int event_type(const struct types *t)
{
	int comm = array_of(t, t->chr, 16), ports = array_of(t, t->u16, 2), io, mode, ret;

	io = btf__add_struct(t->btf, "io", 16);
	field(t, "bytes", t->u64, 0, 0);
	field(t, "port", ports, 64, 0);
	mode = btf__add_enum(t->btf, "mode", 4);
	btf__add_enum_value(t->btf, "FAST", 1);
	ret = btf__add_struct(t->btf, "event", sizeof(struct event));
	field(t, "pid", t->u32, 0, 0);
	field(t, "comm", comm, 8 * offsetof(struct event, comm), 0);
	field(t, "io", io, 8 * offsetof(struct event, io), 0);
	field(t, "mode", mode, 8 * offsetof(struct event, mode), 0);
	return ret;
}

static void lines_of_structs(void **state)
{
	const struct types *t = *state;
	struct event event = { .pid = 7, .comm = "a b", .io = { 1, { 2, 3 } }, .mode = 1 };
	int type_id = event_type(t);

	expect_line(t, type_id, &event, sizeof(event),
		    "pid=7 comm=\"a b\" io.bytes=1 io.port='[2,3]' mode=FAST\n");
	memcpy(event.comm, "$(x) '\n\xff\\\x1b[0m", 13);
	event.mode = 5;
	expect_line(t, type_id, &event, sizeof(event),
		    "pid=7 comm='\"$(x) \\u0027\\n\\\\xff\\\\\\u001b[0m\"' io.bytes=1 "
		    "io.port='[2,3]' mode=5\n");
}

static void lines_of_what_has_no_fields(void **state)
{
	const struct types *t = *state;
	const int32_t number = -42;
	const uint8_t bytes[] = { 1, 2, 0xff };

	expect_line(t, t->s32, &number, sizeof(number), "-42\n");
	expect_line(t, t->boolean, bytes, 1, "true\n");
	expect_line(t, t->chr, "5", 1, "53\n");
	expect_line(t, array_of(t, t->chr, 3), "any", 3, "'\"any\"'\n");
	expect_line(t, array_of(t, t->u8, 3), bytes, 3, "'[1,2,255]'\n");
	expect_line(t, btf__add_struct(t->btf, "none", 0), bytes, 0, "'{}'\n");
}

/* A name no compiler makes does not end the quotes it stands in. */
static void names_that_are_not_plain(void **state)
{
	const struct types *t = *state;
	const uint8_t bytes[] = { 1, 2, 3, 4 };
	int outer, list, inner = btf__add_struct(t->btf, "inner", 1);

	field(t, "a'; b", t->u8, 0, 0);
	list = array_of(t, inner, 2);
	outer = btf__add_struct(t->btf, "outer", 4);
	field(t, "x y\x1b", inner, 0, 0);
	field(t, "list", list, 8, 0);
	field(t, "it's", t->u8, 24, 0);
	expect_line(t, outer, bytes, sizeof(bytes),
		    "'x y\\x1b.a\\x27; b'=1 list='[{\"a_; b\":2},{\"a_; b\":3}]' "
		    "'it\\x27s'=4\n");
	outer = btf__add_struct(t->btf, "outer", 1);
	field(t, "a.b", t->u8, 0, 0);
	expect_line(t, outer, bytes, 1, "'a\\x2eb'=1\n");
}

static void what_has_no_type(void **state)
{
	static const struct label value = LABEL("value"), cpu = LABEL_LOOK("cpu", LOOK_CPU);
	const struct writer_options options = { 0 };
	struct stream stream;
	struct writer *out;

	(void)state;
	stream_init(&stream, -1);
	out = writer_new(&line_format, &stream, &options);
	out->format->start(out, SHAPE_LIST);
	out->format->record(out);
	out->format->bytes(out, &value, "\x01\xab", 2);
	out->format->finish(out);
	out->format->finish(out);
	out->format->record(out);
	out->format->uint(out, &cpu, 3);
	out->format->bytes(out, &value, "", 0);
	out->format->record(out);
	out->format->uint(out, &cpu, 1);
	out->format->uint(out, &value, 9);
	out->format->finish(out);
	assert_int_equal(stream.len, strlen("hex 01 ab\ncpu 3 hex\ncpu 1 9\n"));
	assert_memory_equal(stream.buf, "hex 01 ab\ncpu 3 hex\ncpu 1 9\n", stream.len);
	writer_free(out);
	stream_close(&stream);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TYPE_TEST(lines_of_structs),
		TYPE_TEST(lines_of_what_has_no_fields),
		TYPE_TEST(names_that_are_not_plain),
		cmocka_unit_test(what_has_no_type),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
