/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The processes that hold maps open.  Programs and pins hold maps too: progs.h, pins.h. */
#ifndef KERN_HOLDERS_H
#define KERN_HOLDERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct map_holder {
	uint32_t map_id;
	uint32_t pid;
	char comm[16]; /* foreign bytes */
};

struct map_holders {
	size_t n, cap;
	struct map_holder *holder; /* by map id, then by pid; each pair once */
	bool partial;		   /* some processes we may not look into */
};

/*
 * One pass over all processes but our own: 0 or -errno.  By a task_file
 * iterator, else by /proc, which sees only what the caller may look into, and
 * not what a thread with a file table of its own holds.
 */
int kern_holders_read(struct map_holders **ret);

/*
 * The same, for who asks whether others keep a map open.  Whoever lists all maps has each open for
 * a moment, and is not meant: where there are holders of map_id it looks again, several times
 * within 50 ms, and *ret is what it saw last.  but_same: as below; for those it does not look
 * again.
 */
int kern_holders_lasting(uint32_t map_id, bool but_same, struct map_holders **ret);

/* The holders of one map, *n of them, borrowed; NULL when there are none.  holders may be NULL. */
const struct map_holder *kern_holders_of(const struct map_holders *holders, uint32_t map_id,
					 size_t *n);

/*
 * Whether it is this program, too: by the file that it runs, of which a copy is another one, and
 * by its name, since an interpreter runs many.  One that is ending has only the name.
 */
bool kern_holder_is_same(const struct map_holder *holder);

struct map_holders *kern_holders_free(struct map_holders *holders);

#endif
