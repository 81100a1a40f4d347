/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The records in the memory of a ring buffer, one after the other, without
 * taking them out.  Everything there is written by others while it is read:
 * nothing is believed that was not checked, and no record is shown that may
 * have been overwritten meanwhile.
 *
 * The layout is that of ring buffers and user ring buffers alike
 * (kernel/bpf/ringbuf.c): positions count bytes since the ring was made, and
 * wrap around with unsigned long; a record is a header of 8 bytes, its length
 * and two bits in the first four, and its data, up to the next multiple of 8.
 */
#ifndef KERN_RING_WALK_H
#define KERN_RING_WALK_H

#include <stdint.h>

/* Borrowed by whoever walks. */
struct ring_memory {
	const unsigned long *consumer, *producer;
	const uint8_t *data; /* size bytes, and the same once more behind them */
	unsigned long size;  /* a power of 2 */
};

/* Two that belong together: consumer <= producer, unless somebody wrote nonsense. */
struct ring_positions {
	uint64_t consumer, producer;
};

enum ring_found {
	RING_RECORD,
	RING_DISCARDED, /* its program did not want it after all */
	RING_END,	/* no more for now */
	RING_BUSY,	/* a program is still writing the next one */
	RING_OVERTAKEN, /* what came next was taken out and overwritten: the walk is behind that */
	RING_NONSENSE,	/* positions or a length that no ring has; the walk stays where it is */
};

/* Where a walk is, and the record that it came upon. */
struct ring_walk {
	unsigned long at; /* the next record's position */
	/* of RING_RECORD: a copy, aligned to 8 bytes, until the next call */
	void *data;
	uint32_t size;
	unsigned long length; /* bytes it takes in the ring, of RING_RECORD and RING_DISCARDED */
	unsigned long missed; /* bytes, of RING_OVERTAKEN */

	/* the walk's own; zeroed to start with */
	unsigned long end; /* of what is known to be there */
	uint32_t room;	   /* bytes behind data, which ring_walk_done() frees */
};

/* The next record, enum ring_found; or -ENOMEM. */
int ring_next(const struct ring_memory *memory, struct ring_walk *walk);

/*
 * Both positions, which others move meanwhile: -EAGAIN when they do so all
 * the time.
 */
int ring_positions(const struct ring_memory *memory, struct ring_positions *ret);

void ring_walk_done(struct ring_walk *walk);

#endif
