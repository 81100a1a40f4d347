/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "base/read_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"

ssize_t read_up_to(int fd, void *data, size_t size)
{
	size_t n = 0;

	while (n < size) {
		ssize_t r = read(fd, (char *)data + n, size - n);

		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0)
			return -1;
		if (!r)
			break;
		n += (size_t)r;
	}
	return (ssize_t)n;
}

int read_file_up_to(const char *path, void *data, size_t size, size_t *ret_n, struct err *err)
{
	bool is_stdin = !strcmp(path, "-");
	_cleanup_close_ int own = -1;
	const char *name = is_stdin ? "standard input" : path;
	ssize_t n, more;
	char beyond;

	if (!*path)
		return err_set(err, ERR_USAGE, "which file? its path, or - for standard input");
	if (!is_stdin) {
		own = open(path, O_RDONLY | O_CLOEXEC);
		if (own < 0)
			return err_sys(err, "opening %s", path);
	}
	n = read_up_to(is_stdin ? STDIN_FILENO : own, data, size);
	more = n < 0 ? n : read_up_to(is_stdin ? STDIN_FILENO : own, &beyond, 1);
	if (more < 0)
		return err_sys(err, "reading %s", name);
	if (more)
		return err_set(err, ERR_USAGE, "%s has more than the %zu bytes it takes", name,
			       size);
	*ret_n = (size_t)n;
	return 0;
}

int read_file_exact(const char *path, void *data, size_t size, struct err *err)
{
	size_t n = 0;
	int r = read_file_up_to(path, data, size, &n, err);

	if (r || n == size)
		return r;
	return err_set(err, ERR_USAGE, "%s has %zu byte%s, and it takes %zu",
		       strcmp(path, "-") ? path : "standard input", n, n == 1 ? "" : "s", size);
}
