/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/owner.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/magic.h>

#include "base/alloc.h"

#ifndef PIDFD_THREAD
#define PIDFD_THREAD O_EXCL /* since 6.9 */
#endif

const char *owner_noun(enum owner_kind kind)
{
	static const char *const nouns[] = {
		[OWNER_NONE] = "key",  [OWNER_PROCESS] = "process", [OWNER_CGROUP] = "cgroup",
		[OWNER_FILE] = "file", [OWNER_SOCKET] = "socket",
	};

	return nouns[kind];
}

static int pidfd_open(uint32_t pid, unsigned int flags)
{
	return (int)syscall(SYS_pidfd_open, pid, flags);
}

/* The process that has the thread tid, 0 where /proc does not tell. */
static uint32_t process_of(uint32_t tid)
{
	char path[sizeof("/proc/4294967295/status")], line[256];
	uint32_t pid = 0;
	FILE *status;

	snprintf(path, sizeof(path), "/proc/%u/status", tid);
	status = fopen(path, "re");
	if (!status)
		return 0;
	while (fgets(line, sizeof(line), status) && sscanf(line, "Tgid: %u", &pid) != 1)
		;
	fclose(status);
	return pid;
}

/*
 * A thread has storage of its own.  Without the flag its pidfd is refused,
 * with ENOENT (6.18) or EINVAL (6.12).
 */
static int open_process(const struct owner *owner, struct err *err)
{
	int fd = pidfd_open(owner->pid, 0), why = errno;
	uint32_t process;

	if (fd < 0 && (why == ENOENT || why == EINVAL))
		fd = pidfd_open(owner->pid, PIDFD_THREAD);
	if (fd >= 0)
		return fd;
	if (why == ESRCH)
		return err_set(err, ERR_NO, "there is no process %u", owner->pid);
	process = process_of(owner->pid);
	if (process && process != owner->pid)
		return err_set(err, ERR_SYSTEM,
			       "%u is a thread of process %u, and this kernel opens only whole "
			       "processes",
			       owner->pid, process);
	errno = why;
	return err_sys(err, "process %u", owner->pid);
}

static int no_cgroup(const struct owner *owner, struct err *err)
{
	return err_set(err, ERR_USAGE, "'%s' is no cgroup", owner->path);
}

static int open_path(const struct owner *owner, int flags, struct err *err)
{
	int fd = open(owner->path, O_PATH | O_CLOEXEC | flags);

	if (fd >= 0)
		return fd;
	if (errno == ENOTDIR && owner->kind == OWNER_CGROUP)
		return no_cgroup(owner, err);
	if (errno == ENOENT || errno == ENOTDIR)
		return err_set(err, ERR_NO, "there is no %s '%s'", owner_noun(owner->kind),
			       owner->path);
	return err_sys(err, "%s '%s'", owner_noun(owner->kind), owner->path);
}

static int open_cgroup(const struct owner *owner, struct err *err)
{
	int fd = open_path(owner, O_DIRECTORY, err);
	struct statfs fs = { 0 };

	if (fd < 0)
		return fd;
	if (!fstatfs(fd, &fs) &&
	    (fs.f_type == CGROUP2_SUPER_MAGIC || fs.f_type == CGROUP_SUPER_MAGIC))
		return fd;
	close(fd);
	return no_cgroup(owner, err);
}

static int refused_socket(const struct owner *owner, struct err *err)
{
	switch (errno) {
	case EBADF:
		return err_set(err, ERR_NO, "process %u has no file descriptor %u", owner->pid,
			       owner->fd);
	case ESRCH:
		return err_set(err, ERR_NO, "there is no process %u", owner->pid);
	case EPERM:
		return err_set(err, ERR_DENIED,
			       "file descriptor %u of process %u: not permitted; "
			       "that needs CAP_SYS_PTRACE",
			       owner->fd, owner->pid);
	default:
		return err_sys(err, "file descriptor %u of process %u", owner->fd, owner->pid);
	}
}

static int open_socket(const struct owner *owner, struct err *err)
{
	_cleanup_close_ int process = open_process(owner, err);
	struct stat st = { 0 };
	int fd;

	if (process < 0)
		return process;
	fd = (int)syscall(SYS_pidfd_getfd, process, owner->fd, 0);
	if (fd < 0)
		return refused_socket(owner, err);
	if (!fstat(fd, &st) && S_ISSOCK(st.st_mode))
		return fd;
	close(fd);
	return err_set(err, ERR_USAGE, "file descriptor %u of process %u is no socket", owner->fd,
		       owner->pid);
}

int owner_open(const struct owner *owner, struct err *err)
{
	switch (owner->kind) {
	case OWNER_PROCESS:
		return open_process(owner, err);
	case OWNER_CGROUP:
		return open_cgroup(owner, err);
	case OWNER_FILE:
		return open_path(owner, 0, err);
	case OWNER_SOCKET:
		return open_socket(owner, err);
	default:
		return err_set(err, ERR_USAGE, "it has no owners");
	}
}
