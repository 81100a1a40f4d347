/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What a map is: the type table, flags, names, prefixes, values that are ids. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <arpa/inet.h>
#include <bpf/btf.h>
#include <sys/mman.h>

#include "base/buf.h"
#include "map/cidr.h"
#include "map/map.h"
#include "map/map_name.h"
#include "output/writer.h"

static void every_type_has_one_row(void **state)
{
	(void)state;
	for (uint32_t number = 1; number < __MAX_BPF_MAP_TYPE; number++) {
		const struct map_type *type = map_type_find(number);

		assert_int_equal(type->number, number);
		assert_memory_not_equal(type->name, "type_", 5);
		/* What cannot be walked says so, and what can need not. */
		if (!(type->can & MAP_WALK))
			assert_non_null(type->instead);
	}
}

static void unknown_types_have_rows_too(void **state)
{
	const struct map_type *first = map_type_find(1037), *second = map_type_find(UINT32_MAX);

	(void)state;
	assert_string_equal(first->name, "type_1037");
	assert_string_equal(second->name, "type_4294967295");
	assert_ptr_equal(map_type_find(1037), first);
}

static void flags_are_spelled(void **state)
{
	static const struct {
		uint32_t flags;
		const char *spelled, *parsed;
	} cases[] = {
		{ 0, "", "0" },
		{ BPF_F_NO_PREALLOC, "no_prealloc", "BPF_F_NO_PREALLOC" },
		{ BPF_F_MMAPABLE | BPF_F_RDONLY_PROG, "rdonly_prog,mmapable",
		  "mmapable,rdonly_prog" },
		{ BPF_F_RB_OVERWRITE | 1u << 31, "rb_overwrite,0x80000000",
		  "rb_overwrite,0x80000000" },
		{ 1u << 30, "0x40000000", "0x40000000,0" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf spelled = { 0 };

		struct err err = { 0 };
		uint32_t flags = 77;

		map_flags_spell(cases[i].flags, &spelled);
		assert_string_equal(buf_str(&spelled), cases[i].spelled);
		assert_int_equal(map_flags_parse(cases[i].parsed, &flags, &err), 0);
		assert_int_equal(flags, cases[i].flags);
		buf_done(&spelled);
	}
}

static void flags_that_are_none_are_refused(void **state)
{
	static const char *const words[] = { "",
					     "no_preallok",
					     "no_prealloc,",
					     ",no_prealloc",
					     "-1",
					     "0x100000000",
					     "no_prealloc,,",
					     "BPF_F_",
					     "no_prealloc mmapable" };

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		struct err err = { 0 };
		uint32_t flags = 77;

		assert_int_equal(map_flags_parse(words[i], &flags, &err), -ERR_USAGE);
		assert_int_equal(flags, 77);
	}
}

static void prefixes_are_spelled(void **state)
{
	uint8_t key[20] = { 0 };
	char spelled[CIDR_MAX];
	uint32_t length = 8;

	(void)state;
	memcpy(key, &length, 4);
	key[4] = 10;
	assert_true(cidr_spell(key, 8, spelled));
	assert_string_equal(spelled, "10.0.0.0/8");
	length = 33;
	memcpy(key, &length, 4);
	assert_false(cidr_spell(key, 8, spelled));
	inet_pton(AF_INET6, "2001:db8::", key + 4);
	assert_true(cidr_spell(key, 20, spelled));
	assert_string_equal(spelled, "2001:db8::/33");
	length = 128;
	memcpy(key, &length, 4);
	memset(key + 4, 0xff, 16);
	assert_true(cidr_spell(key, 20, spelled));
	assert_string_equal(spelled, "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128");
}

/* struct { u32 prefixlen; MEMBER; }, with more members behind where size leaves room. */
static int lpm_key(struct btf *btf, int u32, int member, uint32_t size)
{
	int id = btf__add_struct(btf, "key", size);

	btf__add_field(btf, "prefixlen", u32, 0, 0);
	btf__add_field(btf, "data", member, 32, 0);
	return id;
}

static void prefixes_are_told_from_other_keys(void **state)
{
	struct btf *btf = btf__new_empty();
	int u32 = btf__add_int(btf, "unsigned int", 4, 0);
	int u8 = btf__add_int(btf, "unsigned char", 1, 0);
	int bytes4 = btf__add_array(btf, u32, u8, 4), be32 = btf__add_typedef(btf, "__be32", u32);
	struct bpf_map_info info = { .key_size = 8 };
	int in_addr, pair;

	(void)state;
	in_addr = btf__add_struct(btf, "in_addr", 4);
	btf__add_field(btf, "s_addr", be32, 0, 0);
	pair = btf__add_struct(btf, "ports", 4);
	btf__add_field(btf, "both", u32, 0, 0);

	info.btf_key_type_id = (uint32_t)lpm_key(btf, u32, bytes4, 8);
	assert_true(cidr_fits(btf, info.btf_key_type_id, info.key_size));
	info.btf_key_type_id = (uint32_t)lpm_key(btf, u32, be32, 8);
	assert_true(cidr_fits(btf, info.btf_key_type_id, info.key_size));
	info.btf_key_type_id = (uint32_t)lpm_key(btf, u32, in_addr, 8);
	assert_true(cidr_fits(btf, info.btf_key_type_id, info.key_size));
	info.btf_key_type_id = (uint32_t)lpm_key(btf, u32, pair, 8);
	assert_false(cidr_fits(btf, info.btf_key_type_id, info.key_size));
	info.btf_key_type_id = (uint32_t)lpm_key(btf, bytes4, u32, 8);
	assert_false(cidr_fits(btf, info.btf_key_type_id, info.key_size));
	info.btf_key_type_id = (uint32_t)u32;
	assert_false(cidr_fits(btf, info.btf_key_type_id, info.key_size));
	info.btf_key_type_id = 0;
	assert_true(cidr_fits(NULL, info.btf_key_type_id, info.key_size));
	info.key_size = 12;
	assert_false(cidr_fits(NULL, info.btf_key_type_id, info.key_size));
	btf__free(btf);
}

static void a_pin_tells_the_full_name(void **state)
{
	struct bpf_map_info info = { .name = "a_name_longer_t" };
	const struct bpf_map_info whole = { .name = "a_name" };

	(void)state;
	assert_true(map_name_is_cut(&info));
	assert_false(map_name_is_cut(&whole));
	assert_string_equal(map_name_by_path(&info, "/b/a_name_longer_than"), "a_name_longer_than");
	assert_null(map_name_by_path(&info, "/b/a_name_longer_t"));
	assert_null(map_name_by_path(&info, "a_name_longer_than/b"));
}

/* struct { u32 *key; TYPE *value; } NAME, a member of .maps. */
static void map_definition(struct btf *btf, const char *name, int key, int value, int *ret_var)
{
	int key_ptr = btf__add_ptr(btf, key), value_ptr = btf__add_ptr(btf, value);
	int type = btf__add_struct(btf, NULL, 16);

	btf__add_field(btf, "key", key_ptr, 0, 0);
	btf__add_field(btf, "value", value_ptr, 64, 0);
	*ret_var = btf__add_var(btf, name, BTF_VAR_GLOBAL_ALLOCATED, type);
}

static void the_definition_tells_the_full_name(void **state)
{
	struct btf *btf = btf__new_empty();
	int u32 = btf__add_int(btf, "unsigned int", 4, 0);
	int u64 = btf__add_int(btf, "unsigned long long", 8, 0);
	struct bpf_map_info info = { .name = "a_name_longer_t" };
	int var[4];

	(void)state;
	map_definition(btf, "a_name_longer_than_fifteen", u32, u64, &var[0]);
	map_definition(btf, "a_name_longer_t", u32, u32, &var[1]);
	map_definition(btf, "a_name_longer_then", u64, u32, &var[2]);
	map_definition(btf, "a_name_longer_too", u64, u32, &var[3]);
	btf__add_datasec(btf, ".maps", 64);
	for (uint32_t i = 0; i < 4; i++)
		btf__add_datasec_var_info(btf, var[i], i * 16, 16);

	info.btf_key_type_id = (uint32_t)u32;
	info.btf_value_type_id = (uint32_t)u64;
	assert_string_equal(map_name_by_btf(&info, btf), "a_name_longer_than_fifteen");
	info.btf_value_type_id = (uint32_t)u32;
	assert_null(map_name_by_btf(&info, btf));
	/* Two that fit tell nothing. */
	info.btf_key_type_id = (uint32_t)u64;
	assert_null(map_name_by_btf(&info, btf));
	btf__free(btf);
}

/* The value of a map of type, as JSON. */
static const char *as_json(struct map *map, enum bpf_map_type type, const void *value,
			   uint32_t size)
{
	static const struct label v = LABEL("v");
	static const struct writer_options options;
	static char text[512];
	int fd = memfd_create("json", 0);
	struct stream stream;
	struct writer *w;
	ssize_t n;

	map->type = map_type_find(type);
	map->info.value_size = size;
	stream_init(&stream, fd);
	w = writer_new(writer_format_find("json"), &stream, &options);
	w->format->start(w, SHAPE_ONE);
	w->format->record(w);
	map_write_value(map, &v, value, w);
	w->format->finish(w);
	writer_free(w);
	assert_int_equal(stream_close(&stream), 0);
	n = pread(fd, text, sizeof(text) - 1, 0);
	assert_true(n > 0);
	text[n - (text[n - 1] == '\n')] = '\0';
	close(fd);
	return text;
}

static void ids_have_names(void **state)
{
	static struct name_row maps[] = { { 7, "inner" }, { 9, "" } };
	static struct name_row devices[] = { { 1, "lo" } };
	static struct name_row programs[] = { { 5, "drop" } };
	struct map map = { .names = { .maps = { 2, 2, maps },
				      .programs = { 1, 1, programs },
				      .devices = { 1, 1, devices } } };
	const uint32_t seven = 7, nine = 9, pair[2] = { 1, 5 }, lonely[2] = { 2, 0 };
	const uint64_t cookie = UINT64_MAX, stack[3] = { 0xffffffff81000000u, 16, 0 };

	(void)state;
	assert_string_equal(as_json(&map, BPF_MAP_TYPE_ARRAY_OF_MAPS, &seven, 4),
			    "{\"v\":{\"id\":7,\"name\":\"inner\"}}");
	assert_string_equal(as_json(&map, BPF_MAP_TYPE_HASH_OF_MAPS, &nine, 4),
			    "{\"v\":{\"id\":9,\"name\":null}}");
	assert_string_equal(as_json(&map, BPF_MAP_TYPE_PROG_ARRAY, &pair[1], 4),
			    "{\"v\":{\"id\":5,\"name\":\"drop\"}}");
	assert_string_equal(as_json(&map, BPF_MAP_TYPE_DEVMAP, pair, 4),
			    "{\"v\":{\"ifindex\":1,\"ifname\":\"lo\"}}");
	assert_string_equal(as_json(&map, BPF_MAP_TYPE_DEVMAP_HASH, pair, 8),
			    "{\"v\":{\"ifindex\":1,\"ifname\":\"lo\","
			    "\"program\":{\"id\":5,\"name\":\"drop\"}}}");
	assert_string_equal(as_json(&map, BPF_MAP_TYPE_CPUMAP, lonely, 8),
			    "{\"v\":{\"qsize\":2,\"program\":null}}");
	assert_string_equal(as_json(&map, BPF_MAP_TYPE_SOCKHASH, &cookie, 8),
			    "{\"v\":{\"cookie\":18446744073709551615}}");
	assert_string_equal(as_json(&map, BPF_MAP_TYPE_STACK_TRACE, stack, 8),
			    "{\"v\":[{\"address\":18446744071578845184,\"symbol\":null,"
			    "\"offset\":null}]}");
	map.is_numeric = true;
	assert_string_equal(as_json(&map, BPF_MAP_TYPE_STACK_TRACE, stack, 24),
			    "{\"v\":[18446744071578845184,16]}");
	assert_string_equal(as_json(&map, BPF_MAP_TYPE_ARRAY_OF_MAPS, &seven, 4),
			    "{\"v\":{\"id\":7}}");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_type_has_one_row),
		cmocka_unit_test(unknown_types_have_rows_too),
		cmocka_unit_test(flags_are_spelled),
		cmocka_unit_test(flags_that_are_none_are_refused),
		cmocka_unit_test(prefixes_are_spelled),
		cmocka_unit_test(prefixes_are_told_from_other_keys),
		cmocka_unit_test(a_pin_tells_the_full_name),
		cmocka_unit_test(the_definition_tells_the_full_name),
		cmocka_unit_test(ids_have_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
