/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/doctor_checks.h"

#include <stddef.h>

#include <linux/capability.h>

#define ROOT  "run as root"
#define NEWER "a newer kernel has it"

#define CAPABILITY(text, cap, without_it)                                     \
	{                                                                     \
		.name = (text), .look = look_capability, .capability = (cap), \
		.lack = (without_it), .advice = "run as root"                 \
	}
#define FEATURE(text, question, with_it, without_it)                                              \
	{                                                                                         \
		.name = (text), .look = look_feature, .ask = (question), .fine = (with_it),       \
		.lack = (without_it), .advice = "a newer kernel has it", .without = CHECK_LIMITED \
	}

const struct check checks[] = {
	{ .name = "kernel", .look = look_kernel },
	{ .name = "libbpf", .look = look_libbpf },
	{ .name = "bpf",
	  .look = look_feature,
	  .ask = kern_has_bpf,
	  .fine = "bpf(2) answers",
	  .lack = "this kernel has no bpf(2), and so no maps",
	  .advice = "boot a kernel with CONFIG_BPF_SYSCALL",
	  .without = CHECK_MISSING },
	CAPABILITY("cap_sys_admin", CAP_SYS_ADMIN,
		   "maps cannot be listed, found by id or name, or shown by their BTF; a pin can "
		   "be read as bytes where its file mode allows it"),
	CAPABILITY("cap_bpf", CAP_BPF,
		   "maps and BTF cannot be created, and no programs loaded: no counters"),
	CAPABILITY("cap_perfmon", CAP_PERFMON,
		   "no iterators: entries are not counted, arrays are read more slowly; no "
		   "counters"),
	CAPABILITY("cap_net_admin", CAP_NET_ADMIN, "maps of devices and sockets cannot be created"),
	CAPABILITY("cap_dac_override", CAP_DAC_OVERRIDE,
		   "pins are opened only where their file mode allows it"),
	CAPABILITY("cap_sys_ptrace", CAP_SYS_PTRACE,
		   "the processes of others that hold a map are not seen, nor can their sockets "
		   "be named"),
	{ .name = "unprivileged_bpf", .look = look_unprivileged },
	{ .name = "lockdown",
	  .look = look_lockdown,
	  .lack = "confidentiality: programs may not read the kernel's memory, so no iterators: "
		  "entries are not counted",
	  .advice = "boot without lockdown=confidentiality" },
	{ .name = "memlock", .look = look_memlock, .advice = "ulimit -l unlimited" },
	{ .name = "bpffs",
	  .look = look_bpffs,
	  .lack = "no bpffs is mounted: maps cannot be pinned, nor found by path",
	  .advice = "mount -t bpf bpf /sys/fs/bpf" },
	{ .name = "proc",
	  .look = look_file,
	  .fine = "/proc/self/fdinfo",
	  .lack = "pins and processes are not found, nor the memory of maps",
	  .advice = "mount -t proc proc /proc",
	  .without = CHECK_MISSING },
	{ .name = "cpus",
	  .look = look_cpus,
	  .lack = "how many CPUs are possible is not known: per-CPU maps cannot be read",
	  .advice = "mount -t sysfs sysfs /sys" },
	{ .name = "btf",
	  .look = look_file,
	  .fine = "/sys/kernel/btf/vmlinux",
	  .lack = "the kernel's types are not known: no iterators, so entries are not counted, "
		  "and struct_ops maps are shown as bytes",
	  .advice = "boot a kernel with CONFIG_DEBUG_INFO_BTF",
	  .without = CHECK_LIMITED },
	{ .name = "tracefs",
	  .look = look_tracefs,
	  .lack = "counters on tracepoints cannot start",
	  .advice = "mount -t tracefs tracefs /sys/kernel/tracing" },
	{ .name = "kallsyms",
	  .look = look_kallsyms,
	  .lack = "stack traces are shown as addresses, without names",
	  .advice = "run as root; where that is not enough, sysctl kernel.kptr_restrict=1" },
	{ .name = "sandbox",
	  .look = look_sandbox,
	  .lack = "reading commands keep the system calls they do not need",
	  .advice = "boot a kernel with CONFIG_SECCOMP_FILTER" },
	{ .name = "types", .look = look_types },
	FEATURE("batch", kern_has_batch, "many entries are read and written in one call",
		"entries are read one by one, which is slow, and may show some twice"),
	FEATURE("mmap", kern_has_mmap, "arrays that were created for it are read as memory",
		"arrays are read entry by entry"),
	FEATURE("iterators", kern_has_iterators, "arrays and processes are read by iterators",
		"arrays are read in batches, processes from /proc"),
	FEATURE("counts", kern_has_counts, "the kernel counts the entries of hashes",
		"'mapctl list' shows how full a hash is only with --count"),
	FEATURE("lock", kern_has_lock, "values with a bpf_spin_lock are read and written under it",
		"values with a bpf_spin_lock may be read half written"),
	FEATURE("freeze", kern_has_freeze, "maps can be frozen", "maps cannot be frozen"),
	{ .name = NULL },
};
