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
#include <unistd.h>

#include <linux/magic.h>

#include "base/alloc.h"
#include "counter/counter.h"

char *pins_path(const char *root, const struct counter *counter, const char *pin)
{
	return mem_printf("%s%s%s%s%s", root ? root : COUNTER_ROOT, counter ? "/" : "",
			  counter ? counter->name : "", pin ? "/" : "", pin ? pin : "");
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

int pins_lock(const char *root, bool make, int *ret, struct err *err)
{
	_cleanup_free_ char *path = pins_path(root, NULL, NULL);
	int fd;

	if (make && mkdir(path, 0755) < 0 && errno != EEXIST)
		return err_sys(err, "%s", path);
	fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0 && errno == ENOENT)
		return err_set(err, ERR_NO, "%s is not there", path);
	if (fd < 0)
		return err_sys(err, "%s", path);
	if (flock(fd, LOCK_EX) < 0) {
		err_sys(err, "lock %s", path);
		close(fd);
		return -err->code;
	}
	*ret = fd;
	return 0;
}

static void close_dirp(DIR **dir)
{
	if (*dir)
		closedir(*dir);
}

/* A counter's own pins; the link is first: what has none counts nothing any more. */
#define OWN_PINS(counter)                                 \
	{                                                 \
		PIN_LINK, (counter)->map, (counter)->lost \
	}
#define N_OWN_PINS 3

static bool is_own(const struct counter *counter, const char *name)
{
	const char *const own[N_OWN_PINS] = OWN_PINS(counter);

	for (size_t i = 0; i < N_OWN_PINS; i++)
		if (!strcmp(own[i], name))
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
	const char *const own[N_OWN_PINS] = OWN_PINS(counter);
	_cleanup_free_ char *folder = pins_path(root, counter, NULL);

	for (size_t i = 0; i < N_OWN_PINS; i++) {
		_cleanup_free_ char *path = pins_path(root, counter, own[i]);

		if (unlink(path) < 0 && errno != ENOENT)
			return err_sys(err, "%s", path);
	}
	if (!rmdir(folder))
		return 0;
	if (errno == ENOTEMPTY)
		return err_set(err, ERR_PARTIAL,
			       "it is stopped; %s stays, with pins that are not the counter's",
			       folder);
	return err_sys(err, "%s", folder);
}
