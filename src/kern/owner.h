/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * What local storage hangs on.  The keys of such a map are file descriptors
 * of its owners: a number that means something only while the fd is open.
 */
#ifndef KERN_OWNER_H
#define KERN_OWNER_H

#include <stdint.h>

#include "base/err.h"

enum owner_kind {
	OWNER_NONE, /* the map is no local storage */
	OWNER_PROCESS,
	OWNER_CGROUP,
	OWNER_FILE,
	OWNER_SOCKET,
};

/* An owner as a user names it. */
struct owner {
	enum owner_kind kind;
	uint32_t pid;	  /* PROCESS: its id, or that of one of its threads; SOCKET: who has it */
	uint32_t fd;	  /* SOCKET: its number there */
	const char *path; /* CGROUP, FILE; borrowed */
};

/* "process", "cgroup", "file", "socket". */
const char *owner_noun(enum owner_kind kind);

/*
 * An fd that the caller closes and that a storage map takes for a key;
 * opening reads nothing and waits for nothing.  ERR_NO where there is no such
 * process, fd or file, ERR_USAGE where it is no cgroup or no socket,
 * ERR_DENIED for a socket of a process that may not be traced.
 */
int owner_open(const struct owner *owner, struct err *err);

#endif
