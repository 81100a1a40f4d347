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

#define COUNTER_MAPS_MAX     4
#define COUNTER_SETTINGS_MAX 4

enum counter_hook {
	HOOK_TRACEPOINT,     /* category/event, by tracefs */
	HOOK_RAW_TRACEPOINT, /* event */
	HOOK_XDP,	     /* on a network interface */
};

/* A number that whoever starts the counter may set, or has to. */
struct counter_setting {
	const char *word; /* as it is typed: "rate" */
	/* where it goes: the one value of this array, or ".rodata", before the program runs */
	const char *map;
	uint32_t offset, size;	    /* bytes in there; 4 or 8 */
	uint64_t min, max, initial; /* initial is what it is where it is not given */
	const char *const *choices; /* words for 0, 1, …, ended by NULL; or NULL: it is a number */
	bool is_required;
	bool is_flag; /* given as an option, without a value: sets 1 */
};

struct counter {
	const char *name;
	enum counter_hook hook;
	const char *category, *event;
	/* pinned, each under its name; the first is what it counts in */
	const char *maps[COUNTER_MAPS_MAX + 1];
	const char *lost; /* of maps, a value of one u64 (or a cell a CPU): what found no room; or
			     NULL */
	const char *summary;
	struct counter_setting settings[COUNTER_SETTINGS_MAX + 1]; /* ended by word NULL */
	const void *(*elf)(size_t *ret_size); /* the compiled program, from the skeleton */
};

enum counter_state {
	COUNTER_STOPPED,
	COUNTER_RUNNING,
	COUNTER_PARTIAL,  /* a start or a stop was interrupted: only stop is of use */
	COUNTER_DETACHED, /* its interface has gone: maps are there, nothing is counted */
};

/* What a start is told; zeroed but for what is wanted. */
struct counter_start {
	const char *root;
	const char *dev;			 /* name of the interface, of HOOK_XDP; else NULL */
	uint64_t settings[COUNTER_SETTINGS_MAX]; /* as counter->settings has them */
	bool dry_run;				 /* all checks, the verifier's too; nothing stays */
	uint32_t seconds; /* it stops by itself after so many; 0: it does not */
};

/* Row n in the order of the table, NULL behind the last; no row at all with --disable-bpf. */
const struct counter *counter_nth(size_t n);

/* ERR_USAGE with the nearest name, or with the reason when mapctl was built without counters. */
int counter_find(const char *name, const struct counter **ret, struct err *err);

/*
 * Loads, attaches and pins; *ret_id is that of this run, see counter_id(), and 0 of a
 * dry run.  Whatever fails, nothing stays behind.  ERR_NO when it is running already or half there,
 * or when dev has an XDP program already; ERR_DENIED with what is missing; ERR_SYSTEM with the
 * mount or the interface that is missing.
 */
int counter_start(const struct counter *counter, const struct counter_start *start,
		  uint32_t *ret_id, struct err *err);

/*
 * Removes the counter's pins, the link first: with it the program and the maps
 * go.  ERR_NO: none there.  ERR_PARTIAL: all went but the folder, where
 * somebody else has pinned something.
 */
int counter_stop(const struct counter *counter, const char *root, struct err *err);

/*
 * Which run of the counter this is: the id of its link, which no later one gets soon.  0
 * where it is not running, or who asks may not open the link.
 */
uint32_t counter_id(const struct counter *counter, const char *root);

/* As counter_stop(), but only the run with this id, which is not 0: ERR_NO where it has gone. */
int counter_stop_one(const struct counter *counter, const char *root, uint32_t id, struct err *err);

/* Fails only where the pins may not be looked at (ERR_DENIED) or the lookup breaks. */
int counter_look(const struct counter *counter, const char *root, enum counter_state *ret,
		 struct err *err);

/* What counter->lost holds, all CPUs together; 0 when it is not running or cannot lose any. */
int counter_lost(const struct counter *counter, const char *root, uint64_t *ret, struct err *err);

/*
 * The interface that it is attached to: its name, or its number where that is not
 * an interface of the caller's network namespace.  NULL where it is on none, is not
 * running, or who asks may not open the link.  The caller frees it.
 */
char *counter_dev(const struct counter *counter, const char *root);

/* The pin of one of its maps; the caller frees it. */
char *counter_map_path(const struct counter *counter, const char *root, const char *map);

/* "running", "stopped", "partial" or "detached". */
const char *counter_state_name(enum counter_state state);

#endif
