/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The companion programs.  A counter is a row here and a file in bpf/: its
 * program and its maps are pinned in a directory of its own, ROOT/NAME/, each
 * map under its own name and the link as "link", and so outlive mapctl.
 *
 * root is the folder of those directories, inside a mounted bpffs; NULL is
 * COUNTER_ROOT.  Nothing here mounts anything, and nothing writes to stdio.
 */
#ifndef COUNTER_COUNTER_H
#define COUNTER_COUNTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

#define COUNTER_ROOT "/sys/fs/bpf/mapctl"

struct counter {
	const char *name;
	const char *category, *event; /* the tracepoint that its program hangs on */
	const char *map;	      /* what it counts in; the pin has the same name */
	const char *lost;	      /* array of one u64: counts that map had no room for */
	const char *summary;
	const void *(*elf)(size_t *ret_size); /* the compiled program, from the skeleton */
};

enum counter_state {
	COUNTER_STOPPED,
	COUNTER_RUNNING,
	COUNTER_PARTIAL, /* a start or a stop was interrupted: only stop is of use */
};

/* Row n in the order of the table, NULL behind the last; no row at all with --disable-bpf. */
const struct counter *counter_nth(size_t n);

/* ERR_USAGE with the nearest name, or with the reason when mapctl was built without counters. */
int counter_find(const char *name, const struct counter **ret, struct err *err);

/*
 * Loads, attaches and pins.  Whatever fails, nothing stays behind.  ERR_NO
 * when it is running already or half there, ERR_DENIED with what is missing,
 * ERR_SYSTEM with the mount that is missing.
 */
int counter_start(const struct counter *counter, const char *root, struct err *err);

/*
 * Removes the counter's pins, the link first: with it the program and the maps
 * go.  ERR_NO: none there.  ERR_PARTIAL: all went but the folder, where
 * somebody else has pinned something.
 */
int counter_stop(const struct counter *counter, const char *root, struct err *err);

/* Fails only where the pins may not be looked at (ERR_DENIED) or the lookup breaks. */
int counter_look(const struct counter *counter, const char *root, enum counter_state *ret,
		 struct err *err);

/* What counter->lost holds; 0 when it is not running. */
int counter_lost(const struct counter *counter, const char *root, uint64_t *ret, struct err *err);

/* "running", "stopped" or "partial". */
const char *counter_state_name(enum counter_state state);

#endif
