/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/holders.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "kern/holders_ways.h"
#include "kern/refusal.h"
#include "kern/run.h"

/* Who is there in each of so many looks, with a pause between two, is no passer-by. */
#define LOOKS 5
#define PAUSE 10000000 /* ns */

void holders_add(struct map_holders *holders, uint32_t map_id, uint32_t pid, const char *comm)
{
	struct map_holder *row;

	holders->holder = mem_more(holders->holder, holders->n, &holders->cap,
				   sizeof(*holders->holder));
	row = &holders->holder[holders->n++];
	*row = (struct map_holder){ .map_id = map_id, .pid = pid };
	memcpy(row->comm, comm, sizeof(row->comm) - 1);
}

static int by_map_and_pid(const void *a, const void *b)
{
	const struct map_holder *x = a, *y = b;

	if (x->map_id != y->map_id)
		return x->map_id < y->map_id ? -1 : 1;
	return (x->pid > y->pid) - (x->pid < y->pid);
}

static bool is_sorted(const struct map_holders *holders)
{
	for (size_t i = 1; i < holders->n; i++)
		if (by_map_and_pid(&holders->holder[i - 1], &holders->holder[i]) > 0)
			return false;
	return true;
}

/* Sorts, and leaves one of each map and process, and none of our own. */
static void tidy(struct map_holders *holders)
{
	uint32_t own = (uint32_t)getpid();
	size_t kept = 0;

	if (!is_sorted(holders)) /* it is where one process holds them all */
		qsort(holders->holder, holders->n, sizeof(*holders->holder), by_map_and_pid);
	for (size_t i = 0; i < holders->n; i++) {
		if (holders->holder[i].pid == own)
			continue;
		if (kept && !by_map_and_pid(&holders->holder[kept - 1], &holders->holder[i]))
			continue;
		holders->holder[kept++] = holders->holder[i];
	}
	holders->n = kept;
}

int kern_holders_read(struct map_holders **ret)
{
	struct map_holders *holders = mem_zero(sizeof(*holders));
	int r = holders_iterate(holders);

	if (r && !is_shortage(r)) {
		holders->n = 0;
		r = holders_scan(holders);
	}
	if (r) {
		kern_holders_free(holders);
		return r;
	}
	tidy(holders);
	*ret = holders;
	return 0;
}

const struct map_holder *kern_holders_of(const struct map_holders *holders, uint32_t map_id,
					 size_t *n)
{
	*n = 0;
	return holders ? run_of(holders->holder, holders->n, sizeof(*holders->holder), map_id, n)
		       : NULL;
}

bool kern_holder_is_same(const struct map_holder *holder)
{
	char comm[sizeof(holder->comm)] = "", path[64];
	struct stat own, exe;

	if (prctl(PR_GET_NAME, comm) || strncmp(holder->comm, comm, sizeof(comm)) != 0 ||
	    stat("/proc/self/exe", &own))
		return false;
	snprintf(path, sizeof(path), "/proc/%u/exe", holder->pid);
	if (stat(path, &exe))
		return errno == ENOENT; /* its memory goes before its files do */
	return exe.st_dev == own.st_dev && exe.st_ino == own.st_ino;
}

static bool is_held(const struct map_holders *holders, uint32_t map_id, bool but_same)
{
	const struct map_holder *holder;
	size_t n = 0;

	holder = kern_holders_of(holders, map_id, &n);
	for (; n; holder++, n--)
		if (!but_same || !kern_holder_is_same(holder))
			return true;
	return false;
}

int kern_holders_lasting(uint32_t map_id, bool but_same, struct map_holders **ret)
{
	const struct timespec pause = { .tv_nsec = PAUSE };
	struct map_holders *holders = NULL;
	int r = kern_holders_read(&holders);

	for (int look = 1; !r && look < LOOKS && is_held(holders, map_id, but_same); look++) {
		nanosleep(&pause, NULL);
		holders = kern_holders_free(holders);
		r = kern_holders_read(&holders);
	}
	if (!r)
		*ret = holders;
	return r;
}

struct map_holders *kern_holders_free(struct map_holders *holders)
{
	if (holders)
		free(holders->holder);
	free(holders);
	return NULL;
}
