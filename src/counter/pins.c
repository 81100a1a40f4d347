/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "counter/pins.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

#include <linux/magic.h>

#include "base/alloc.h"
#include "counter/counter.h"

/* Whoever may read the folder can lock it, also somebody who never lets go. */
#define LOCK_PAUSES 1000 /* of 10 ms */

char *pins_path(const char *root, const struct counter *counter, const char *pin)
{
	return mem_printf("%s%s%s%s%s", root ? root : COUNTER_ROOT, counter ? "/" : "",
			  counter ? counter->name : "", pin ? "/" : "", pin ? pin : "");
}

int pins_refused(const char *path, struct err *err)
{
	if (errno == EACCES || errno == EPERM)
		return err_set(err, ERR_DENIED,
			       "%s: not permitted; the modes of the folders say who may, and "
			       "root (CAP_DAC_OVERRIDE) may always",
			       path);
	return err_sys(err, "%s", path);
}

int pins_check_mount(const char *root, struct err *err)
{
	_cleanup_free_ char *path = pins_path(root, NULL, NULL);
	const char *above = dirname(path);
	struct statfs fs = { 0 };

	if (statfs(above, &fs) < 0 && errno != ENOENT)
		return err_sys(err, "%s", above);
	if (fs.f_type != BPF_FS_MAGIC)
		return err_set(err, ERR_SYSTEM,
			       "no bpffs is mounted on %s; 'mount -t bpf bpf %s' mounts it", above,
			       above);
	return 0;
}

/* Who owns the folder may take pins out of it and put others in their place. */
static int check_owner(int fd, const char *path, struct err *err)
{
	struct stat st;

	if (fstat(fd, &st) < 0)
		return err_sys(err, "%s", path);
	if (!st.st_uid || st.st_uid == geteuid())
		return 0;
	return err_set(err, ERR_SYSTEM, "%s belongs to user %u, not to root; move it away", path,
		       st.st_uid);
}

static int lock(int fd, const char *path, struct err *err)
{
	const struct timespec pause = { .tv_nsec = 10 * 1000 * 1000 };
	int r = flock(fd, LOCK_EX | LOCK_NB);

	for (int i = 0; r < 0 && (errno == EWOULDBLOCK || errno == EINTR) && i < LOCK_PAUSES; i++) {
		nanosleep(&pause, NULL);
		r = flock(fd, LOCK_EX | LOCK_NB);
	}
	if (r < 0 && errno == EWOULDBLOCK)
		return err_set(err, ERR_SYSTEM,
			       "another process has had %s locked for 10 seconds; "
			       "'lsof %s' shows which",
			       path, path);
	return r < 0 ? err_sys(err, "lock %s", path) : 0;
}

int pins_lock(const char *root, bool make, int *ret, struct err *err)
{
	_cleanup_free_ char *path = pins_path(root, NULL, NULL);
	_cleanup_close_ int fd = -1;
	int r;

	if (make && mkdir(path, 0755) < 0 && errno != EEXIST)
		return pins_refused(path, err);
	fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0 && errno == ENOENT)
		return err_set(err, ERR_NO, "%s is not there", path);
	if (fd < 0)
		return pins_refused(path, err);
	r = make ? check_owner(fd, path, err) : 0;
	if (!r)
		r = lock(fd, path, err);
	if (r)
		return r;
	*ret = fd;
	fd = -1;
	return 0;
}

static void close_dirp(DIR **dir)
{
	if (*dir)
		closedir(*dir);
}

/* Pin i of a counter's own, NULL behind the last; the link is first: without it nothing counts. */
static const char *own_pin(const struct counter *counter, size_t i)
{
	return i ? counter->maps[i - 1] : PIN_LINK;
}

static bool is_own(const struct counter *counter, const char *name)
{
	const char *own;

	for (size_t i = 0; (own = own_pin(counter, i)); i++)
		if (!strcmp(own, name))
			return true;
	return false;
}

enum pins_there pins_look(const char *root, const struct counter *counter)
{
	_cleanup_free_ char *path = pins_path(root, counter, NULL);
	_cleanup_(close_dirp) DIR *dir = opendir(path);
	struct dirent *entry;
	enum pins_there there = PINS_NONE;

	while (dir && (entry = readdir(dir))) {
		if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
			continue;
		if (is_own(counter, entry->d_name))
			return PINS_OWN;
		there = PINS_FOREIGN;
	}
	return there;
}

int pins_remove(const char *root, const struct counter *counter, struct err *err)
{
	_cleanup_free_ char *folder = pins_path(root, counter, NULL);
	const char *own;

	for (size_t i = 0; (own = own_pin(counter, i)); i++) {
		_cleanup_free_ char *path = pins_path(root, counter, own);

		if (unlink(path) < 0 && errno != ENOENT)
			return pins_refused(path, err);
	}
	if (!rmdir(folder))
		return 0;
	if (errno == ENOTEMPTY)
		return err_set(err, ERR_PARTIAL,
			       "it is stopped; %s stays, with pins that are not the counter's",
			       folder);
	return pins_refused(folder, err);
}
