/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Programs by what people call them; skipped where the kernel lets us load none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <bpf/bpf.h>
#include <bpf/btf.h>

#include "base/alloc.h"
#include "kern/fd_kind.h"
#include "kern/prog_open.h"
#include "map/reference.h"

#define FULL_NAME "a_name_that_goes_on_behind_"

/* int NAME(void *ctx) */
static struct btf *btf_of(const char *name, int *func)
{
	struct btf *btf = btf__new_empty();
	int number = btf__add_int(btf, "int", 4, BTF_INT_SIGNED);
	int pointer = btf__add_ptr(btf, 0);
	int proto = btf__add_func_proto(btf, number);

	btf__add_func_param(btf, "ctx", pointer);
	*func = btf__add_func(btf, name, BTF_FUNC_STATIC, proto);
	return btf;
}

static int load_mark(const char *name, int mark)
{
	/* r0 = mark; exit */
	const struct bpf_insn insns[] = { { .code = 0xb7, .imm = mark }, { .code = 0x95 } };
	struct bpf_func_info func = { 0 };
	int func_id;
	struct btf *btf = btf_of(name, &func_id);
	LIBBPF_OPTS(bpf_prog_load_opts, opts, .func_info = &func, .func_info_cnt = 1,
		    .func_info_rec_size = sizeof(func));
	int fd = -1;

	func.type_id = (uint32_t)func_id;
	if (!btf__load_into_kernel(btf)) {
		opts.prog_btf_fd = (uint32_t)btf__fd(btf);
		fd = bpf_prog_load(BPF_PROG_TYPE_SOCKET_FILTER, name, "GPL", insns, 2, &opts);
	}
	btf__free(btf);
	if (fd < 0)
		skip();
	return fd;
}

/* A name that no other run has; one of many characters if it begins with FULL_NAME. */
static char *own_name(const char *begin, const char *end)
{
	return mem_printf("%s%d%s", begin, getpid(), end);
}

static uint32_t id_of(int fd)
{
	struct prog_row row;

	assert_int_equal(kern_prog_row(fd, &row), 0);
	return row.id;
}

static int open_named(enum reference_kind kind, const char *text, struct err *err)
{
	return reference_open_program(&(struct reference){ .kind = kind, .text = text }, 0, err);
}

static void full_names_are_told_by_btf(void **state)
{
	_cleanup_free_ char *a = own_name(FULL_NAME, "_a"), *b = own_name(FULL_NAME, "_b");
	_cleanup_close_ int fd_a = load_mark(a, 1), fd_b = load_mark(b, 1);
	_cleanup_close_ int found = -1;
	struct err err = { 0 };

	(void)state;
	found = open_named(REFERENCE_NAME, b, &err);
	assert_string_equal(err.msg, "");
	assert_int_equal(id_of(found), id_of(fd_b));
	assert_int_not_equal(id_of(found), id_of(fd_a));
	assert_int_equal(open_named(REFERENCE_NAME, FULL_NAME, &err), -ERR_NO);
	/* The 15 characters that the kernel keeps are those of both. */
	assert_int_equal(open_named(REFERENCE_NAME, "a_name_that_goe", &err), -ERR_USAGE);
	assert_non_null(strstr(err.msg, " programs have the name \"a_name_that_goe\": "));
}

static void tags_are_of_the_code(void **state)
{
	_cleanup_free_ char *name = own_name("t", "");
	_cleanup_close_ int fd = load_mark(name, getpid()), same = -1;
	struct prog_row row;
	char tag[2 * PROG_TAG_BYTES + 1];
	struct err err = { 0 };
	int r;

	(void)state;
	assert_int_equal(kern_prog_row(fd, &row), 0);
	assert_string_equal(row.name, name);
	for (size_t i = 0; i < PROG_TAG_BYTES; i++)
		snprintf(tag + 2 * i, 3, "%02X", row.tag[i]);
	r = open_named(REFERENCE_TAG, tag, &err);
	assert_true(r >= 0);
	assert_int_equal(id_of(r), row.id);
	close(r);
	same = load_mark(name, getpid());
	assert_int_equal(open_named(REFERENCE_TAG, tag, &err), -ERR_USAGE);
	assert_memory_equal(err.msg, "2 programs have the tag", 23);
}

static void ids_come_with_names(void **state)
{
	_cleanup_free_ char *name = own_name("i", "");
	_cleanup_close_ int fd = load_mark(name, 3);
	struct reference reference = { .kind = REFERENCE_ID, .id = id_of(fd), .called = name };
	struct err err = { 0 };
	int r = reference_open_program(&reference, BPF_PROG_TYPE_SOCKET_FILTER, &err);

	(void)state;
	assert_true(r >= 0);
	assert_true(kern_fd_is_prog(r));
	assert_false(kern_fd_is_prog(STDERR_FILENO));
	close(r);
	assert_int_equal(reference_open_program(&reference, BPF_PROG_TYPE_XDP, &err), -ERR_USAGE);
	assert_non_null(strstr(err.msg, "is of type socket_filter, and has to be xdp"));
	reference.called = "another";
	assert_int_equal(reference_open_program(&reference, 0, &err), -ERR_USAGE);
	assert_non_null(strstr(err.msg, "\", not \"another\""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(full_names_are_told_by_btf),
		cmocka_unit_test(tags_are_of_the_code),
		cmocka_unit_test(ids_come_with_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
