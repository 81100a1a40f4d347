/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What the system around the kernel's maps is like. */
#include <ctype.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <linux/capability.h>

#include "base/alloc.h"
#include "cmd/doctor_checks.h"
#include "kern/map_calls.h"
#include "kern/system.h"
#include "output/escape.h"

void check_says(const struct check *check, bool is_fine, struct finding *ret)
{
	ret->state = is_fine ? CHECK_OK : CHECK_LIMITED;
	ret->advice = is_fine ? NULL : check->advice;
	buf_puts(&ret->detail, is_fine ? check->fine : check->lack);
}

static bool has(uint64_t capabilities, int capability)
{
	return capabilities >> capability & 1;
}

/* CAP_SYS_ADMIN is what CAP_BPF, CAP_PERFMON and, for bpf(2), CAP_NET_ADMIN were once part of. */
static bool is_in_sys_admin(int capability)
{
	return capability == CAP_BPF || capability == CAP_PERFMON || capability == CAP_NET_ADMIN;
}

void look_capability(const struct check *check, struct finding *ret)
{
	uint64_t effective = kern_capabilities();

	if (effective && !kern_in_first_user_namespace()) {
		ret->state = CHECK_LIMITED;
		ret->advice = "run outside of the user namespace";
		buf_printf(&ret->detail, "what this user namespace gives is not enough: %s",
			   check->lack);
	} else if (has(effective, check->capability)) {
		ret->state = CHECK_OK;
		buf_puts(&ret->detail, "in effect");
	} else if (is_in_sys_admin(check->capability) && has(effective, CAP_SYS_ADMIN)) {
		ret->state = CHECK_OK;
		buf_puts(&ret->detail, "CAP_SYS_ADMIN stands in for it");
	} else {
		check_says(check, false, ret);
	}
}

void look_bpffs(const struct check *check, struct finding *ret)
{
	struct bpffs_state bpffs;
	_cleanup_free_ char *path = NULL;
	int r = kern_bpffs_look(&bpffs);

	path = bpffs.path;
	if (r) {
		ret->state = CHECK_LIMITED;
		buf_printf(&ret->detail, "/proc/self/mountinfo: %s", strerror(-r));
	} else if (!path) {
		check_says(check, false, ret);
		ret->state = CHECK_MISSING;
	} else {
		ret->state = bpffs.is_writable ? CHECK_OK : CHECK_LIMITED;
		escape_text(&ret->detail, path, strlen(path));
		if (bpffs.n > 1)
			buf_printf(&ret->detail, " and %zu more", bpffs.n - 1);
		if (!bpffs.is_writable) {
			buf_puts(&ret->detail, ", not writable: maps cannot be pinned");
			ret->advice = "run as root, or have a folder in it made your own";
		}
	}
}

void look_tracefs(const struct check *check, struct finding *ret)
{
	const char *path = kern_tracefs();

	if (!path) {
		check_says(check, false, ret);
		return;
	}
	ret->state = CHECK_OK;
	buf_puts(&ret->detail, path);
}

void look_file(const struct check *check, struct finding *ret)
{
	bool is_fine = !access(check->fine, R_OK);

	check_says(check, is_fine, ret);
	if (is_fine)
		return;
	ret->state = check->without;
	buf_printf(&ret->detail, " (%s: %s)", check->fine, strerror(errno));
}

void look_cpus(const struct check *check, struct finding *ret)
{
	uint32_t cpus = kern_possible_cpus();

	if (!cpus) {
		check_says(check, false, ret);
		return;
	}
	ret->state = CHECK_OK;
	buf_printf(&ret->detail, "%u possible: per-CPU maps have %s", cpus,
		   cpus == 1 ? "one value an entry" : "as many values an entry");
}

void look_kallsyms(const struct check *check, struct finding *ret)
{
	int r = kern_has_symbols();

	if (r <= 0) {
		check_says(check, false, ret);
		return;
	}
	ret->state = CHECK_OK;
	buf_puts(&ret->detail, "/proc/kallsyms tells addresses");
}

void look_sandbox(const struct check *check, struct finding *ret)
{
	if (!kern_has_seccomp()) {
		check_says(check, false, ret);
		return;
	}
	ret->state = CHECK_OK;
	buf_puts(&ret->detail, "reading commands give up privileges and system calls");
}
