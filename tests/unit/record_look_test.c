/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Which type a program's BTF has for the records of a map; the BTF may be anybody's. */
#include <stdio.h>

#include "map/map.h"
#include "map/record_look.h"
#include "plan_fixture.h"

static struct map *map_named(uint32_t type, const char *name)
{
	struct map *map = mem_zero(sizeof(*map));

	map->fd = -1;
	map->type = map_type_find(type);
	map->name = mem_strdup(name);
	snprintf(map->info.name, sizeof(map->info.name), "%.15s", name);
	return map;
}

static int struct_of(const struct types *t, const char *name, int type_id)
{
	int id = btf__add_struct(t->btf, name, 8);

	field(t, "x", type_id, 0, 0);
	return id;
}

/* struct { value_type *value; } name SEC(".maps"), added to a section that ends. */
struct definition {
	const char *name;
	int value; /* 0: it has none */
};

static void define(const struct types *t, const struct definition *defs, size_t n)
{
	int vars[8];

	for (size_t i = 0; i < n; i++) {
		int value = btf__add_ptr(t->btf, defs[i].value ? defs[i].value : t->u32);
		int def = btf__add_struct(t->btf, NULL, 8);

		field(t, defs[i].value ? "value" : "type", value, 0, 0);
		vars[i] = btf__add_var(t->btf, defs[i].name, BTF_VAR_GLOBAL_ALLOCATED, def);
	}
	btf__add_datasec(t->btf, ".maps", 0);
	for (size_t i = 0; i < n; i++)
		btf__add_datasec_var_info(t->btf, vars[i], (uint32_t)i * 8, 8);
}

static void expect_defined(const struct types *t, uint32_t type, const char *map_name, int want,
			   const char *want_name)
{
	struct map *map = map_named(type, map_name);
	const char *name = "as it was";

	assert_int_equal(record_defined(t->btf, map, &name), want);
	assert_string_equal(name, want_name);
	map_free(map);
}

static void values_of_definitions(void **state)
{
	const struct types *t = *state;
	int event = struct_of(t, "event", t->u64), empty = btf__add_struct(t->btf, "empty", 0);
	const struct definition defs[] = {
		{ "typed", event },
		{ "bare", 0 },
		{ "nothing", empty },
		{ "slots", t->u32 },
		{ "a_name_that_is_cut", event },
		{ "a_name_of_two_aa", event },
		{ "a_name_of_two_ab", t->u64 },
		{ "a_name_of_two_a", 0 },
	};

	define(t, defs, 8);
	expect_defined(t, BPF_MAP_TYPE_RINGBUF, "typed", event, "typed");
	expect_defined(t, BPF_MAP_TYPE_RINGBUF, "bare", 0, "bare");
	expect_defined(t, BPF_MAP_TYPE_RINGBUF, "nothing", 0, "nothing");
	expect_defined(t, BPF_MAP_TYPE_RINGBUF, "other", 0, "as it was");
	expect_defined(t, BPF_MAP_TYPE_RINGBUF, "", 0, "as it was");
	expect_defined(t, BPF_MAP_TYPE_RINGBUF, "slots", t->u32, "slots");
	/* What is in the slots of the array is not what comes out of the buffers. */
	expect_defined(t, BPF_MAP_TYPE_PERF_EVENT_ARRAY, "slots", 0, "slots");
	expect_defined(t, BPF_MAP_TYPE_PERF_EVENT_ARRAY, "typed", event, "typed");
	expect_defined(t, BPF_MAP_TYPE_RINGBUF, "a_name_that_is_", event, "a_name_that_is_cut");
	/* The name itself before those that only begin so. */
	expect_defined(t, BPF_MAP_TYPE_RINGBUF, "a_name_of_two_a", 0, "a_name_of_two_a");
}

static void names_that_two_begin_with(void **state)
{
	const struct types *t = *state;
	const struct definition defs[] = { { "a_name_of_two_aa", t->u32 },
					   { "a_name_of_two_ab", t->u64 } };

	define(t, defs, 2);
	expect_defined(t, BPF_MAP_TYPE_RINGBUF, "a_name_of_two_a", 0, "as it was");
	expect_defined(t, BPF_MAP_TYPE_RINGBUF, "a_name_of_two_ab", t->u64, "a_name_of_two_ab");
}

static void no_section_and_a_strange_one(void **state)
{
	const struct types *t = *state;

	expect_defined(t, BPF_MAP_TYPE_RINGBUF, "ring", 0, "as it was");
	btf__add_var(t->btf, "ring", BTF_VAR_GLOBAL_ALLOCATED, t->u32);
	btf__add_datasec(t->btf, ".maps", 0);
	btf__add_datasec_var_info(t->btf, (int)btf__type_cnt(t->btf) - 2, 0, 4);
	expect_defined(t, BPF_MAP_TYPE_RINGBUF, "ring", 0, "as it was");
}

static void expect_named(const struct types *t, const char *map_name, const char *want)
{
	uint32_t ids[RECORD_NAMED_MAX];
	char got[256] = "";
	size_t n = record_named(t->btf, map_name, ids);

	assert_true(n <= RECORD_NAMED_MAX);
	for (size_t i = 0; i < n; i++) {
		const struct btf_type *type = btf__type_by_id(t->btf, ids[i]);

		strcat(got, " ");
		strcat(got, btf__name_by_offset(t->btf, type->name_off));
	}
	assert_string_equal(got, want);
}

static void names_like_the_map(void **state)
{
	const struct types *t = *state;
	int event, conn;

	event = struct_of(t, "event", t->u64);
	btf__add_typedef(t->btf, "event_t", event);
	struct_of(t, "flow", t->u64);
	struct_of(t, "flows_t", t->u32);
	conn = struct_of(t, NULL, t->u64);
	btf__add_typedef(t->btf, "conn_t", conn);
	btf__add_typedef(t->btf, "pid_t", t->s32);
	btf__add_fwd(t->btf, "ring", BTF_FWD_STRUCT);
	struct_of(t, "s", t->u8);
	btf__add_struct(t->btf, "none", 0);
	expect_named(t, "events", " event");
	expect_named(t, "event", " event");
	expect_named(t, "flows", " flows_t flow");
	expect_named(t, "conns", " conn_t");
	expect_named(t, "pids", "");
	expect_named(t, "rings", "");
	expect_named(t, "nones", "");
	expect_named(t, "s", " s");
	expect_named(t, "", "");
	expect_named(t, "nothing", "");
}

/* A typedef of itself has no end. */
static void typedefs_in_a_ring(void **state)
{
	const struct types *t = *state;
	int id = btf__add_typedef(t->btf, "loop", t->u32);

	raw_type(t, id)->type = (uint32_t)id;
	expect_named(t, "loops", "");
}

static void many_of_one_name(void **state)
{
	const struct types *t = *state;
	uint32_t ids[RECORD_NAMED_MAX];

	for (int i = 0; i < 3 * RECORD_NAMED_MAX; i++)
		struct_of(t, "event", t->u64);
	assert_int_equal(record_named(t->btf, "events", ids), RECORD_NAMED_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TYPE_TEST(values_of_definitions),	 TYPE_TEST(names_that_two_begin_with),
		TYPE_TEST(no_section_and_a_strange_one), TYPE_TEST(names_like_the_map),
		TYPE_TEST(typedefs_in_a_ring),		 TYPE_TEST(many_of_one_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
