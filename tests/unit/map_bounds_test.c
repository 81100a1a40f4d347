/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Maps that are strange, hostile, or not to be looked at. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include <bpf/btf.h>
#include <seccomp.h>
#include <sys/wait.h>

#include "kern/map_calls.h"
#include "map/map.h"
#include "map/map_find.h"
#include "map/map_name.h"

/* 100 maps behind 2^16 members and a thousand typedefs each: not a matter of seconds. */
static void definitions_are_bounded(void **state)
{
	struct btf *btf = btf__new_empty();
	int u32 = btf__add_int(btf, "unsigned int", 4, 0), type, var[64];
	struct bpf_map_info info = { .name = "a_name_longer_t", .btf_id = UINT32_MAX };
	clock_t start = clock();

	(void)state;
	type = btf__add_struct(btf, "s", 4);
	for (int i = 0; i < 65535; i++)
		btf__add_field(btf, "x", u32, 0, 0);
	for (int i = 0; i < 1000; i++)
		type = btf__add_typedef(btf, "t", type);
	for (int i = 0; i < 64; i++)
		var[i] = btf__add_var(btf, "a_name_longer_than_that", BTF_VAR_STATIC, type);
	btf__add_datasec(btf, ".maps", 64);
	for (uint32_t i = 0; i < 64; i++)
		btf__add_datasec_var_info(btf, var[i], i, 1);
	start = clock();
	for (int i = 0; i < 100; i++)
		assert_null(map_name_by_btf(&info, btf));
	assert_true(clock() - start < CLOCKS_PER_SEC / 5);
	btf__free(btf);
}

/* What the kernel copies for a type that nobody knows yet: at most a value a CPU. */
static void strangers_have_room(void **state)
{
	struct map map = { .type = map_type_find(1037),
			   .info.value_size = 4,
			   .called = (char *)"map x" };
	struct err err;

	(void)state;
	assert_int_equal(map_lay_cells(&map, &err), 0);
	assert_int_equal(map.cells, 1);
	assert_int_equal(map_value_bytes(&map), kern_possible_cpus() * 8);
	map.type = map_type_find(BPF_MAP_TYPE_PERCPU_HASH);
	map.info.value_size = 12;
	assert_int_equal(map_lay_cells(&map, &err), 0);
	assert_int_equal(map.cells, kern_possible_cpus());
	assert_int_equal(map.cell_stride, 16);
	map.type = map_type_find(BPF_MAP_TYPE_HASH);
	assert_int_equal(map_lay_cells(&map, &err), 0);
	assert_int_equal(map_value_bytes(&map), 12);
	map.type = map_type_find(1037);
	map.info.value_size = UINT32_MAX;
	assert_int_equal(map_lay_cells(&map, &err), -ERR_SYSTEM);
}

/* An LSM that refuses all of bpf(2), as far as a test can be one. */
static void refused_fds_are_told_by_their_name(void **state)
{
	int pipes[2], status;
	pid_t child;

	(void)state;
	assert_int_equal(pipe(pipes), 0);
	assert_false(kern_fd_is_map(pipes[0]));
	child = fork();
	if (!child) {
		scmp_filter_ctx rules = seccomp_init(SCMP_ACT_ALLOW);

		seccomp_rule_add(rules, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(bpf), 0);
		_exit(seccomp_load(rules) ? 77 : kern_fd_is_map(pipes[0]));
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) != 77)
		assert_int_equal(WEXITSTATUS(status), 0);
	close(pipes[0]);
	close(pipes[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(definitions_are_bounded),
		cmocka_unit_test(strangers_have_room),
		cmocka_unit_test(refused_fds_are_told_by_their_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
