/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The kernel takes for a map's value what was parsed; skipped where it lets us make no map. */
#include <errno.h>
#include <stdio.h>

#include <bpf/bpf.h>

#include "ctype_fixture.h"
#include "ctype_layouts.h"

static int value_map(const struct btf *btf, uint32_t key, uint32_t value)
{
	LIBBPF_OPTS(bpf_map_create_opts, opts, .btf_fd = (uint32_t)btf__fd(btf),
		    .btf_key_type_id = key, .btf_value_type_id = value);

	return bpf_map_create(BPF_MAP_TYPE_HASH, "ctype", 4, (uint32_t)bytes_of(btf, value), 4,
			      &opts);
}

static void expect_taken(const char *text)
{
	void *state;
	const struct types *t;
	uint32_t key, value;
	int fd;

	types_setup(&state);
	t = state;
	key = parsed(t, "u32", NULL);
	value = parsed(t, text, NULL);
	if (btf__load_into_kernel(t->btf))
		fail_msg("%s: its BTF: %s", text, strerror(errno));
	fd = bytes_of(t->btf, value) ? value_map(t->btf, key, value) : -1;
	if (fd < 0 && bytes_of(t->btf, value))
		fail_msg("%s: %s", text, strerror(errno));
	if (fd >= 0)
		close(fd);
	types_teardown(&state);
}

static void all_layouts(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_OF(ctype_layouts); i++)
		expect_taken(ctype_layouts[i].text);
}

static void what_the_kernel_keeps_in_values(void **state)
{
	(void)state;
	expect_taken("struct { u32 n; struct bpf_spin_lock lock; }");
	expect_taken("struct { u32 n; struct bpf_timer timer; }");
	expect_taken("struct task_struct {};"
		     "struct { struct task_struct __attribute__((btf_type_tag("
		     "\"kptr_untrusted\"))) *task; }");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_layouts),
		cmocka_unit_test(what_the_kernel_keeps_in_values),
	};
	int fd = bpf_map_create(BPF_MAP_TYPE_HASH, "probe", 4, 4, 1, NULL);

	if (fd < 0) {
		fprintf(stderr, "no maps can be made: %s\n", strerror(errno));
		return 77;
	}
	close(fd);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
