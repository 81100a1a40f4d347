/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/pinning.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "kern/map_calls.h"
#include "kern/map_create.h"
#include "map/map_find.h"

#define BESIDE_MAX 16 /* for the pin that is to take another's place */

static const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* As err_sys(), but says to whom it is permitted. */
__attribute__((format(printf, 2, 3))) static int path_failed(struct err *err, const char *fmt, ...)
{
	int error = errno;
	_cleanup_free_ char *what = NULL;
	va_list ap;

	va_start(ap, fmt);
	what = mem_vprintf(fmt, ap);
	va_end(ap);
	errno = error;
	if (error != EPERM && error != EACCES)
		return err_sys(err, "%s", what);
	return err_set(err, ERR_DENIED,
		       "%s: not permitted; the modes of the folder and of the pin say who may, and "
		       "root (CAP_DAC_OVERRIDE, CAP_FOWNER) may always",
		       what);
}

/* The folder of path; the caller frees it. */
static char *folder_of(const char *path)
{
	size_t n = (size_t)(file_name(path) - path);

	return n ? mem_printf("%.*s", n > 1 ? (int)n - 1 : 1, path) : mem_strdup(".");
}

static int check_name(const char *path, struct err *err)
{
	const char *name = file_name(path);

	if (!*path || !*name)
		return err_set(err, ERR_USAGE, "'%s': a pin needs a name", path);
	if (strchr(name, '.'))
		return err_set(err, ERR_USAGE, "%s: a bpffs takes no dots in the names of pins",
			       path);
	return 0;
}

static int check_folder(const char *folder, struct err *err)
{
	bool unmounted = map_bpffs_is_missing(folder);
	struct stat st;

	if (stat(folder, &st)) {
		if (errno != ENOENT || unmounted)
			return unmounted ? 0 : path_failed(err, "%s", folder);
		return err_set(err, ERR_NO, "%s: no such folder; 'mkdir %s' makes it", folder,
			       folder);
	}
	if (!S_ISDIR(st.st_mode))
		return err_set(err, ERR_USAGE, "%s: not a folder", folder);
	return 0;
}

static int check_bpffs(const char *folder, struct err *err)
{
	if (kern_is_bpffs(folder))
		return 0;
	if (map_bpffs_is_missing(folder))
		return err_set(err, ERR_SYSTEM,
			       "no bpffs is mounted on " BPFFS "; 'mount -t bpf bpf " BPFFS
			       "' mounts it");
	return err_set(err, ERR_USAGE,
		       "%s: not in a bpffs, where alone maps can be pinned; one is mostly on " BPFFS
		       ", and 'mount -t bpf bpf FOLDER' mounts one",
		       folder);
}

static int there_already(const char *path, struct err *err)
{
	return err_set(err, ERR_SYSTEM, "%s is there already; 'replace' puts the map in its place",
		       path);
}

/* What is there, and no map, cannot be replaced either. */
static int check_place(const char *path, bool replace, struct err *err)
{
	struct stat st;
	int r;

	if (lstat(path, &st))
		return errno == ENOENT ? 0 : path_failed(err, "%s", path);
	r = map_unpin_check(path, err);
	if (replace)
		return r;
	if (r != -ERR_USAGE)
		return there_already(path, err);
	err->code = ERR_SYSTEM;
	return err_wrap(err, "something is there already");
}

int map_pin_check(const char *path, bool replace, struct err *err)
{
	_cleanup_free_ char *folder = folder_of(path);
	int r = check_name(path, err);

	if (!r)
		r = check_folder(folder, err);
	if (!r)
		r = check_bpffs(folder, err);
	return r ? r : check_place(path, replace, err);
}

static int pinning_failed(const char *path, int r, struct err *err)
{
	if (r == -EEXIST)
		return there_already(path, err);
	errno = -r;
	return path_failed(err, "pinning at %s", path);
}

/* Under a name of its own beside path, which the caller frees. */
static int pin_beside(int fd, const char *path, char **ret)
{
	_cleanup_free_ char *folder = folder_of(path);
	int r = -EEXIST;

	for (int i = 0; r == -EEXIST && i < BESIDE_MAX; i++) {
		char *beside = mem_printf("%s/mapctl_%d_%d", folder, (int)getpid(), i);

		r = kern_pin(fd, beside);
		if (r)
			free(beside);
		else
			*ret = beside;
	}
	return r;
}

/* Whoever may read the old pin may read the new one, and nobody else. */
static int take_over(const char *beside, const char *path, const struct stat *old, struct err *err)
{
	struct stat new;

	if (stat(beside, &new))
		return path_failed(err, "%s", beside);
	if ((new.st_uid != old->st_uid || new.st_gid != old->st_gid) &&
	    chown(beside, old->st_uid, old->st_gid))
		return path_failed(err, "%s: giving the new pin to the owner of the old", path);
	if (chmod(beside, old->st_mode & 07777))
		return path_failed(err, "%s: giving the new pin the mode of the old", path);
	if (rename(beside, path))
		return path_failed(err, "%s: replacing the pin", path);
	return 0;
}

static int replace_pin(int fd, const char *path, const struct stat *old, struct err *err)
{
	_cleanup_free_ char *beside = NULL;
	sigset_t all, before;
	int r;

	/* A signal between the two steps would leave the name of the first. */
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	r = pin_beside(fd, path, &beside);
	if (r) {
		r = pinning_failed(path, r, err);
	} else {
		r = take_over(beside, path, old, err);
		if (r)
			unlink(beside);
	}
	sigprocmask(SIG_SETMASK, &before, NULL);
	return r;
}

int map_pin(int fd, const char *path, bool replace, struct err *err)
{
	struct stat old;
	int r;

	if (replace && !lstat(path, &old))
		return replace_pin(fd, path, &old, err);
	r = kern_pin(fd, path);
	return r ? pinning_failed(path, r, err) : 0;
}

int map_unpin_check(const char *path, struct err *err)
{
	struct stat st;
	int fd;

	if (!lstat(path, &st) && S_ISLNK(st.st_mode))
		return err_set(err, ERR_USAGE, "%s: a symbolic link, not a pinned BPF map", path);
	fd = kern_map_by_pin(path, false);
	if (fd < 0)
		return map_pin_failed(path, -fd, err);
	close(fd);
	return 0;
}

int map_unpin(const char *path, struct err *err)
{
	return unlink(path) ? path_failed(err, "%s: removing the pin", path) : 0;
}
