/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/comms.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/number.h"

#define COMM_MAX 64 /* those of kernel workers are longer here than elsewhere */

static void read_comm(int proc, uint32_t pid, void (*tell)(void *, uint32_t, const char *),
		      void *to)
{
	char path[32], comm[COMM_MAX + 2];
	_cleanup_close_ int fd = -1;
	ssize_t n;

	snprintf(path, sizeof(path), "%u/comm", pid);
	fd = openat(proc, path, O_RDONLY | O_CLOEXEC);
	n = fd < 0 ? -1 : read(fd, comm, sizeof(comm) - 1);
	if (n < 1)
		return;
	/* The kernel ends it with a newline, and a name may hold others. */
	comm[comm[n - 1] == '\n' ? n - 1 : n] = '\0';
	tell(to, pid, comm);
}

void kern_comms_read(void (*tell)(void *to, uint32_t pid, const char *comm), void *to)
{
	DIR *proc = opendir("/proc");
	const struct dirent *process;
	uint32_t pid;

	if (!proc)
		return;
	while ((process = readdir(proc)))
		if (number_is_digits(process->d_name) && !number_u32(process->d_name, &pid))
			read_comm(dirfd(proc), pid, tell, to);
	closedir(proc);
}
