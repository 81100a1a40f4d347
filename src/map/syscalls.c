/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/syscalls.h"

#include <stddef.h>

#include <linux/audit.h>

#include <seccomp.h>

#include "base/alloc.h"
#include "base/buf.h"

#define X32_BIT 0x40000000 /* __X32_SYSCALL_BIT of the kernel; its AUDIT_ARCH_ is x86-64's */

struct syscall_abi {
	const char *name;
	uint32_t arch;	/* AUDIT_ARCH_* */
	uint32_t token; /* libseccomp's; 0: it knows no names */
};

static const struct syscall_abi abis[] = {
	{ "x86_64", AUDIT_ARCH_X86_64, SCMP_ARCH_X86_64 },
	{ "i386", AUDIT_ARCH_I386, SCMP_ARCH_X86 },
	{ "aarch64", AUDIT_ARCH_AARCH64, SCMP_ARCH_AARCH64 },
	{ "arm", AUDIT_ARCH_ARM, SCMP_ARCH_ARM },
};

static const struct syscall_abi abi_x32 = { "x32", AUDIT_ARCH_X86_64, SCMP_ARCH_X32 },
				abi_unknown = { .name = "unknown" },
				abi_native = { "native", 0, SCMP_ARCH_NATIVE };

const struct syscall_abi *syscall_abi_of(uint32_t arch, int64_t nr)
{
	if (arch == AUDIT_ARCH_X86_64 && nr >= 0 && nr & X32_BIT)
		return &abi_x32;
	for (size_t i = 0; i < sizeof(abis) / sizeof(*abis); i++)
		if (abis[i].arch == arch)
			return &abis[i];
	return arch ? &abi_unknown : &abi_native;
}

const char *syscall_abi_name(const struct syscall_abi *abi)
{
	return abi->name;
}

bool syscall_abi_is_native(const struct syscall_abi *abi)
{
	return abi == &abi_native || abi->token == seccomp_arch_native();
}

/* Negative numbers are libseccomp's own, for calls that an ABI does not have. */
bool syscall_name(const struct syscall_abi *abi, int64_t nr, struct buf *ret)
{
	_cleanup_free_ char *name = NULL;

	if (abi == &abi_unknown || nr < 0 || nr > INT32_MAX)
		return false;
	name = seccomp_syscall_resolve_num_arch(abi->token, (int)nr);
	if (name)
		buf_puts(ret, name);
	return name;
}
