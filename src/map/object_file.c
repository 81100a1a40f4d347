/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* An object as a file, and its maps by name. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include <sys/stat.h>

#include "base/alloc.h"
#include "base/read_file.h"
#include "base/nearest.h"
#include "map/object.h"

static int open_file(const char *path, uint64_t *ret_size, struct err *err)
{
	/* A named pipe would wait for its writer. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;

	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR
			       ? err_set(err, ERR_NO, "%s: no such file", path)
			       : err_sys(err, "%s", path);
	if (fstat(fd, &st) || !S_ISREG(st.st_mode)) {
		close(fd);
		return err_set(err, ERR_USAGE, "%s: not a BPF object file", path);
	}
	*ret_size = (uint64_t)st.st_size;
	return fd;
}

int object_read(const char *path, struct object **ret, struct err *err)
{
	_cleanup_free_ char *data = NULL;
	uint64_t size = 0;
	_cleanup_close_ int fd = open_file(path, &size, err);
	ssize_t n;
	int r;

	if (fd < 0)
		return fd;
	if (size > OBJECT_MAX_BYTES)
		return err_set(err, ERR_USAGE, "%s: has more than %u MiB", path,
			       OBJECT_MAX_BYTES >> 20);
	data = mem_try_array(size + 1, 1);
	n = data ? read_up_to(fd, data, size) : -1;
	if (n < 0)
		return err_sys(err, "reading %s", path);
	r = object_read_bytes(path, data, (size_t)n, ret, err);
	if (r)
		return r;
	(*ret)->file = data;
	data = NULL;
	return 0;
}

static bool is_called(const struct object_map *map, const char *name)
{
	return !strcmp(map->shape.name, name) || (map->is_data && !strcmp(map->section, name));
}

struct object_map *object_find(const struct object *object, const char *name, struct err *err)
{
	struct nearest nearest = NEAREST(name);

	for (size_t i = 0; i < object->n; i++) {
		if (is_called(&object->map[i], name))
			return &object->map[i];
		nearest_offer(&nearest, object->map[i].shape.name);
	}
	if (nearest.best)
		err_set(err, ERR_NO, "it defines no map '%s'; the nearest is '%s'", name,
			nearest.best);
	else
		err_set(err, ERR_NO, "it defines no map '%s'; 'mapctl show object' lists its maps",
			name);
	return NULL;
}
