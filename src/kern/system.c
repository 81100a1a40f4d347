/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/system.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/capability.h>
#include <linux/magic.h>
#include <linux/seccomp.h>

#include "base/alloc.h"
#include "kern/mounts.h"

#define FIRST_USER_NAMESPACE 0xeffffffd /* its inode: PROC_USER_INIT_INO of the kernel */

#define SYMBOLS_MAX 16 /* lines of kallsyms that are looked at */

static void file_closep(FILE **file)
{
	if (*file)
		fclose(*file);
}

uint64_t kern_capabilities(void)
{
	struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
	struct __user_cap_data_struct data[2] = { 0 };

	if (syscall(SYS_capget, &header, data))
		return 0;
	return (uint64_t)data[1].effective << 32 | data[0].effective;
}

bool kern_in_first_user_namespace(void)
{
	struct stat st;

	return stat("/proc/self/ns/user", &st) || st.st_ino == FIRST_USER_NAMESPACE;
}

int kern_read_line(const char *path, char *ret, size_t size)
{
	_cleanup_(file_closep) FILE *file = fopen(path, "re");
	_cleanup_free_ char *line = NULL;
	size_t room = 0;

	if (!file)
		return -errno;
	errno = 0;
	if (getline(&line, &room, file) < 0)
		return errno ? -errno : -ENODATA;
	line[strcspn(line, "\n")] = '\0';
	snprintf(ret, size, "%s", line);
	return 0;
}

int kern_bpffs_look(struct bpffs_state *ret)
{
	_cleanup_(file_closep) FILE *mountinfo = fopen("/proc/self/mountinfo", "re");
	_cleanup_free_ char *line = NULL;
	struct mount_line mount;
	size_t room = 0;

	*ret = (struct bpffs_state){ 0 };
	if (!mountinfo)
		return -errno;
	while (getline(&line, &room, mountinfo) > 0) {
		bool is_writable;

		if (!mount_line_parse(line, &mount) || !mount.is_bpf)
			continue;
		is_writable = !access(mount.path, W_OK);
		if (!ret->n++ || (is_writable && !ret->is_writable)) {
			free(ret->path);
			ret->path = mem_strdup(mount.path);
			ret->is_writable = is_writable;
		}
	}
	return 0;
}

const char *kern_tracefs(void)
{
	static const char *const places[] = { "/sys/kernel/tracing", "/sys/kernel/debug/tracing" };
	struct statfs fs;

	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if (!statfs(places[i], &fs) && fs.f_type == TRACEFS_MAGIC)
			return places[i];
	return NULL;
}

int kern_has_symbols(void)
{
	_cleanup_(file_closep) FILE *file = fopen("/proc/kallsyms", "re");
	unsigned long long address;
	char line[512];

	if (!file)
		return -errno;
	for (int i = 0; i < SYMBOLS_MAX && fgets(line, sizeof(line), file); i++)
		if (sscanf(line, "%llx", &address) == 1 && address)
			return 1;
	return 0;
}

bool kern_has_seccomp(void)
{
	uint32_t action = SECCOMP_RET_ERRNO;

	return !syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action);
}
