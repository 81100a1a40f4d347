/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What the kernel says of itself, and what it answers. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/utsname.h>

#include <bpf/libbpf.h>
#include <linux/capability.h>

#include "base/number.h"
#include "cmd/doctor_checks.h"
#include "cmd/type_facts.h"
#include "kern/system.h"
#include "map/map_types.h"
#include "output/escape.h"

static uint32_t number_of(const char *name)
{
	const struct map_type *type = NULL;

	for (size_t i = 0; (type = map_type_nth(i)); i++)
		if (!strcmp(type->name, name))
			return type->number;
	return 0;
}

static int ask(int (*question)(const struct feature_types *types))
{
	const struct feature_types types = { number_of("hash"), number_of("array") };

	return question(&types);
}

/* Whether asking may be refused by nobody but a filter of system calls, or a security module. */
static bool may_ask(void)
{
	const uint64_t both = UINT64_C(1) << CAP_BPF | UINT64_C(1) << CAP_PERFMON;
	uint64_t effective = kern_capabilities();

	return kern_in_first_user_namespace() &&
	       ((effective & both) == both || effective & UINT64_C(1) << CAP_SYS_ADMIN);
}

/* A question that was not answered. */
static void untold(int r, struct finding *ret)
{
	ret->state = CHECK_LIMITED;
	if (r != -EPERM && r != -EACCES) {
		buf_printf(&ret->detail, "not known: %s", strerror(-r));
	} else if (may_ask()) {
		buf_puts(&ret->detail, "not known: bpf(2) is refused, by a filter of system calls "
				       "or a security module");
	} else {
		ret->advice = "run as root to know";
		buf_puts(&ret->detail, "not known: asking needs CAP_BPF and CAP_PERFMON");
	}
}

void look_feature(const struct check *check, struct finding *ret)
{
	int r = ask(check->ask);

	if (r < 0) {
		untold(r, ret);
		return;
	}
	check_says(check, r, ret);
	if (!r)
		ret->state = check->without;
}

void look_kernel(const struct check *check, struct finding *ret)
{
	struct utsname name;

	(void)check;
	if (uname(&name)) {
		untold(-errno, ret);
		return;
	}
	ret->state = CHECK_OK;
	buf_printf(&ret->detail, "%s %s on %s", name.sysname, name.release, name.machine);
}

void look_libbpf(const struct check *check, struct finding *ret)
{
	(void)check;
	ret->state = CHECK_OK;
	buf_puts(&ret->detail, libbpf_version_string() + 1); /* behind its "v" */
}

/* Documentation/admin-guide/sysctl/kernel.rst */
void look_unprivileged(const struct check *check, struct finding *ret)
{
	char line[16];

	(void)check;
	ret->state = CHECK_OK;
	if (kern_read_line("/proc/sys/kernel/unprivileged_bpf_disabled", line, sizeof(line)))
		buf_puts(&ret->detail, "the kernel does not say who may use bpf(2)");
	else if (!strcmp(line, "0"))
		buf_puts(&ret->detail, "0: everybody may create some maps");
	else
		buf_printf(&ret->detail, "%s: only who has CAP_BPF may create maps%s", line,
			   !strcmp(line, "1") ? ", until the next boot" : "");
}

void look_lockdown(const struct check *check, struct finding *ret)
{
	char line[128], *mode, *end;

	ret->state = CHECK_OK;
	if (kern_read_line("/sys/kernel/security/lockdown", line, sizeof(line)) ||
	    !(mode = strchr(line, '[')) || !(end = strchr(mode, ']'))) {
		buf_puts(&ret->detail, "none");
		return;
	}
	*end = '\0';
	if (!strcmp(mode + 1, "confidentiality"))
		check_says(check, false, ret);
	else
		escape_text(&ret->detail, mode + 1, strlen(mode + 1));
}

void look_memlock(const struct check *check, struct finding *ret)
{
	struct rlimit limit;
	int r = ask(kern_has_memlock_charge);

	if (r < 0) {
		untold(r, ret);
		return;
	}
	ret->state = CHECK_OK;
	if (!r) {
		buf_puts(&ret->detail, "maps count against the memory cgroup, not RLIMIT_MEMLOCK");
		return;
	}
	if (getrlimit(RLIMIT_MEMLOCK, &limit) || limit.rlim_cur == RLIM_INFINITY) {
		buf_puts(&ret->detail, "maps count against RLIMIT_MEMLOCK, which is unlimited");
		return;
	}
	ret->state = CHECK_LIMITED;
	ret->advice = check->advice;
	buf_printf(&ret->detail, "maps count against RLIMIT_MEMLOCK: all together %llu KiB",
		   (unsigned long long)limit.rlim_cur >> 10);
}

void look_types(const struct check *check, struct finding *ret)
{
	struct type_list list = { 0 };
	size_t n = 0;

	(void)check;
	type_list_all(&list);
	for (size_t i = 0; i < list.n; i++)
		n += list.type[i].present == 1;
	if (list.unknown) {
		untold(-EPERM, ret);
	} else {
		ret->state = CHECK_OK;
		buf_printf(&ret->detail, "%zu of the %zu map types there are; 'mapctl types'", n,
			   list.n);
	}
	type_list_done(&list);
}
