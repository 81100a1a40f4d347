/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Buffers of our own in slots of a perf event array, and what programs put
 * into them.
 */
#ifndef KERN_PERF_BUFFERS_H
#define KERN_PERF_BUFFERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Records come from the buffer of the CPU that the program ran on, by the slot it named. */
struct perf_place {
	uint32_t cpu, slot;
};

struct perf_sample {
	struct perf_place from;
	uint64_t time;	  /* ns, CLOCK_MONOTONIC, as bpf_ktime_get_ns() */
	const void *data; /* borrowed until the call returns; aligned to 8 bytes */
	/* bytes: as sent, and up to 7 more, of any content (kernel/events/core.c,
	 * perf_sample_save_raw_data()): with the four that it is counted in a multiple of 8 */
	uint32_t size;
};

/* A record of more bytes the kernel cannot keep: it is told as lost, or not at all, and may
 * overwrite others. */
#define PERF_DATA_BYTES_MAX 65508

struct perf_loss {
	struct perf_place from;
	uint64_t id; /* the kernel's, of the event */
	uint64_t records;
};

/* Both return 0 to go on; whatever else they return ends the reading. */
struct perf_taker {
	int (*sample)(void *data, const struct perf_sample *sample);
	int (*loss)(void *data, const struct perf_loss *loss);
	void *data;
};

struct perf_buffers;

/*
 * Puts a buffer into each of the n places, whatever is in those slots by then: see
 * perf_slots.h.  map_fd, which could write, is taken over, also on failure: with
 * its file the kernel empties the slots (kernel/bpf/arraymap.c,
 * perf_event_fd_array_release()), so no other fd may share it.  stays: of a map with
 * BPF_F_PRESERVE_ELEMS, where it does not: a process is forked that outlives
 * this one, by whatever it ends, and empties them.
 *
 * 0 or -errno, and nothing of ours is in the slots: -EACCES and -EPERM without
 * CAP_PERFMON, and where no more memory may be locked.
 */
int kern_perf_open(int map_fd, const struct perf_place *place, size_t n, bool stays,
		   const struct perf_taker *taker, struct perf_buffers **ret);

/*
 * Hands on what is in the buffers now, each CPU's in the order in which it came
 * and one CPU after the other: 0, what a taker returned to end it, or -EBADMSG where
 * records are overwritten and cannot be told apart.
 */
int kern_perf_read(struct perf_buffers *buffers);

/*
 * What is lost the kernel tells with the next record that finds room; this asks
 * for the rest, where it can be asked (Linux 6.0).  As kern_perf_read().
 */
int kern_perf_rest(struct perf_buffers *buffers);

/*
 * Waits, at most so many ms, for records, or until nobody reads any more what is written to
 * out: 1 there may be some, 0 there are none, -EPIPE.
 */
int kern_perf_wait(struct perf_buffers *buffers, int out, int ms);

/* Empties the slots, too. */
struct perf_buffers *kern_perf_close(struct perf_buffers *buffers);

#endif
