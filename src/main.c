/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <fcntl.h>
#include <unistd.h>

#include "base/err.h"
#include "cli/dispatch.h"
#include "cli/report.h"
#include "cmd/registry.h"

/*
 * With one of fds 0 to 2 closed, the next open() would take its number, and
 * what is meant for it would go into a map or a file.  A closed standard
 * output must still fail when written to: /dev/null opened for reading does.
 */
static int hold_standard_fds(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
	while (fd >= 0 && fd <= STDERR_FILENO);
	return fd < 0 ? -1 : close(fd);
}

int main(int argc, char **argv)
{
	struct err err;

	if (hold_standard_fds()) {
		err_sys(&err, "/dev/null");
		report_error(false, &err);
		return err.code;
	}
	return dispatch(commands, argc - 1, argv + 1);
}
