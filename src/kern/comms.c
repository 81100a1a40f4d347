/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/comms.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/number.h"

#define HOST_PID_NAMESPACE "pid:[4026531836]" /* PROC_PID_INIT_INO of the kernel */

bool kern_comm_read(uint32_t pid, char comm[KERN_COMM_SIZE])
{
	char path[32];
	_cleanup_close_ int fd = -1;
	ssize_t n;

	snprintf(path, sizeof(path), "/proc/%u/comm", pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	n = fd < 0 ? -1 : read(fd, comm, KERN_COMM_SIZE - 1);
	if (n < 1)
		return false;
	/* The kernel ends it with a newline, and a name may hold others. */
	comm[comm[n - 1] == '\n' ? n - 1 : n] = '\0';
	return true;
}

bool kern_pids_are_host(void)
{
	char name[sizeof(HOST_PID_NAMESPACE) + 1];
	ssize_t n = readlink("/proc/self/ns/pid", name, sizeof(name));

	return n == sizeof(HOST_PID_NAMESPACE) - 1 && !memcmp(name, HOST_PID_NAMESPACE, n);
}

void kern_comms_read(void (*tell)(void *to, uint32_t pid, const char *comm), void *to)
{
	DIR *proc = opendir("/proc");
	const struct dirent *process;
	char comm[KERN_COMM_SIZE];
	uint32_t pid;

	if (!proc)
		return;
	while ((process = readdir(proc)))
		if (number_is_digits(process->d_name) && !number_u32(process->d_name, &pid) &&
		    kern_comm_read(pid, comm))
			tell(to, pid, comm);
	closedir(proc);
}
