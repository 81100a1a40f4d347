/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/cgroups.h"

#include <dirent.h>
#include <fcntl.h>
#include <mntent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"

struct reading {
	void (*tell)(void *to, uint64_t id, const char *path);
	void *to;
	struct buf path;
	uint32_t n, depth;
};

static void read_folder(struct reading *reading, int fd);

/* A cgroup's id is the number of its inode. */
static void read_cgroup(struct reading *reading, int folder, const struct dirent *entry)
{
	size_t mark = reading->path.len;

	if (entry->d_type != DT_DIR || !strcmp(entry->d_name, ".") ||
	    !strcmp(entry->d_name, "..") || reading->n == CGROUPS_MAX ||
	    reading->depth == CGROUPS_DEPTH_MAX)
		return;
	reading->n++;
	buf_printf(&reading->path, "/%s", entry->d_name);
	reading->tell(reading->to, entry->d_ino, buf_str(&reading->path));
	reading->depth++;
	read_folder(reading,
		    openat(folder, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
	reading->depth--;
	reading->path.len = mark;
}

/* Closes fd. */
static void read_folder(struct reading *reading, int fd)
{
	DIR *folder = fd < 0 ? NULL : fdopendir(fd);
	const struct dirent *entry;

	if (!folder) {
		if (fd >= 0)
			close(fd);
		return;
	}
	while ((entry = readdir(folder)))
		read_cgroup(reading, fd, entry);
	closedir(folder);
}

/* Where the file system is mounted first, or NULL. */
static char *mount_point(void)
{
	FILE *mounts = setmntent("/proc/self/mounts", "re");
	const struct mntent *mount;
	char *found = NULL;

	while (mounts && !found && (mount = getmntent(mounts)))
		if (!strcmp(mount->mnt_type, "cgroup2"))
			found = mem_strdup(mount->mnt_dir);
	if (mounts)
		endmntent(mounts);
	return found;
}

void kern_cgroups_read(void (*tell)(void *to, uint64_t id, const char *path), void *to)
{
	struct reading reading = { .tell = tell, .to = to };
	_cleanup_free_ char *root = mount_point();
	struct stat st;
	int fd = root ? open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;

	if (fd < 0)
		return;
	if (!fstat(fd, &st))
		tell(to, st.st_ino, "/");
	read_folder(&reading, fd);
	buf_done(&reading.path);
}
