/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/pins.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "kern/map_calls.h"
#include "kern/mounts.h"
#include "kern/refusal.h"
#include "kern/run.h"

#define DEPTH_MAX 64
#define FILES_MAX (1u << 20)
#define SEEN_MAX  256 /* file systems */

struct walk {
	struct map_pins *pins;
	struct buf path;
	dev_t dev;
	unsigned int depth;
	size_t files; /* of all mounts */
	dev_t seen[SEEN_MAX];
	size_t n_seen;
};

static void file_closep(FILE **file)
{
	if (*file)
		fclose(*file);
}

/* Past libbpf, which has path_fd since 1.3. */
static int obj_get_at(int folder, const char *name)
{
	union bpf_attr attr;
	int fd;

	memset(&attr, 0, sizeof(attr));
	attr.pathname = (uintptr_t)name;
	attr.file_flags = BPF_F_RDONLY | BPF_F_PATH_FD;
	attr.path_fd = folder;
	fd = (int)syscall(SYS_bpf, BPF_OBJ_GET, &attr,
			  offsetof(union bpf_attr, path_fd) + sizeof(attr.path_fd));
	return fd < 0 ? -errno : fd;
}

/* As kern_map_by_pin(), of the pin called name in an open folder. */
static int open_pin(int folder, const char *name)
{
	char path[sizeof("/proc/self/fd/4294967295/") + NAME_MAX];
	int fd = obj_get_at(folder, name);

	if (fd == -EINVAL) { /* the pin of a link, or a kernel before 6.5 */
		snprintf(path, sizeof(path), "/proc/self/fd/%d/%s", folder, name);
		return kern_map_by_pin(path, false);
	}
	if (fd < 0 || kern_fd_is_map(fd))
		return fd;
	close(fd);
	return -EINVAL;
}

/*
 * By the folder's fd, so that nothing on the way can be changed for a symbolic
 * link; one in place of the pin itself leads to another pin or nowhere, since
 * BPF_OBJ_GET opens nothing else.
 */
static int pinned_map(int folder, const char *name, uint32_t *ret)
{
	_cleanup_close_ int map = open_pin(folder, name);
	struct bpf_map_info info;
	int r = map < 0 ? map : kern_map_info(map, &info);

	if (!r)
		*ret = info.id;
	return r;
}

static void add_pin(struct map_pins *pins, uint32_t id, const char *path)
{
	pins->pin = mem_more(pins->pin, pins->n, &pins->cap, sizeof(*pins->pin));
	pins->pin[pins->n++] = (struct map_pin){ .id = id, .path = mem_strdup(path) };
}

static int walk_folder(struct walk *walk, int folder);

static int walk_file(struct walk *walk, int folder, const struct dirent *file)
{
	size_t len = walk->path.len;
	uint32_t id;
	int r = 0;

	buf_puts(&walk->path, "/");
	buf_puts(&walk->path, file->d_name);
	if (file->d_type == DT_DIR && walk->depth < DEPTH_MAX) {
		walk->depth++;
		r = walk_folder(walk, openat(folder, file->d_name,
					     O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
		walk->depth--;
	} else if (file->d_type == DT_DIR) {
		walk->pins->partial = true;
	} else if (file->d_type == DT_REG) {
		r = pinned_map(folder, file->d_name, &id);
		if (!r)
			add_pin(walk->pins, id, buf_str(&walk->path));
		r = without_one(r, &walk->pins->partial);
	}
	walk->path.len = len;
	walk->path.data[len] = '\0';
	return r;
}

/* Takes over folder, an fd, or -1 with errno.  Other file systems mounted inside have their turn.
 */
static int walk_folder(struct walk *walk, int folder)
{
	DIR *dir = folder < 0 ? NULL : fdopendir(folder);
	int r = dir ? 0 : without_one(-errno, &walk->pins->partial);
	const struct dirent *file;
	struct stat st;

	if (!dir) {
		if (folder >= 0)
			close(folder);
		return r;
	}
	if (!fstat(folder, &st) && st.st_dev == walk->dev)
		while (!r && (file = readdir(dir))) {
			if (!strcmp(file->d_name, ".") || !strcmp(file->d_name, ".."))
				continue;
			if (walk->files++ < FILES_MAX)
				r = walk_file(walk, folder, file);
			else
				walk->pins->partial = true;
		}
	closedir(dir);
	return r;
}

/*
 * -1 with errno unless the file system can be seen there: something may be mounted
 * over it, perhaps from a server that does not answer, so nothing is asked of it.
 */
static int open_mount(const struct mount_line *mount)
{
	_cleanup_close_ int fd = open(mount->path, O_PATH | O_DIRECTORY | O_CLOEXEC);
	struct statx st;

	if (fd < 0 || statx(fd, "", AT_EMPTY_PATH | AT_STATX_DONT_SYNC, 0, &st))
		return -1;
	errno = ENOENT;
	if (makedev(st.stx_dev_major, st.stx_dev_minor) != mount->dev)
		return -1;
	return openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static bool is_seen(const struct walk *walk, dev_t dev)
{
	for (size_t i = 0; i < walk->n_seen; i++)
		if (walk->seen[i] == dev)
			return true;
	return false;
}

static int walk_mount(struct walk *walk, const struct mount_line *mount)
{
	int fd = open_mount(mount);

	if (fd < 0)
		return without_one(-errno, &walk->pins->partial);
	if (mount->is_whole && walk->n_seen < SEEN_MAX)
		walk->seen[walk->n_seen++] = mount->dev;
	walk->dev = mount->dev;
	buf_clear(&walk->path);
	buf_puts(&walk->path, strcmp(mount->path, "/") != 0 ? mount->path : "");
	return walk_folder(walk, fd);
}

/* Whole file systems first, then folders bound from ones that are not visible as a whole. */
static int walk_mounts(struct walk *walk, bool whole)
{
	_cleanup_(file_closep) FILE *mountinfo = fopen("/proc/self/mountinfo", "re");
	_cleanup_free_ char *line = NULL;
	struct mount_line mount;
	size_t size = 0;
	int r = mountinfo ? 0 : -errno;

	while (!r && getline(&line, &size, mountinfo) > 0) {
		if (!strstr(line, " - bpf ") || !mount_line_parse(line, &mount) || !mount.is_bpf ||
		    mount.is_whole != whole || is_seen(walk, mount.dev))
			continue;
		r = walk_mount(walk, &mount);
	}
	return r;
}

static int by_id_and_path(const void *a, const void *b)
{
	const struct map_pin *x = a, *y = b;

	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	return strcmp(x->path, y->path);
}

int kern_pins_read(struct map_pins **ret)
{
	struct map_pins *pins = mem_zero(sizeof(*pins));
	struct walk walk = { .pins = pins };
	int r = walk_mounts(&walk, true);

	if (!r)
		r = walk_mounts(&walk, false);
	buf_done(&walk.path);
	if (r) {
		kern_pins_free(pins);
		return r;
	}
	if (pins->n)
		qsort(pins->pin, pins->n, sizeof(*pins->pin), by_id_and_path);
	*ret = pins;
	return 0;
}

const struct map_pin *kern_pins_of(const struct map_pins *pins, uint32_t id, size_t *n)
{
	*n = 0;
	return pins ? run_of(pins->pin, pins->n, sizeof(*pins->pin), id, n) : NULL;
}

struct map_pins *kern_pins_free(struct map_pins *pins)
{
	for (size_t i = 0; pins && i < pins->n; i++)
		free(pins->pin[i].path);
	if (pins)
		free(pins->pin);
	free(pins);
	return NULL;
}
