/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Opening maps of the running kernel; skipped where it lets us make none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <sys/resource.h>

#include "map/map.h"

#define NAMESAKES 8

/* struct { u32 n; struct NAME x; } as a value of 24 bytes, behind a typedef. */
static int value_with(struct btf *btf, const char *name, uint32_t size)
{
	int u32 = btf__find_by_name(btf, "unsigned int");
	int inner = btf__add_struct(btf, name, size), outer;

	if (size == 4)
		btf__add_field(btf, "val", u32, 0, 0);
	outer = btf__add_struct(btf, "value", 24);
	btf__add_field(btf, "n", u32, 0, 0);
	btf__add_field(btf, "x", inner, 64, 0);
	return outer;
}

static int map_new(const char *name, const struct btf *btf, int value)
{
	LIBBPF_OPTS(bpf_map_create_opts, opts, .btf_fd = btf ? (uint32_t)btf__fd(btf) : 0,
		    .btf_key_type_id = btf ? 1 : 0, .btf_value_type_id = (uint32_t)value);

	return bpf_map_create(BPF_MAP_TYPE_HASH, name, 4, 24, 4, &opts);
}

static struct map *opened(int fd)
{
	struct bpf_map_info info = { 0 };
	uint32_t len = sizeof(info);
	struct map *map = NULL;
	struct err err = { 0 };

	assert_int_equal(bpf_obj_get_info_by_fd(fd, &info, &len), 0);
	assert_int_equal(map_open(&(struct map_ref){ .kind = MAP_REF_ID, .id = info.id },
				  MAP_ACCESS_READ, &map, &err),
			 0);
	return map;
}

/* Three maps with values of one BTF object: plain, with a lock, with a timer. */
struct kinds {
	struct btf *btf;
	int fd[3];
};

static bool kinds_make(struct kinds *ret)
{
	int plain, locked, timed;

	ret->btf = btf__new_empty();
	btf__add_int(ret->btf, "unsigned int", 4, 0);
	plain = value_with(ret->btf, "no_spin_lock", 4);
	locked = value_with(ret->btf, "bpf_spin_lock", 4);
	timed = value_with(ret->btf, "bpf_timer", 16);
	if (btf__load_into_kernel(ret->btf))
		return false;
	ret->fd[0] = map_new("mapctl_plain", ret->btf, plain);
	ret->fd[1] = map_new("mapctl_locked", ret->btf, locked);
	ret->fd[2] = map_new("mapctl_timed", ret->btf, timed);
	return ret->fd[0] >= 0 && ret->fd[1] >= 0 && ret->fd[2] >= 0;
}

static void kinds_done(struct kinds *kinds)
{
	for (int i = 0; i < 3; i++)
		close(kinds->fd[i]);
	btf__free(kinds->btf);
}

static void locks_are_known_without_a_plan(void **state)
{
	static const bool has_lock[3] = { false, true, false };
	static const bool has_fields[3] = { false, true, true };
	struct kinds kinds = { .fd = { -1, -1, -1 } };

	(void)state;
	if (!kinds_make(&kinds))
		skip();
	for (int i = 0; i < 3; i++) {
		struct map *map = opened(kinds.fd[i]);
		struct err err;

		assert_int_equal(map_load_special(map, &err), 0);
		assert_null(map->value_plan);
		assert_int_equal(map->has_lock, has_lock[i]);
		assert_int_equal(map->has_kernel_fields, has_fields[i]);
		map_free(map);
	}
	kinds_done(&kinds);
}

static void types_of_one_object_are_loaded_once(void **state)
{
	struct kinds kinds = { .fd = { -1, -1, -1 } };
	const struct btf *btf;
	struct map *map[2];
	struct err err;

	(void)state;
	if (!kinds_make(&kinds))
		skip();
	for (int i = 0; i < 2; i++) {
		map[i] = opened(kinds.fd[i]);
		assert_int_equal(map_load_special(map[i], &err), 0);
		assert_int_equal(map_load_types(map[i], PLAN_NATIVE, &err), 0);
		assert_non_null(map[i]->value_plan);
	}
	btf = map[0]->btf;
	assert_ptr_equal(map[1]->btf, btf);
	map_free(map[0]);
	map_free(map[1]);
	map[0] = opened(kinds.fd[2]);
	assert_int_equal(map_load_types(map[0], PLAN_NATIVE, &err), 0);
	assert_ptr_equal(map[0]->btf, btf);
	map_free(map[0]);
	kinds_done(&kinds);
}

/* So many files and no more; what was allowed is in *was. */
static void allow_files(uint32_t n, struct rlimit *was)
{
	struct rlimit less;

	assert_int_equal(getrlimit(RLIMIT_NOFILE, was), 0);
	less = *was;
	less.rlim_cur = n;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &less), 0);
}

/* Whether a name is ambiguous is known without opening all that have it. */
static void namesakes_need_no_files(void **state)
{
	struct map_ref ref = { .kind = MAP_REF_NAME };
	struct map *one = NULL, **all = NULL;
	int fd[NAMESAKES], top = 0;
	struct rlimit was;
	struct err err;
	char name[16];
	size_t n;

	(void)state;
	snprintf(name, sizeof(name), "same_%u", (unsigned int)getpid());
	ref.text = name;
	for (int i = 0; i < NAMESAKES; i++)
		if ((top = fd[i] = map_new(name, NULL, 0)) < 0)
			skip();
	allow_files((uint32_t)top + 4, &was);
	assert_int_equal(map_open(&ref, MAP_ACCESS_READ, &one, &err), -ERR_USAGE);
	assert_memory_equal(err.msg, "8 maps have the name", 20);
	assert_int_equal(map_open_all(&ref, MAP_ACCESS_READ, &all, &n, &err), 0);
	assert_int_equal(n, NAMESAKES);
	setrlimit(RLIMIT_NOFILE, &was);
	for (int i = 0; i < NAMESAKES; i++) {
		assert_string_equal(map_called(all[i]) + 4, name);
		map_free(all[i]);
		close(fd[i]);
	}
	free(all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(locks_are_known_without_a_plan),
		cmocka_unit_test(types_of_one_object_are_loaded_once),
		cmocka_unit_test(namesakes_need_no_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
