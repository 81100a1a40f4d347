/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Types that mean harm, and random ones: refused or decoded, inside their bytes and in bounds. */
#include <errno.h>
#include <stdio.h>

#include "codec/compile.h"
#include "codec/special.h"
#include "plan_fixture.h"

static void nested_structs(void **state)
{
	const struct types *t = *state;
	int id = t->u32, level = 0;

	for (; level < PLAN_DEPTH_MAX; level++) {
		int outer = btf__add_struct(t->btf, "s", 4);

		field(t, "s", id, 0, 0);
		id = outer;
	}
	free(decoded(&(struct decoding){ .types = t, .type_id = id }, "jsonl", "\1\0\0", 4));
	for (; level < 600000; level++) {
		int outer = btf__add_struct(t->btf, NULL, 4);

		field(t, level & 1 ? "s" : NULL, id, 0, 0);
		id = outer;
	}
	expect_refused(t, id, 4, "is nested deeper than 64 levels");
}

static void endless_arrays(void **state)
{
	const struct types *t = *state;
	int empty = btf__add_struct(t->btf, NULL, 0), id = t->u8;

	expect_refused(t, array_of(t, empty, UINT32_MAX), 4, "has more than 1048576 values");
	expect_refused(t, array_of(t, array_of(t, empty, 1 << 16), 1 << 16), 4,
		       "has more than 1048576 values");
	expect_refused(t, array_of(t, array_of(t, t->u64, UINT32_MAX), UINT32_MAX), 4,
		       "is larger than the 4 bytes");
	for (int i = 0; i < 100000; i++)
		id = array_of(t, id, 1);
	expect_refused(t, id, 1, "goes through too many typedefs and arrays");
}

/* Each level has 256 members of the next one's type. */
static void fan_out(void **state)
{
	const struct types *t = *state;
	int named = t->u8, empty = btf__add_struct(t->btf, NULL, 0);

	for (int level = 0; level < 32; level++) {
		int outer = btf__add_union(t->btf, "u", 1);

		for (int i = 0; i < 256; i++)
			field(t, "u", named, 0, 0);
		named = outer;
	}
	expect_refused(t, named, 1, "has more than 131072 fields");
	for (int level = 0; level < 32; level++) {
		int outer = btf__add_struct(t->btf, NULL, 0);

		for (int i = 0; i < 256; i++)
			field(t, NULL, empty, 0, 0);
		empty = outer;
	}
	expect_refused(t, empty, 0, "has more than 131072 fields");
}

static void long_typedefs(void **state)
{
	const struct types *t = *state;
	int id = t->u32, loop;

	for (int i = 0; i < 100000; i++)
		id = i & 1 ? btf__add_typedef(t->btf, "t", id) : btf__add_const(t->btf, id);
	EXPECT(t, id, "7", uint32_t, 7);

	loop = btf__add_typedef(t->btf, "loop", id);
	raw_type(t, loop)->type = (uint32_t)loop;
	expect_refused(t, loop, 4, "too many typedefs");
}

static void impossible_types(void **state)
{
	const struct types *t = *state;
	int id = btf__add_struct(t->btf, "s", 4);

	field(t, "a", t->u32, 8, 0);
	expect_refused(t, id, 4, "reaches beyond");
	id = btf__add_struct(t->btf, "s", 4);
	field(t, "a", t->u32, 24, 31);
	expect_refused(t, id, 4, "beyond its 4 bytes");
	id = btf__add_struct(t->btf, "s", 4);
	field(t, "a", t->u32, 0xfffff8, 0);
	expect_refused(t, id, 4, "beyond its 4 bytes");
	id = btf__add_struct(t->btf, "s", 4);
	field(t, "a", 77777, 0, 0);
	expect_refused(t, id, 4, "refers to type 77777, which is not there");
	id = btf__add_struct(t->btf, "s", 4);
	field(t, "a", id, 0, 0);
	expect_refused(t, id, 4, "is nested deeper than 64 levels");
	expect_refused(t, odd_int(t, "i", 1, 0, 0, 32), 1, "more bits than its bytes hold");
	expect_refused(t, t->u64, 4, "type unsigned long long is larger than the 4 bytes");
}

static void many_names(void **state)
{
	const struct types *t = *state;
	int id = btf__add_struct(t->btf, "s", 60000);
	struct plan *plan;
	struct err err;

	for (uint32_t i = 0; i < 60000; i++)
		field(t, "x", t->u8, i * 8, 0);
	assert_int_equal(plan_compile(t->btf, (uint32_t)id, 60000, PLAN_NATIVE, &plan, &err), 0);
	assert_int_equal(plan->n_nodes, 60001);
	assert_string_equal(plan->steps[1].label.name, "x");
	assert_string_equal(plan->steps[60000].label.name, "x#60000");
	plan_free(plan);
}

static void long_names(void **state)
{
	const struct types *t = *state;
	char name[4000], json[4200];
	int id;

	memset(name, 'n', sizeof(name));
	name[sizeof(name) - 1] = '\0';
	id = btf__add_struct(t->btf, "s", 2);
	field(t, name, t->u8, 0, 0);
	field(t, name, t->u8, 8, 0);
	snprintf(json, sizeof(json), "{\"%.160s\":1,\"%.160s#2\":2}", name, name);
	EXPECT_BYTES(t, id, json, 1, 2);
}

static uint32_t random_state = 1;

static uint32_t random_below(uint32_t n)
{
	random_state = random_state * 1664525 + 1013904223;
	return (random_state >> 8) % n;
}

static int random_scalar(const struct types *t)
{
	static const int sizes[] = { 1, 2, 4, 8, 16 };
	uint32_t pick = random_below(12);
	int size = sizes[random_below(5)];

	if (pick < 4)
		return btf__add_int(t->btf, "i", (size_t)size,
				    random_below(2) ? BTF_INT_SIGNED : 0);
	if (pick == 4)
		return btf__add_float(t->btf, "f", (size_t)(size == 1 ? 12 : size));
	if (pick == 5)
		return btf__add_ptr(t->btf, 0);
	if (pick == 6)
		return btf__add_enum(t->btf, "e", (uint32_t)(size == 16 ? 8 : size));
	if (pick == 7)
		return odd_int(t, "o", (uint32_t)size, random_below(8), random_below(20),
			       random_below(128));
	if (pick == 8)
		return btf__add_typedef(t->btf, "__be32", t->u32);
	if (pick == 9)
		return t->chr;
	return pick == 10 ? t->boolean : btf__add_fwd(t->btf, "x", BTF_FWD_STRUCT);
}

static int random_type(const struct types *t, unsigned int depth)
{
	uint32_t n = random_below(6), size = random_below(40);
	int types[6], id;

	if (depth == 0 || random_below(3) == 0)
		return random_scalar(t);
	if (random_below(3) == 0)
		return array_of(t, random_type(t, depth - 1), random_below(5));
	for (uint32_t i = 0; i < n; i++)
		types[i] = random_type(t, depth - 1);
	id = random_below(4) ? btf__add_struct(t->btf, NULL, size)
			     : btf__add_union(t->btf, NULL, size);
	for (uint32_t i = 0; i < n; i++) {
		field(t, random_below(2) ? "f" : NULL, types[i], 0, random_below(4) ? 0 : 1);
		/* Anywhere, inside the struct or not, and of any width. */
		btf_members(raw_type(t, id))[i].offset = random_below(size * 8 + 2);
		if (btf_kflag(raw_type(t, id)) && random_below(3) == 0)
			btf_members(raw_type(t, id))[i].offset |= random_below(140) << 24;
	}
	return id;
}

static void sum_cells(const struct plan *plan, const uint8_t *data)
{
	uint8_t *sum = malloc(plan->size ? plan->size : 1), *cells = malloc(plan->size * 3 + 1);

	for (int i = 0; i < 3; i++)
		memcpy(cells + (size_t)i * plan->size, data, plan->size);
	plan_sum(plan, cells, 3, plan->size, sum);
	free(sum);
	free(cells);
}

static void random_types(void **state)
{
	const struct types *t = *state;
	uint8_t data[512];
	uint32_t compiled = 0;

	for (int i = 0; i < 4000; i++) {
		struct decoding d = { .types = t, .type_id = random_type(t, 4) };
		uint32_t size = random_below(sizeof(data));
		struct plan *plan;
		struct err err;

		for (size_t byte = 0; byte < sizeof(data); byte++)
			data[byte] = (uint8_t)random_below(256);
		d.dialect = random_below(4) ? PLAN_NATIVE : PLAN_BPFTOOL;
		if (plan_compile(t->btf, (uint32_t)d.type_id, size, d.dialect, &plan, &err) < 0)
			continue;
		compiled++;
		free(decoded(&d, "json", data, size));
		sum_cells(plan, data);
		plan_free(plan);
	}
	assert_true(compiled > 500);
}

/* No chain is longer than there are types: a loop is not followed until the links run out. */
static void a_loop_is_found_early(void **state)
{
	const struct types *t = *state;
	int constant = btf__add_const(t->btf, t->u32), arrays = array_of(t, t->u32, 1);
	uint64_t links = 1000 * 1000, bytes;
	struct btf_behind behind;

	raw_type(t, constant)->type = (uint32_t)constant;
	btf_array(raw_type(t, arrays))->type = (uint32_t)arrays;
	assert_int_equal(btf_follow(t->btf, (uint32_t)constant, &links, &behind), -ELOOP);
	assert_int_equal(btf_bytes(t->btf, (uint32_t)arrays, &links, &bytes), -ELOOP);
	assert_null(special_tag(t->btf, (uint32_t)constant, &links));
	assert_true(links + 3 * btf__type_cnt(t->btf) >= 1000 * 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TYPE_TEST(nested_structs),
		TYPE_TEST(endless_arrays),
		TYPE_TEST(fan_out),
		TYPE_TEST(long_typedefs),
		TYPE_TEST(impossible_types),
		TYPE_TEST(many_names),
		TYPE_TEST(long_names),
		TYPE_TEST(random_types),
		TYPE_TEST(a_loop_is_found_early),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
