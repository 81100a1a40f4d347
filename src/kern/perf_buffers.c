/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * libbpf opens, maps and reads the buffers.  It empties the slots, too, by their numbers,
 * whoever's they are by then; the kernel knows whose they are, and does it when map_fd is
 * closed: so that is closed first, and libbpf's attempts fail.
 */
#include "kern/perf_buffers.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include <linux/bpf.h>
#include <linux/perf_event.h>
#include <bpf/libbpf.h>

#include "base/alloc.h"
#include "kern/deny.h"
#include "kern/perf_keeper.h"

#define PAGES	  64	/* a buffer, a power of two */
#define EVENT_MAX 65536 /* its header counts bytes in 16 bits */

/* As the attributes below ask for them; include/uapi/linux/perf_event.h. */
struct sample_event {
	struct perf_event_header header;
	uint64_t time;
	uint32_t size;
	uint8_t data[];
} __attribute__((packed));

struct lost_event {
	struct perf_event_header header;
	uint64_t id, records;
} __attribute__((packed));

struct counts {
	uint64_t value, id, lost;
};

struct source {
	struct perf_place place;
	uint64_t id;   /* the event's */
	uint64_t told; /* records, as the kernel has counted them lost */
};

struct perf_buffers {
	struct perf_buffer *ring;
	struct perf_keeper keeper;
	struct perf_taker taker;
	int map_fd;
	int end; /* what a taker returned */
	bool counts_lost;
	size_t n;
	struct source *sources, *now; /* in the order of ring's; the one that is read */
	struct pollfd *polled;	      /* behind theirs, what is written to */
	uint64_t room[EVENT_MAX / 8];
	size_t bytes, passed; /* a buffer's; of it what was seen in one reading */
};

/*
 * Of a record that needs more bytes than the header can count the kernel reserves only as many
 * as are left of their number, and what comes next overwrites it.
 */
static int pass_over(struct perf_buffers *buffers)
{
	const struct perf_loss loss = {
		.from = buffers->now->place,
		.id = buffers->now->id,
		.records = 1,
	};

	return buffers->taker.loss(buffers->taker.data, &loss);
}

static int take_sample(struct perf_buffers *buffers, const struct sample_event *event)
{
	struct perf_sample sample = { .from = buffers->now->place, .data = buffers->room };

	if (event->header.size < sizeof(*event) ||
	    event->size > event->header.size - sizeof(*event))
		return pass_over(buffers);
	sample.time = event->time;
	sample.size = event->size;
	memcpy(buffers->room, event->data, event->size);
	return buffers->taker.sample(buffers->taker.data, &sample);
}

static int take_loss(struct perf_buffers *buffers, const struct lost_event *event)
{
	struct perf_loss loss = { .from = buffers->now->place };

	if (event->header.size < sizeof(*event))
		return -EBADMSG;
	loss.id = event->id;
	loss.records = event->records;
	buffers->now->told += event->records;
	return buffers->taker.loss(buffers->taker.data, &loss);
}

/* libbpf goes on by what the header says, in bytes that such a record may have overwritten. */
static bool leads_on(struct perf_buffers *buffers, const struct perf_event_header *event)
{
	buffers->passed += event->size;
	return event->size >= sizeof(*event) && event->size % sizeof(uint64_t) == 0 &&
	       buffers->passed <= buffers->bytes;
}

static enum bpf_perf_event_ret take(void *data, int cpu, struct perf_event_header *event)
{
	struct perf_buffers *buffers = data;

	(void)cpu;
	if (!leads_on(buffers, event))
		buffers->end = -EBADMSG;
	else if (event->type == PERF_RECORD_SAMPLE)
		buffers->end = take_sample(buffers, (const struct sample_event *)event);
	else if (event->type == PERF_RECORD_LOST)
		buffers->end = take_loss(buffers, (const struct lost_event *)event);
	return buffers->end ? LIBBPF_PERF_EVENT_ERROR : LIBBPF_PERF_EVENT_CONT;
}

static int open_ring(struct perf_buffers *buffers)
{
	struct perf_event_attr attr = {
		.size = sizeof(attr),
		.type = PERF_TYPE_SOFTWARE,
		.config = PERF_COUNT_SW_BPF_OUTPUT,
		.sample_type = PERF_SAMPLE_TIME | PERF_SAMPLE_RAW,
		.sample_period = 1,
		.wakeup_events = 1,
		.use_clockid = 1,
		.clockid = CLOCK_MONOTONIC,
		.read_format = buffers->counts_lost ? PERF_FORMAT_ID | PERF_FORMAT_LOST : 0,
	};
	LIBBPF_OPTS(perf_buffer_raw_opts, opts, .cpu_cnt = (int)buffers->n);
	_cleanup_free_ int *cpus = mem_zero(buffers->n * sizeof(*cpus));
	_cleanup_free_ int *slots = mem_zero(buffers->n * sizeof(*slots));

	for (size_t i = 0; i < buffers->n; i++) {
		cpus[i] = (int)buffers->sources[i].place.cpu;
		slots[i] = (int)buffers->sources[i].place.slot;
	}
	opts.cpus = cpus;
	opts.map_keys = slots;
	buffers->ring = perf_buffer__new_raw(buffers->map_fd, PAGES, &attr, take, buffers, &opts);
	return buffers->ring ? 0 : -errno;
}

static int fill_slots(struct perf_buffers *buffers, const struct perf_place *place, bool stays)
{
	int r = 0;

	if (stays)
		r = perf_keeper_start(buffers->map_fd, place, buffers->n, &buffers->keeper);
	if (r)
		return r;
	buffers->counts_lost = !kern_denies("lost");
	r = open_ring(buffers);
	/* Before 6.0 the format is not known. */
	if (r == -EINVAL && buffers->counts_lost) {
		buffers->counts_lost = false;
		r = open_ring(buffers);
	}
	if (r)
		perf_keeper_dismiss(&buffers->keeper);
	return r;
}

int kern_perf_open(int map_fd, const struct perf_place *place, size_t n, bool stays,
		   const struct perf_taker *taker, struct perf_buffers **ret)
{
	struct perf_buffers *buffers = mem_zero(sizeof(*buffers));
	int r;

	buffers->map_fd = map_fd;
	buffers->keeper = PERF_KEEPER;
	buffers->taker = *taker;
	buffers->n = n;
	buffers->bytes = PAGES * (size_t)sysconf(_SC_PAGESIZE);
	buffers->sources = mem_zero(n * sizeof(*buffers->sources));
	buffers->polled = mem_zero((n + 1) * sizeof(*buffers->polled));
	for (size_t i = 0; i < n; i++)
		buffers->sources[i].place = place[i];
	r = fill_slots(buffers, place, stays);
	if (r) {
		kern_perf_close(buffers);
		return r;
	}
	for (size_t i = 0; i < n; i++) {
		int fd = perf_buffer__buffer_fd(buffers->ring, i);

		ioctl(fd, PERF_EVENT_IOC_ID, &buffers->sources[i].id);
		buffers->polled[i] = (struct pollfd){ .fd = fd, .events = POLLIN };
	}
	*ret = buffers;
	return 0;
}

int kern_perf_read(struct perf_buffers *buffers)
{
	for (size_t i = 0; i < buffers->n && !buffers->end; i++) {
		buffers->now = &buffers->sources[i];
		buffers->passed = 0;
		perf_buffer__consume_buffer(buffers->ring, i);
	}
	return buffers->end;
}

int kern_perf_rest(struct perf_buffers *buffers)
{
	for (size_t i = 0; buffers->counts_lost && i < buffers->n && !buffers->end; i++) {
		struct source *source = &buffers->sources[i];
		struct perf_loss loss = { .from = source->place };
		struct counts counts;

		if (read(perf_buffer__buffer_fd(buffers->ring, i), &counts, sizeof(counts)) !=
			    sizeof(counts) ||
		    counts.lost <= source->told)
			continue;
		loss.id = counts.id;
		loss.records = counts.lost - source->told;
		source->told = counts.lost;
		buffers->end = buffers->taker.loss(buffers->taker.data, &loss);
	}
	return buffers->end;
}

int kern_perf_wait(struct perf_buffers *buffers, int out, int ms)
{
	struct pollfd *written = &buffers->polled[buffers->n];
	int ready;

	*written = (struct pollfd){ .fd = out };
	ready = poll(buffers->polled, (nfds_t)buffers->n + 1, ms);
	if (ready > 0 && written->revents & (POLLERR | POLLHUP))
		return -EPIPE;
	/* A CPU that went offline has no more records to wait for. */
	for (size_t i = 0; ready > 0 && i < buffers->n; i++)
		if (buffers->polled[i].revents & (POLLERR | POLLHUP | POLLNVAL))
			buffers->polled[i].fd = -1;
	return ready > 0;
}

struct perf_buffers *kern_perf_close(struct perf_buffers *buffers)
{
	if (!buffers)
		return NULL;
	close(buffers->map_fd);
	perf_buffer__free(buffers->ring);
	perf_keeper_end(&buffers->keeper);
	free(buffers->polled);
	free(buffers->sources);
	free(buffers);
	return NULL;
}
