/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What stands behind `value`, for every cell: of maps that are not open. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <linux/bpf.h>
#include <bpf/btf.h>

#include "base/buf.h"
#include "cli/session.h"
#include "map/given_types.h"
#include "map/map.h"
#include "output/stream.h"
#include "output/writer.h"
#include "words/value_words.h"

#define CPUS 3

#define WORDS(...)                                                                            \
	(&(struct word_run){ (int)(sizeof((const char *[]){ __VA_ARGS__ }) / sizeof(char *)), \
			     (char *const *)(const char *[]){ __VA_ARGS__ } })

/* In this order on any machine. */
#define N257 "0101000000000000"
#define N771 "0303000000000000"
#define NONE "0000000000000000"

static const struct type_settings no_types;
static struct session session = { .types = &no_types };
static char called[] = "map m";
static struct map map;

/* A map of values of 2 bytes, 8 apart; typed: u16. */
static void set_up(uint32_t type, struct plan *value_plan)
{
	map = (struct map){
		.fd = -1,
		.type = map_type_find(type),
		.called = called,
		.info = { .key_size = 4, .value_size = 2 },
		.value_plan = value_plan,
		.cells = CPUS,
		.cell_stride = 8,
	};
}

static void takes(const struct word_run *run, const char *hex)
{
	_cleanup_value_words_ struct value_words value = { 0 };
	struct buf spelled = { 0 };
	struct err err = { 0 };
	int r = value_words_take(&session, &map, run, NULL, &value, &err);

	assert_string_equal(err.msg, "");
	assert_int_equal(r, 0);
	for (size_t i = 0; i < map_value_bytes(&map); i++)
		buf_printf(&spelled, "%s%02x", i && i % map.cell_stride == 0 ? " " : "",
			   ((uint8_t *)value.bytes)[i]);
	assert_string_equal(buf_str(&spelled), hex);
	buf_done(&spelled);
}

static void refuses(const struct word_run *run, const char *why)
{
	_cleanup_value_words_ struct value_words value = { 0 };
	struct err err = { 0 };
	int r = value_words_take(&session, &map, run, NULL, &value, &err);

	assert_string_equal(err.msg, why);
	assert_int_equal(r, -ERR_USAGE);
}

static void test_every_cpu(void **state)
{
	static const char all[] = "0100000000000000 0100000000000000 0100000000000000";

	(void)state;
	set_up(BPF_MAP_TYPE_PERCPU_HASH, NULL);
	takes(WORDS("1", "0"), all);
	takes(WORDS("all", "1", "0"), all);
	takes(WORDS("all", "hex", "01", "00"), all);
	takes(WORDS("\"0100\""), all);
}

static void test_by_cpu(void **state)
{
	(void)state;
	set_up(BPF_MAP_TYPE_PERCPU_HASH, NULL);
	takes(WORDS("cpu", "1", "5", "6"), "0000000000000000 0506000000000000 0000000000000000");
	takes(WORDS("cpu", "2", "5", "6", "cpu", "0", "hex", "a", "b"),
	      "0a0b000000000000 0000000000000000 0506000000000000");
	refuses(WORDS("cpu", "3", "5", "6"), "map m: value: there is no CPU 3: 0 to 2");
	refuses(WORDS("cpu", "0x", "5", "6"), "map m: value: '0x' is no CPU: 0 to 2");
	refuses(WORDS("cpu", "1"), "map m: value: 'cpu 1' needs data behind it");
	refuses(WORDS("cpu", "1", "5", "6", "cpu"), "map m: value: 'cpu' needs a number behind it");
	refuses(WORDS("cpu", "1", "5", "6", "cpu", "1", "5", "6"),
		"map m: value: CPU 1 is given twice");
	refuses(WORDS("cpu", "1", "5"), "map m: CPU 1: value: it has 2 bytes, and 1 is given; with "
					"--value-type u16 one number will do");
}

static void test_array(void **state)
{
	(void)state;
	set_up(BPF_MAP_TYPE_PERCPU_ARRAY, NULL);
	takes(WORDS("[{\"cpu\":0,\"value\":\"0102\"},{\"cpu\":2,\"value\":\"0304\"},"
		    "{\"cpu\":1,\"value\":\"0506\"}]"),
	      "0102000000000000 0506000000000000 0304000000000000");
	takes(WORDS("[{\"cpu\":\"1\",\"value\":\"0102\",\"value_hex\":\"0102\"}]"),
	      "0000000000000000 0102000000000000 0000000000000000");
	refuses(WORDS("[{\"cpu\":3,\"value\":\"0102\"}]"),
		"map m: value: there is no CPU 3: 0 to 2");
	refuses(WORDS("[{\"cpu\":-1,\"value\":\"0102\"}]"),
		"map m: value: \"cpu\" is a number: 0 to 2");
	refuses(WORDS("[{\"cpu\":99999999999,\"value\":\"0102\"}]"),
		"map m: value: there is no CPU 99999999999: 0 to 2");
	refuses(WORDS("[{\"cpu\":0,\"value\":\"0102\"},{\"cpu\":0,\"value\":\"0102\"}]"),
		"map m: value: CPU 0 is given twice");
	refuses(WORDS("[{\"cpu\":0}]"), "map m: value: one CPU's is {\"cpu\": N, \"value\": V}");
	refuses(WORDS("[{\"cpu\":0,\"value\":\"0102\",\"x\":1}]"),
		"map m: value: one CPU's is {\"cpu\": N, \"value\": V}");
	refuses(WORDS("[{\"cpu\":0,\"value\":\"010\"}]"),
		"map m: CPU 0: value: it has no type: its 2 bytes as 4 hex digits in double "
		"quotes");
	refuses(WORDS("[{\"cpu\":0,\"value\":258}]"), "map m: CPU 0: value: it has no type: its 2 "
						      "bytes as 4 hex digits in double quotes");
	refuses(WORDS("[]"), "map m: value: it has 2 bytes, and 1 is given");
}

static struct plan *compiled(const struct btf *btf, int type_id)
{
	struct plan *plan = NULL;
	struct err err;

	assert_int_equal(plan_compile(btf, (uint32_t)type_id, 2, PLAN_NATIVE, &plan, &err), 0);
	return plan;
}

static void test_typed(void **state)
{
	struct btf *btf = btf__new_empty();
	struct plan *plan = compiled(btf, btf__add_int(btf, "u16", 2, 0));

	(void)state;
	set_up(BPF_MAP_TYPE_PERCPU_ARRAY, plan);
	takes(WORDS("257"), N257 " " N257 " " N257);
	takes(WORDS("cpu", "1", "257"), NONE " " N257 " " NONE);
	takes(WORDS("[{\"cpu\":0,\"value\":257},{\"cpu\":1,\"value\":\"771\"}]"),
	      N257 " " N771 " " NONE);
	refuses(WORDS("cpu", "1", "65536"),
		"map m: CPU 1: value: '65536' does not fit u16: 0 to 65535");
	refuses(WORDS("[{\"cpu\":2,\"value\":65536}]"),
		"map m: CPU 2: value: 65536 does not fit u16: 0 to 65535");
	plan_free(plan);
	btf__free(btf);
}

/* Arrays whose elements do not name CPUs are values. */
static void test_arrays_as_values(void **state)
{
	struct btf *btf = btf__new_empty();
	int u8 = btf__add_int(btf, "u8", 1, 0);
	struct plan *plan = compiled(btf, btf__add_array(btf, u8, u8, 2));

	(void)state;
	set_up(BPF_MAP_TYPE_PERCPU_ARRAY, plan);
	takes(WORDS("[7, 8]"), "0708000000000000 0708000000000000 0708000000000000");
	takes(WORDS("cpu", "0", "[7, 8]"), "0708000000000000 0000000000000000 0000000000000000");
	takes(WORDS("[{\"cpu\":2,\"value\":[7, 8]}]"),
	      "0000000000000000 0000000000000000 0708000000000000");
	plan_free(plan);
	btf__free(btf);
}

static void test_one_value(void **state)
{
	(void)state;
	set_up(BPF_MAP_TYPE_HASH, NULL);
	map.cells = 1;
	map.cell_stride = 2;
	takes(WORDS("1", "2"), "0102");
	refuses(WORDS("all", "1", "2"), "map m: value: it has one value an entry: 'all' and "
					"'cpu N' are of per-CPU maps");
	refuses(WORDS("cpu", "0", "1", "2"), "map m: value: it has one value an entry: 'all' and "
					     "'cpu N' are of per-CPU maps");
	set_up(BPF_MAP_TYPE_RINGBUF, NULL);
	map.info.value_size = 0;
	refuses(WORDS("1"), "map m: a ringbuf has no values");
}

static void completes(uint32_t type, const struct word_run *run, const char *lines)
{
	struct buf found = { 0 };

	value_words_complete(map_type_find(type), run->n, run->words, &found);
	assert_string_equal(buf_str(&found), lines);
	buf_done(&found);
}

static void test_complete(void **state)
{
	const struct word_run none = { 0 };

	(void)state;
	completes(BPF_MAP_TYPE_HASH, &none, "hex\n");
	completes(BPF_MAP_TYPE_PERCPU_HASH, &none, "all\ncpu\nhex\n");
	completes(BPF_MAP_TYPE_PROG_ARRAY, &none, "id\nname\npinned\ntag\n");
	completes(BPF_MAP_TYPE_HASH_OF_MAPS, &none, "id\nname\npinned\n");
	completes(BPF_MAP_TYPE_CGROUP_ARRAY, &none, "cgroup\n");
	completes(BPF_MAP_TYPE_XSKMAP, &none, "pid\n");
	completes(BPF_MAP_TYPE_XSKMAP, WORDS("pid", "1"), "fd\n");
	completes(BPF_MAP_TYPE_DEVMAP, WORDS("dev", "lo"), "program\n");
	completes(BPF_MAP_TYPE_DEVMAP, WORDS("dev", "lo", "program"), "id\nname\npinned\ntag\n");
}

static int session_up(void **state)
{
	static const struct writer_options options = { 0 };
	static struct stream stream;

	(void)state;
	stream_init(&stream, 1);
	session.stream = &stream;
	session.out = writer_new(writer_format_find("json"), &stream, &options);
	return 0;
}

static int session_down(void **state)
{
	(void)state;
	writer_free(session.out);
	return stream_close(session.stream);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_cpu),
		cmocka_unit_test(test_by_cpu),
		cmocka_unit_test(test_array),
		cmocka_unit_test(test_typed),
		cmocka_unit_test(test_arrays_as_values),
		cmocka_unit_test(test_one_value),
		cmocka_unit_test(test_complete),
	};

	return cmocka_run_group_tests(tests, session_up, session_down);
}
