/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/fd_kind.h"

#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include <linux/magic.h>

/* What has no inode of its own is told by its link alone. */
static bool is_anonymous(int fd, const char *name)
{
	char path[48], link[64];
	ssize_t len;

	snprintf(path, sizeof(path), "/proc/thread-self/fd/%d", fd);
	len = readlink(path, link, sizeof(link));
	return len == (ssize_t)strlen(name) && !memcmp(link, name, (size_t)len);
}

bool kern_fd_is_prog(int fd)
{
	return is_anonymous(fd, "anon_inode:bpf-prog");
}

bool kern_fd_is_perf_event(int fd)
{
	return is_anonymous(fd, "anon_inode:[perf_event]");
}

bool kern_fd_is_cgroup(int fd)
{
	struct statfs fs;

	return !fstatfs(fd, &fs) &&
	       (fs.f_type == CGROUP2_SUPER_MAGIC || fs.f_type == CGROUP_SUPER_MAGIC);
}

bool kern_fd_is_socket(int fd)
{
	struct stat st;

	return !fstat(fd, &st) && S_ISSOCK(st.st_mode);
}

bool kern_fd_is_xdp_socket(int fd)
{
	int domain;
	socklen_t len = sizeof(domain);

	return !getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &domain, &len) && domain == AF_XDP;
}
