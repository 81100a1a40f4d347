/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What a file descriptor is, one that may have come from whoever started us.  False for any
 * number that is none. */
#ifndef KERN_FD_KIND_H
#define KERN_FD_KIND_H

#include <stdbool.h>

bool kern_fd_is_prog(int fd);
bool kern_fd_is_perf_event(int fd);
bool kern_fd_is_cgroup(int fd);
bool kern_fd_is_socket(int fd);

/* One of AF_XDP. */
bool kern_fd_is_xdp_socket(int fd);

#endif
