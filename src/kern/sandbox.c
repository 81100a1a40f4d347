/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/sandbox.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/bpf.h>
#include <linux/capability.h>
#include <bpf/bpf.h>

#include "kern/sandbox_filter.h"

#ifndef CAP_BPF
#define CAP_BPF 39
#endif

/*
 * A leak check at the exit traces its own process, and coverage writes files
 * there: test builds keep what they need unless the sandbox is asked for.
 */
#if defined(__SANITIZE_ADDRESS__) || defined(INSTRUMENTED)
#define IS_INSTRUMENTED true
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_INSTRUMENTED true
#endif
#endif
#ifndef IS_INSTRUMENTED
#define IS_INSTRUMENTED false
#endif

static int set_capabilities(uint64_t effective, uint64_t permitted)
{
	struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
	struct __user_cap_data_struct data[2] = {
		{ .effective = (uint32_t)effective, .permitted = (uint32_t)permitted },
		{ .effective = (uint32_t)(effective >> 32),
		  .permitted = (uint32_t)(permitted >> 32) },
	};

	return syscall(SYS_capset, &header, data) ? -errno : 0;
}

static uint64_t permitted_capabilities(void)
{
	struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
	struct __user_cap_data_struct data[2] = { 0 };

	if (syscall(SYS_capget, &header, data))
		return 0;
	return (uint64_t)data[1].permitted << 32 | data[0].permitted;
}

/*
 * Before 5.19 a kernel with unprivileged bpf(2) switched off refuses even
 * lookups on an open fd: then CAP_BPF stays.  Asked with a bad fd.
 */
static int drop_capabilities(void)
{
	uint64_t bpf = permitted_capabilities() & (UINT64_C(1) << CAP_BPF);
	int key = 0, r = set_capabilities(0, bpf);

	if (r || !bpf)
		return r;
	if (bpf_map_lookup_elem(-1, &key, &key) == -EPERM)
		return set_capabilities(bpf, bpf);
	return set_capabilities(0, 0);
}

int kern_sandbox(enum sandbox_mode mode, struct err *err)
{
	bool must = mode == SANDBOX_REQUIRE;
	int r;

	if (mode == SANDBOX_OFF || (IS_INSTRUMENTED && !must))
		return 0;
	r = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	if (r && must)
		return err_sys(err, "cannot give up new privileges");
	r = drop_capabilities();
	errno = -r;
	if (r && must)
		return err_sys(err, "cannot give up capabilities");
	r = sandbox_filter();
	errno = -r;
	if (r && must)
		return err_sys(err, "cannot install the system call filter");
	return 0;
}
