/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Parts of values: where they lie, what they say, and that changing one changes no other. */
#include "plan_fixture.h"

#include "codec/encode.h"
#include "codec/part.h"

#define SIZE 56

/*
 * int count; static int f.count; struct outer { u64 n; struct { u16 a; u8 b; } in[3];
 * u8 low:3, high:5; char name[8]; } outer; u16 matrix[2][3];
 */
static struct plan *section(const struct types *t)
{
	int inner, outer, vars[4];
	struct plan *plan;
	struct err err;
	int id;

	inner = btf__add_struct(t->btf, "inner", 4);
	field(t, "a", t->u16, 0, 0);
	field(t, "b", t->u8, 16, 0);
	id = array_of(t, t->chr, 8);
	inner = array_of(t, inner, 3);
	outer = btf__add_struct(t->btf, "outer", 32);
	field(t, "n", t->u64, 0, 0);
	field(t, "in", inner, 64, 0);
	field(t, "low", t->u8, 160, 3);
	field(t, "high", t->u8, 163, 5);
	field(t, "name", id, 168, 0);
	vars[0] = btf__add_var(t->btf, "count", BTF_VAR_GLOBAL_ALLOCATED, t->u32);
	vars[1] = btf__add_var(t->btf, "f.count", BTF_VAR_STATIC, t->u32);
	vars[2] = btf__add_var(t->btf, "outer", BTF_VAR_GLOBAL_ALLOCATED, outer);
	vars[3] = btf__add_var(t->btf, "matrix", BTF_VAR_STATIC,
			       array_of(t, array_of(t, t->u16, 3), 2));
	id = btf__add_datasec(t->btf, ".bss", SIZE);
	btf__add_datasec_var_info(t->btf, vars[0], 0, 4);
	btf__add_datasec_var_info(t->btf, vars[1], 4, 4);
	btf__add_datasec_var_info(t->btf, vars[2], 8, 32);
	btf__add_datasec_var_info(t->btf, vars[3], 40, 12);
	assert_int_equal(plan_compile(t->btf, (uint32_t)id, SIZE, PLAN_NATIVE, &plan, &err), 0);
	return plan;
}

static void expect_json(const struct plan_part *part, const uint8_t *value, const char *json)
{
	static const struct label label = LABEL("v");
	const struct writer_options options = { 0 };
	uint8_t *exact = malloc(part->plan.size);
	struct stream stream;
	struct writer *out;
	char *want = mem_printf("\"v\":%s", json);

	memcpy(exact, value + part->offset, part->plan.size);
	stream_init(&stream, -1);
	out = writer_new(writer_format_find("json"), &stream, &options);
	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	stream.len = 0;
	plan_decode(&part->plan, &label, exact, out);
	stream.buf[stream.len] = '\0';
	assert_non_null(strstr(stream.buf, "\"v\":"));
	assert_string_equal(strstr(stream.buf, "\"v\":"), want);
	out->format->finish(out);
	writer_free(out);
	stream_close(&stream);
	free(exact);
	free(want);
}

/* It lies there, and holds what the same bytes do as decoded; every byte is its number. */
static void expect_part(const struct plan *plan, const char *path, uint32_t offset, uint32_t size,
			const char *json)
{
	struct plan_part part;
	uint8_t value[SIZE];
	struct err err;

	for (uint8_t i = 0; i < SIZE; i++)
		value[i] = i;
	if (plan_part_find(plan, "variable", path, &part, &err))
		fail_msg("%s: %s", path, err.msg);
	assert_int_equal(part.offset, offset);
	assert_int_equal(part.plan.size, size);
	expect_json(&part, value, json);
	plan_part_done(&part);
}

static void expect_none(const struct plan *plan, const char *path, const char *why)
{
	struct plan_part part;
	struct err err;

	assert_int_equal(plan_part_find(plan, "variable", path, &part, &err), -ERR_USAGE);
	assert_string_equal(err.msg, why);
	plan_part_done(&part);
}

static void parts(void **state)
{
	struct plan *plan = section(*state);

	expect_part(plan, "count", 0, 4, "50462976");
	expect_part(plan, "f.count", 4, 4, "117835012");
	expect_part(plan, "outer.n", 8, 8, "1084818905618843912");
	expect_part(plan, "outer.in[1]", 20, 4, "{\"a\":5396,\"b\":22}");
	expect_part(plan, "outer.in[2].b", 26, 1, "26");
	expect_part(plan, "outer.in", 16, 12,
		    "[{\"a\":4368,\"b\":18},{\"a\":5396,\"b\":22},{\"a\":6424,\"b\":26}]");
	expect_part(plan, "outer.low", 28, 1, "4");
	expect_part(plan, "outer.high", 28, 1, "3");
	expect_part(plan, "matrix", 40, 12, "[[10536,11050,11564],[12078,12592,13106]]");
	expect_part(plan, "matrix[1]", 46, 6, "[12078,12592,13106]");
	expect_part(plan, "matrix[1][2]", 50, 2, "13106");
	/* All the bytes of a variable are its own, also behind its last field. */
	expect_part(
		plan, "outer", 8, 32,
		"{\"n\":1084818905618843912,\"in\":[{\"a\":4368,\"b\":18},{\"a\":5396,\"b\":22},"
		"{\"a\":6424,\"b\":26}],\"low\":4,\"high\":3,\"name\":\"\\u001d\\u001e\\u001f "
		"!\\\"#$\"}");
	plan_free(plan);
}

static void no_parts(void **state)
{
	struct plan *plan = section(*state);

	expect_none(plan, "cuont", "there is no variable 'cuont'; did you mean 'count'?");
	expect_none(plan, "zzzzzzzzz",
		    "there is no variable 'zzzzzzzzz'; its variables are count, f.count, outer, "
		    "matrix");
	expect_none(plan, "",
		    "there is no variable ''; its variables are count, f.count, outer, "
		    "matrix");
	expect_none(plan, "count.x", "count: it has no fields, and so none called 'x'");
	expect_none(plan, "outer.in[3]", "outer.in: there is no [3]: 0 to 2");
	expect_none(plan, "outer.inn", "outer: there is no field 'inn'; did you mean 'in'?");
	expect_none(plan, "matrix[", "matrix: '[' is not an index: [0], [1], ...");
	expect_none(plan, "matrix[1]x", "matrix[1]: '.' or '[' was expected, not 'x'");
	expect_none(plan, "outer.name[0]", "outer.name: it is text, and taken whole");
	plan_free(plan);
}

/* Of a byte that several share, a field has its own bits. */
static void putting_bits(void **state)
{
	static const struct {
		const char *path;
		uint8_t byte, becomes;
	} cases[] = { { "outer.low", 0x05, 0xad }, { "outer.high", 0x50, 0x52 } };
	struct plan *plan = section(*state);

	for (size_t i = 0; IS_LITTLE && i < sizeof(cases) / sizeof(cases[0]); i++) {
		uint8_t value[SIZE];
		struct plan_part part;
		struct err err;

		memset(value, 0xaa, sizeof(value));
		assert_int_equal(plan_part_find(plan, "variable", cases[i].path, &part, &err), 0);
		plan_part_put(&part, &cases[i].byte, value);
		for (uint32_t at = 0; at < SIZE; at++)
			assert_int_equal(value[at], at == 28 ? cases[i].becomes : 0xaa);
		plan_part_done(&part);
	}
	plan_free(plan);
}

/* Written through its own plan, a part changes, and not a bit around it. */
static void writing(void **state)
{
	static const struct {
		const char *path, *word;
		uint32_t from, to; /* bytes that may differ */
	} cases[] = {
		{ "f.count", "1", 4, 8 },	  { "outer.in[1]", "{\"a\":1,\"b\":2}", 20, 24 },
		{ "outer.in[2].a", "7", 24, 26 }, { "matrix[1]", "[1,2,3]", 46, 52 },
		{ "outer.name", "eth0", 29, 37 },
	};
	struct plan *plan = section(*state);

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char *word = (char *)cases[i].word;
		uint8_t value[SIZE];
		struct plan_part part;
		struct err err;

		memset(value, 0xaa, sizeof(value));
		assert_int_equal(plan_part_find(plan, "variable", cases[i].path, &part, &err), 0);
		assert_int_equal(
			plan_encode_words(&part.plan, 1, &word, value + part.offset, NULL, &err),
			0);
		for (uint32_t at = 0; at < SIZE; at++)
			if (at < cases[i].from || at >= cases[i].to)
				assert_int_equal(value[at], 0xaa);
		assert_int_not_equal(value[cases[i].from], 0xaa);
		plan_part_done(&part);
	}
	plan_free(plan);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TYPE_TEST(parts),
		TYPE_TEST(no_parts),
		TYPE_TEST(putting_bits),
		TYPE_TEST(writing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
