/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What system calls are called by each ABI. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>

#include <cmocka.h>

#include <linux/audit.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "map/syscalls.h"

#define X32 0x40000000

static const struct {
	uint32_t arch;
	int64_t nr;
	const char *abi, *name; /* name NULL: it has none */
} calls[] = {
	{ AUDIT_ARCH_X86_64, 0, "x86_64", "read" },
	{ AUDIT_ARCH_X86_64, 110, "x86_64", "getppid" },
	{ AUDIT_ARCH_X86_64, 99999, "x86_64", NULL },
	{ AUDIT_ARCH_X86_64, -1, "x86_64", NULL },
	{ AUDIT_ARCH_X86_64, INT64_C(1) << 32, "x86_64", NULL },
	{ AUDIT_ARCH_X86_64, X32 + 39, "x32", "getpid" },
	{ AUDIT_ARCH_X86_64, X32 + 99999, "x32", NULL },
	{ AUDIT_ARCH_I386, 0, "i386", "restart_syscall" },
	{ AUDIT_ARCH_I386, 20, "i386", "getpid" },
	{ AUDIT_ARCH_I386, 102, "i386", "socketcall" },
	/* libseccomp's own numbers of these are others: -101 … */
	{ AUDIT_ARCH_I386, 359, "i386", "socket" },
	{ AUDIT_ARCH_I386, -101, "i386", NULL },
	{ AUDIT_ARCH_I386, X32 + 20, "i386", NULL },
	{ AUDIT_ARCH_AARCH64, 173, "aarch64", "getppid" },
	{ AUDIT_ARCH_ARM, 20, "arm", "getpid" },
	{ 0, SYS_getpid, "native", "getpid" },
	{ 0, 99999, "native", NULL },
	{ 0x12345678, 1, "unknown", NULL },
};

static void test_names(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(calls) / sizeof(*calls); i++) {
		const struct syscall_abi *abi = syscall_abi_of(calls[i].arch, calls[i].nr);
		_cleanup_(buf_done) struct buf name = { 0 };

		assert_string_equal(syscall_abi_name(abi), calls[i].abi);
		assert_int_equal(syscall_name(abi, calls[i].nr, &name), calls[i].name != NULL);
		assert_string_equal(buf_str(&name), calls[i].name ? calls[i].name : "");
	}
}

static void test_native(void **state)
{
	(void)state;
	assert_true(syscall_abi_is_native(syscall_abi_of(0, 1)));
	assert_false(syscall_abi_is_native(syscall_abi_of(0x12345678, 1)));
#ifdef __x86_64__
	assert_true(syscall_abi_is_native(syscall_abi_of(AUDIT_ARCH_X86_64, -1)));
	assert_false(syscall_abi_is_native(syscall_abi_of(AUDIT_ARCH_X86_64, X32)));
	assert_false(syscall_abi_is_native(syscall_abi_of(AUDIT_ARCH_I386, 1)));
#endif
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_native),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
