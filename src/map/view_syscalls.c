/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* System calls of the machine's own ABI. */
#include <stdlib.h>

#include <seccomp.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "codec/view.h"
#include "map/view_sources.h"

/* Negative numbers are libseccomp's own, for calls that this ABI does not have. */
static bool number_of(const void *of, const char *name, uint64_t *ret)
{
	int number = seccomp_syscall_resolve_name_arch(SCMP_ARCH_NATIVE, name);

	(void)of;
	if (number < 0)
		return false;
	*ret = (uint64_t)number;
	return true;
}

static bool name_of(const void *of, uint64_t number, struct buf *ret)
{
	_cleanup_free_ char *name = NULL;
	uint64_t again;

	if (number > INT32_MAX)
		return false;
	name = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, (int)number);
	if (!name || !number_of(of, name, &again) || again != number)
		return false;
	buf_puts(ret, name);
	return true;
}

const struct view_names *view_syscalls_load(void)
{
	static const struct view_names names = { .name_of = name_of, .number_of = number_of };

	return &names;
}
