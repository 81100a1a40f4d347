/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/holders_ways.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/number.h"
#include "kern/fdinfo.h"
#include "kern/refusal.h"

#define MAP_LINK "anon_inode:bpf-map"

#define FIRST_PID_NAMESPACE 0xeffffffcu /* PROC_PID_INIT_INO, include/linux/proc_ns.h */

static void dir_closep(DIR **dir)
{
	if (*dir)
		closedir(*dir);
}

static int open_dir(int folder, const char *name, DIR **ret)
{
	int fd = openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	int r = dir ? 0 : -errno;

	if (!dir && fd >= 0)
		close(fd);
	*ret = dir;
	return r;
}

/* Small files of /proc, as a string, "" when it cannot be read; 0 or -errno. */
static int read_text(int folder, const char *name, char *text, size_t size)
{
	_cleanup_close_ int fd = openat(folder, name, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : read(fd, text, size - 1);

	text[n > 0 ? n : 0] = '\0';
	return n < 0 ? -errno : 0;
}

/* 1, 0 for anything else, or -errno. */
static int is_map(int fds, const char *fd)
{
	char link[sizeof(MAP_LINK) + 1];
	ssize_t n = readlinkat(fds, fd, link, sizeof(link));

	if (n < 0)
		return -errno;
	return n == sizeof(MAP_LINK) - 1 && !memcmp(link, MAP_LINK, sizeof(MAP_LINK) - 1);
}

static int add_fd(struct map_holders *holders, int process, uint32_t pid, const char *fd)
{
	char name[32], text[4096], comm[16 + 2] = "";
	struct map_fdinfo fdinfo;
	int r;

	snprintf(name, sizeof(name), "fdinfo/%.20s", fd);
	r = read_text(process, name, text, sizeof(text));
	kern_fdinfo_parse(text, &fdinfo);
	if (r || !fdinfo.map_id)
		return r;
	r = read_text(process, "comm", comm, sizeof(comm));
	if (is_shortage(r))
		return r;
	if (*comm)
		comm[strlen(comm) - 1] = '\0'; /* the kernel's newline; a name may hold others */
	holders_add(holders, fdinfo.map_id, pid, comm);
	return 0;
}

static int scan_fd(struct map_holders *holders, int process, uint32_t pid, int fds, const char *fd)
{
	int r = is_map(fds, fd);

	if (r > 0)
		r = add_fd(holders, process, pid, fd);
	return without_one(r, &holders->partial);
}

static int scan_process(struct map_holders *holders, int proc, const char *name, uint32_t pid)
{
	_cleanup_close_ int process = openat(proc, name, O_PATH | O_DIRECTORY | O_CLOEXEC);
	_cleanup_(dir_closep) DIR *fds = NULL;
	int r = process < 0 ? -errno : open_dir(process, "fd", &fds);
	const struct dirent *fd;

	if (r)
		return without_one(r, &holders->partial);
	while (!r && (fd = readdir(fds)))
		if (fd->d_type == DT_LNK)
			r = scan_fd(holders, process, pid, dirfd(fds), fd->d_name);
	return r;
}

/*
 * Whether /proc leaves out other processes: mounted with hidepid it does not
 * even show the first, and of a pid namespace it shows none outside.
 */
static bool hides_processes(int proc)
{
	struct stat pids;

	return faccessat(proc, "1", F_OK, 0) || fstatat(proc, "self/ns/pid", &pids, 0) ||
	       pids.st_ino != FIRST_PID_NAMESPACE;
}

int holders_scan(struct map_holders *holders)
{
	_cleanup_(dir_closep) DIR *proc = NULL;
	const struct dirent *process;
	int r = open_dir(AT_FDCWD, "/proc", &proc);
	uint32_t pid;

	if (r)
		return r;
	if (faccessat(dirfd(proc), "self", F_OK, 0))
		return -ENOENT; /* something else is there */
	holders->partial = hides_processes(dirfd(proc));
	while (!r && (process = readdir(proc)))
		if (number_is_digits(process->d_name) && !number_u32(process->d_name, &pid))
			r = scan_process(holders, dirfd(proc), process->d_name, pid);
	return r;
}
