/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The parts of kern/ that need neither privileges nor maps. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sysmacros.h>

#include <cmocka.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "kern/btf_scan.h"
#include "kern/fdinfo.h"
#include "kern/log.h"
#include "kern/mounts.h"
#include "kern/run.h"

static void fdinfo_is_read(void **state)
{
	static const char text[] =
		"pos:\t0\nflags:\t02000002\nmnt_id:\t15\nino:\t1038\n"
		"map_type:\t3\nkey_size:\t4\nvalue_size:\t4\nmax_entries:\t8\n"
		"map_flags:\t0x0\nmap_extra:\t0x10000\nmemlock:\t4096\n"
		"map_id:\t42\nfrozen:\t1\nowner_prog_type:\t6\nowner_jited:\t1\n";
	struct map_fdinfo info;

	(void)state;
	kern_fdinfo_parse(text, &info);
	assert_int_equal(info.map_id, 42);
	assert_true(info.has_memory);
	assert_int_equal(info.memory, 4096);
	assert_int_equal(info.map_extra, 0x10000);
	assert_true(info.frozen);
	assert_int_equal(info.owner_prog_type, 6);
	assert_true(info.owner_jited);
}

static void fdinfo_of_other_files_has_no_map(void **state)
{
	static const char *const texts[] = { "",	"\n\n",	   "pos:\t0\n",		  "map_id",
					     "map_id:", "memlock", "prog_id:\t7\nmemlock" };
	struct map_fdinfo info;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		kern_fdinfo_parse(texts[i], &info);
		assert_int_equal(info.map_id, 0);
		assert_false(info.has_memory);
		assert_int_equal(info.owner_prog_type, -1);
	}
}

static void mounts_are_read(void **state)
{
	static const struct {
		const char *line;
		bool good, whole, bpf;
		const char *path;
	} cases[] = {
		{ "30 24 0:27 / /sys/fs/bpf rw,nosuid shared:9 - bpf bpf rw,mode=700\n", true, true,
		  true, "/sys/fs/bpf" },
		{ "31 24 0:27 /a /b rw - bpf bpf rw\n", true, false, true, "/b" },
		{ "31 24 0:27 / /a\\040b\\134c\\012d rw master:1 shared:2 - bpf none rw\n", true,
		  true, true, "/a b\\c\nd" },
		{ "32 24 8:1 / / rw - ext4 /dev/sda1 rw\n", true, true, false, "/" },
		{ "32 24 8:1 / /x rw - bpffs x rw\n", true, true, false, "/x" },
		{ "32 24 0:1 / /x\\0 rw - bpf x rw\n", true, true, true, "/x\\0" },
		{ "32 24 0:1 / /x\\777 rw - bpf x rw\n", true, true, true, "/x\\777" },
		{ "32 24 zero / /x rw - bpf x rw\n", false, false, false, NULL },
		{ "32 24 0:1 / /x rw\n", false, false, false, NULL },
		{ "32 24 0:1 / /x rw shared:1 bpf x rw\n", false, false, false, NULL },
		{ "", false, false, false, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		_cleanup_free_ char *line = mem_strdup(cases[i].line);
		struct mount_line mount;

		assert_int_equal(mount_line_parse(line, &mount), cases[i].good);
		if (!cases[i].good)
			continue;
		assert_int_equal(mount.is_whole, cases[i].whole);
		assert_int_equal(mount.is_bpf, cases[i].bpf);
		assert_string_equal(mount.path, cases[i].path);
	}
}

static void a_device_number_is_read(void **state)
{
	char line[] = "1 2 259:1048575 / /x rw - bpf x rw\n";
	struct mount_line mount;

	(void)state;
	assert_true(mount_line_parse(line, &mount));
	assert_int_equal(major(mount.dev), 259);
	assert_int_equal(minor(mount.dev), 1048575);
}

static void a_run_is_found(void **state)
{
	static const struct {
		uint32_t id;
		char c;
	} rows[] = { { 1, 'a' }, { 3, 'b' }, { 3, 'c' }, { 3, 'd' }, { 7, 'e' } };
	static const size_t lengths[] = { 0, 1, 0, 3, 0, 0, 0, 1, 0 };

	(void)state;
	for (uint32_t id = 0; id < sizeof(lengths) / sizeof(lengths[0]); id++) {
		size_t n = 99;
		const void *run = run_of(rows, 5, sizeof(rows[0]), id, &n);

		assert_int_equal(n, lengths[id]);
		assert_int_equal(run != NULL, n > 0);
	}
	assert_ptr_equal(run_of(rows, 5, sizeof(rows[0]), 3, &(size_t){ 0 }), &rows[1]);
	assert_null(run_of(NULL, 0, sizeof(rows[0]), 3, &(size_t){ 0 }));
}

/* Two structures of one name, of which the second has the member; a bitfield; a function. */
static struct btf *kernel_btf(void)
{
	struct btf *btf = btf__new_empty();
	int number = btf__add_int(btf, "int", 4, BTF_INT_SIGNED), proto;

	btf__add_struct(btf, "file", 4);
	btf__add_field(btf, "other", number, 0, 0);
	btf__add_struct(btf, "file", 16);
	btf__add_field(btf, "f_op", number, 64, 0);
	btf__add_field(btf, "bits", number, 32, 3);
	btf__add_field(btf, "f_mode", number, 96, 0);
	btf__add_enum(btf, "e", 4);
	btf__add_enum_value(btf, "one", 1);
	proto = btf__add_func_proto(btf, number);
	btf__add_func_param(btf, "x", number);
	btf__add_func(btf, "bpf_iter_bpf_map", BTF_FUNC_STATIC, proto);
	return btf;
}

struct wanted {
	struct scan_func funcs[2];
	struct scan_member members[4];
	struct scan_struct file;
};

static int scan(const void *data, size_t size, struct wanted *ret)
{
	*ret = (struct wanted){
		.funcs = { { .name = "bpf_iter_bpf_map" }, { .name = "bpf_no" } },
		.members = { { .name = "f_op" },
			     { .name = "bits" },
			     { .name = "f_mode" },
			     { .name = "none" } },
		.file = { .name = "file", .n_members = 4 },
	};
	ret->file.members = ret->members;
	return kern_btf_scan_bytes(data, size,
				   &(struct scan_names){ ret->funcs, 2, &ret->file, 1 });
}

static void names_are_found_in_btf(void **state)
{
	struct btf *btf = kernel_btf();
	struct wanted wanted;
	uint32_t size;
	const void *data = btf__raw_data(btf, &size);

	(void)state;
	assert_int_equal(scan(data, size, &wanted), 0);
	assert_int_equal(wanted.funcs[0].id,
			 btf__find_by_name_kind(btf, "bpf_iter_bpf_map", BTF_KIND_FUNC));
	assert_int_equal(wanted.funcs[1].id, 0);
	assert_int_equal(wanted.file.id, 3);
	assert_int_equal(wanted.members[0].offset, 8);
	assert_int_equal(wanted.members[1].offset, -1);
	assert_int_equal(wanted.members[2].offset, 12);
	assert_int_equal(wanted.members[3].offset, -1);
	btf__free(btf);
}

static void a_structure_is_called_by_its_name(void **state)
{
	struct btf *btf = kernel_btf();
	uint32_t size, last = btf__type_cnt(btf) - 1;
	const void *data = btf__raw_data(btf, &size);
	_cleanup_free_ char *name = kern_btf_struct_name_bytes(data, size, 3);

	(void)state;
	assert_string_equal(name, "file");
	assert_null(kern_btf_struct_name_bytes(data, size, 0));
	assert_null(kern_btf_struct_name_bytes(data, size, 1));	   /* a number */
	assert_null(kern_btf_struct_name_bytes(data, size, last)); /* a function */
	assert_null(kern_btf_struct_name_bytes(data, size, last + 1));
	assert_null(kern_btf_struct_name_bytes(data, size, UINT32_MAX));
	btf__free(btf);
}

static void ask_names(const void *data, size_t size)
{
	for (uint32_t id = 0; id < 8; id++)
		free(kern_btf_struct_name_bytes(data, size, id));
}

/* Under the address sanitizer: no byte outside, whatever is wrong. */
static void damaged_btf_is_survived(void **state)
{
	struct btf *btf = kernel_btf();
	struct wanted wanted;
	uint32_t size;
	const uint8_t *data = btf__raw_data(btf, &size);

	(void)state;
	for (uint32_t n = 0; n < size; n++) {
		_cleanup_free_ uint8_t *cut = mem_zero(n);

		memcpy(cut, data, n);
		assert_int_equal(scan(cut, n, &wanted), -EINVAL);
		ask_names(cut, n);
	}
	for (uint32_t at = 0; at < size * 4; at++) {
		_cleanup_free_ uint8_t *bad = mem_zero(size);
		static const uint8_t values[] = { 0, 0x7f, 0x80, 0xff };

		memcpy(bad, data, size);
		bad[at / 4] = values[at % 4];
		scan(bad, size, &wanted);
		ask_names(bad, size);
	}
	btf__free(btf);
}

static struct buf said;

static void say(const char *line)
{
	buf_printf(&said, "<%s>", line);
}

__attribute__((format(printf, 2, 3))) static void print(libbpf_print_fn_t printer, const char *fmt,
							...)
{
	va_list ap;

	va_start(ap, fmt);
	printer(LIBBPF_WARN, fmt, ap);
	va_end(ap);
}

/* Each line goes to who escapes it; nothing goes to standard error from here. */
static void libbpf_is_heard_line_by_line(void **state)
{
	libbpf_print_fn_t printer;

	(void)state;
	kern_log(say);
	printer = libbpf_set_print(NULL);
	print(printer, "libbpf: map '%s':\n\nlog\n", "\x1b[31m");
	print(printer, "libbpf: more");
	assert_string_equal(buf_str(&said), "<libbpf: map '\x1b[31m':><log><libbpf: more>");
	buf_done(&said);
	kern_log(NULL);
	assert_null(libbpf_set_print(NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fdinfo_is_read),
		cmocka_unit_test(fdinfo_of_other_files_has_no_map),
		cmocka_unit_test(mounts_are_read),
		cmocka_unit_test(a_device_number_is_read),
		cmocka_unit_test(a_run_is_found),
		cmocka_unit_test(names_are_found_in_btf),
		cmocka_unit_test(a_structure_is_called_by_its_name),
		cmocka_unit_test(damaged_btf_is_survived),
		cmocka_unit_test(libbpf_is_heard_line_by_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
