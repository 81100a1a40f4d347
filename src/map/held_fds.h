/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Files that stay open while their numbers stand in a value. */
#ifndef MAP_HELD_FDS_H
#define MAP_HELD_FDS_H

#include <unistd.h>

struct held_fds {
	int n;
	int fd[2]; /* a value stands for one thing, or two */
};

/* Closes them all. */
static inline void held_fds_done(struct held_fds *held)
{
	while (held->n)
		close(held->fd[--held->n]);
}

#endif
