/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The cgroups of version 2, by the ids that BPF programs see. */
#ifndef KERN_CGROUPS_H
#define KERN_CGROUPS_H

#include <stdint.h>

/* Deeper, and beyond that many, none are told of. */
#define CGROUPS_DEPTH_MAX 64
#define CGROUPS_MAX	  65536

/* Of each cgroup its path below the root of the file system: "/", "/a/b"; foreign bytes. */
void kern_cgroups_read(void (*tell)(void *to, uint64_t id, const char *path), void *to);

#endif
