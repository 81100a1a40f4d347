/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* /proc/self/mountinfo, a line at a time. */
#ifndef KERN_MOUNTS_H
#define KERN_MOUNTS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct mount_line {
	dev_t dev;
	bool is_whole; /* shows the file system's root, not a folder of it */
	bool is_bpf;
	char *path; /* where it is mounted, escapes undone; inside the line */
};

/* Parses line in place; false when it is not a line of mountinfo. */
bool mount_line_parse(char *line, struct mount_line *ret);

#endif
