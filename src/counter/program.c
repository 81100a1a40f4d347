/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "counter/program.h"

#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <stdlib.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <linux/capability.h>
#include <linux/if_link.h>
#include <linux/magic.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include "base/alloc.h"
#include "counter/counter.h"
#include "counter/dev.h"
#include "counter/settings.h"
#include "kern/system.h"

#define TRACEFS		   "/sys/kernel/tracing"
#define TRACEFS_BY_DEBUGFS "/sys/kernel/debug/tracing"

#define CAP(name) (1ull << CAP_##name)

/* CAP_SYS_ADMIN stands for all of them. */
static const struct {
	uint64_t capabilities;
	const char *spelled;
} needs[] = {
	[HOOK_TRACEPOINT] = { CAP(BPF) | CAP(PERFMON), "CAP_BPF and CAP_PERFMON" },
	[HOOK_RAW_TRACEPOINT] = { CAP(BPF) | CAP(PERFMON), "CAP_BPF and CAP_PERFMON" },
	/* Without CAP_PERFMON the verifier takes no pointer into a packet that it cannot follow. */
	[HOOK_XDP] = { CAP(BPF) | CAP(NET_ADMIN) | CAP(PERFMON),
		       "CAP_BPF, CAP_NET_ADMIN and CAP_PERFMON" },
};

static bool is_privileged(const struct counter *counter)
{
	uint64_t have = kern_capabilities(), need = needs[counter->hook].capabilities;

	return kern_in_first_user_namespace() && (have & CAP(SYS_ADMIN) || (have & need) == need);
}

/* err_sys() of what failed, with the capabilities where they are what is missing. */
static int refused(const struct counter *counter, const char *what, int error, struct err *err)
{
	if ((error == EPERM || error == EACCES) && !is_privileged(counter))
		return err_set(err, ERR_DENIED, "%s: not permitted; root may, or %s", what,
			       needs[counter->hook].spelled);
	errno = error;
	return err_sys(err, "%s", what);
}

/*
 * The kernel's verifier says EACCES or EINVAL, and E2BIG of what takes it too
 * long: none of that is about who asks.
 */
static int load_refused(const struct counter *counter, int error, struct err *err)
{
	if (is_privileged(counter) && (error == EACCES || error == EINVAL || error == E2BIG))
		return err_set(err, ERR_SYSTEM,
			       "load its program: this kernel's verifier refuses it; "
			       "with --debug it says why");
	return refused(counter, "load its program", error, err);
}

/* libbpf says of a tracepoint that it cannot find no more than "No such file or directory". */
static int check_tracepoint(const struct counter *counter, struct err *err)
{
	_cleanup_free_ char *path = mem_printf(TRACEFS "/events/%s/%s/id", counter->category,
					       counter->event);
	_cleanup_free_ char *debug_path = mem_printf(TRACEFS_BY_DEBUGFS "/events/%s/%s/id",
						     counter->category, counter->event);
	struct statfs fs;

	if (access(debug_path, R_OK) == 0 || access(path, R_OK) == 0)
		return 0;
	if (errno == EACCES && is_privileged(counter))
		return err_set(err, ERR_DENIED,
			       TRACEFS ": not permitted; who may read it, or root "
				       "(CAP_DAC_OVERRIDE), may");
	if (errno == EACCES)
		return refused(counter, TRACEFS, errno, err);
	if (statfs(TRACEFS, &fs) == 0 && fs.f_type == TRACEFS_MAGIC)
		return err_set(err, ERR_SYSTEM, "this kernel has no tracepoint %s/%s",
			       counter->category, counter->event);
	return err_set(err, ERR_SYSTEM,
		       "no tracefs is mounted; 'mount -t tracefs tracefs " TRACEFS "' mounts it");
}

int program_check(const struct counter *counter, const char *dev, const char *root,
		  uint32_t *ret_ifindex, struct err *err)
{
	uint32_t ifindex = 0;
	int r = 0;

	if (counter->hook == HOOK_TRACEPOINT)
		r = check_tracepoint(counter, err);
	if (counter->hook == HOOK_XDP)
		r = dev ? dev_find(dev, &ifindex, err)
			: err_set(err, ERR_USAGE, "it has to be told on which interface");
	if (!r && ifindex)
		r = dev_check_free(dev, ifindex, root, err);
	if (!r)
		*ret_ifindex = ifindex;
	return r;
}

int program_load(const struct counter *counter, const uint64_t *settings, struct bpf_object **ret,
		 struct err *err)
{
	DECLARE_LIBBPF_OPTS(bpf_object_open_opts, options, .object_name = counter->name);
	struct bpf_object *object;
	size_t size;
	const void *elf = counter->elf(&size);
	int r, error;

	object = bpf_object__open_mem(elf, size, &options);
	if (!object)
		return err_sys(err, "open its program");
	r = settings_put_constants(counter, settings, object, err);
	error = r ? 0 : bpf_object__load(object);
	if (error)
		r = load_refused(counter, -error, err);
	if (!r)
		r = settings_put_arrays(counter, settings, object, err);
	if (r)
		bpf_object__close(object);
	else
		*ret = object;
	return r;
}

static const char what_attach[] = "attach its program";

/* A driver may refuse, for too few queues or too long packets; the kernel behind it does not. */
static int attach_xdp(int program, uint32_t ifindex)
{
	DECLARE_LIBBPF_OPTS(bpf_link_create_opts, behind, .flags = XDP_FLAGS_SKB_MODE);
	int fd = bpf_link_create(program, (int)ifindex, BPF_XDP, NULL);

	return fd < 0 ? bpf_link_create(program, (int)ifindex, BPF_XDP, &behind) : fd;
}

static int attach_tracepoint(const struct bpf_program *program)
{
	struct bpf_link *link = bpf_program__attach(program);
	int fd = link ? fcntl(bpf_link__fd(link), F_DUPFD_CLOEXEC, 0) : -1, error = errno;

	bpf_link__destroy(link);
	errno = error;
	return fd;
}

/* Both may have come after dev_find() and dev_check_free(). */
static int refused_xdp(const struct counter *counter, uint32_t ifindex, int error, struct err *err)
{
	char name[IF_NAMESIZE];

	if (error == EBUSY || error == EEXIST)
		return err_set(err, ERR_NO,
			       "its interface has an XDP program by now; it is not replaced");
	/* The kernel says EINVAL. */
	if (!if_indextoname(ifindex, name))
		return err_set(err, ERR_SYSTEM, "its interface has gone meanwhile");
	return refused(counter, what_attach, error, err);
}

int program_attach(const struct counter *counter, struct bpf_object *object, uint32_t ifindex,
		   int *ret_link, struct err *err)
{
	const struct bpf_program *program = bpf_object__next_program(object, NULL);
	bool is_xdp = counter->hook == HOOK_XDP;
	int link = is_xdp ? attach_xdp(bpf_program__fd(program), ifindex)
			  : attach_tracepoint(program);

	if (link < 0)
		return is_xdp ? refused_xdp(counter, ifindex, errno, err)
			      : refused(counter, what_attach, errno, err);
	*ret_link = link;
	return 0;
}
