/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Why a path cannot be opened as a map, or a program, in the user's words. */
#include "map/map_find.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>

#include <sys/stat.h>

#include "base/alloc.h"
#include "base/nearest.h"
#include "kern/map_create.h"

bool map_bpffs_is_missing(const char *path)
{
	size_t n = strlen(BPFFS);

	return !strncmp(path, BPFFS, n) && (!path[n] || path[n] == '/') && !kern_is_bpffs(BPFFS);
}

static void closedirp(DIR **dir)
{
	if (*dir)
		closedir(*dir);
}

static DIR *open_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	_cleanup_free_ char *folder = slash ? mem_printf("%.*s/", (int)(slash - path), path)
					    : mem_strdup(".");

	return opendir(folder);
}

static int no_such_pin(const char *path, struct err *err)
{
	_cleanup_(closedirp) DIR *folder = open_folder(path);
	const char *slash = strrchr(path, '/');
	struct nearest nearest = NEAREST(slash ? slash + 1 : path);
	const struct dirent *pin;
	char near[sizeof(pin->d_name)] = "";

	if (map_bpffs_is_missing(path))
		return err_set(err, ERR_NO,
			       "%s: no such pin: no bpffs is mounted there; "
			       "'mount -t bpf bpf " BPFFS "' mounts it",
			       path);
	while (folder && (pin = readdir(folder))) {
		nearest_offer(&nearest, pin->d_name);
		if (nearest.best == pin->d_name)
			nearest.best = strcpy(near, pin->d_name);
	}
	if (nearest.best)
		return err_set(err, ERR_NO, "%s: no such pin; the nearest is '%s'", path, near);
	return err_set(err, ERR_NO, "%s: no such pin", path);
}

/* The file is there: 0 where that does not explain the error. */
static int not_the_noun(const char *path, const struct pin_noun *noun, const struct stat *st,
			int error, struct err *err)
{
	if (S_ISDIR(st->st_mode))
		return err_set(err, ERR_USAGE, "%s: a folder, not a pinned BPF %s", path,
			       noun->name);
	if (!kern_is_bpffs(path))
		return err_set(err, ERR_USAGE, "%s: not a pinned BPF %s", path, noun->name);
	if (error == EINVAL)
		return err_set(err, ERR_USAGE, "%s: the pin of a %s, not of a %s", path,
			       noun->others, noun->name);
	return 0;
}

int pin_failed(const char *path, const struct pin_noun *noun, int error, struct err *err)
{
	struct stat st;
	int r;

	if (error == ENOENT || error == ENOTDIR)
		return no_such_pin(path, err);
	r = stat(path, &st) ? 0 : not_the_noun(path, noun, &st, error, err);
	if (r)
		return r;
	if (error == EACCES || error == EPERM)
		return err_set(err, ERR_DENIED,
			       "%s: not permitted; the file mode of a pin says who may open its "
			       "%s, and root (CAP_DAC_OVERRIDE) may always",
			       path, noun->name);
	errno = error;
	return err_sys(err, "%s", path);
}

int map_pin_failed(const char *path, int error, struct err *err)
{
	static const struct pin_noun map = { "map", "program or link" };

	return pin_failed(path, &map, error, err);
}
