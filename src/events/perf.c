/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Reading a perf event array: by buffers of one's own, in slots that nobody else has. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <linux/bpf.h>

#include "base/alloc.h"
#include "cli/session.h"
#include "entry/change.h"
#include "entry/records.h"
#include "events/events.h"
#include "events/perf_claim.h"
#include "kern/perf_buffers.h"
#include "kern/cpus.h"
#include "kern/refusal.h"
#include "map/map.h"
#include "output/stream.h"

#define WAIT_MAX 200 /* ms: a signal that came just before the wait is seen then */

struct places {
	struct perf_place *place;
	size_t n;
};

struct reader {
	const struct session *session;
	struct record_sink *sink;
	struct err *err;
};

/* Of what cannot be written no more is read: dispatch() says so. */
static int unless_broken(const struct reader *reader, int r)
{
	return r ? r : reader->session->stream->error != 0;
}

static int take_sample(void *data, const struct perf_sample *sample)
{
	const struct reader *reader = data;
	const struct record record = {
		.data = sample->data,
		.size = sample->size,
		.has_cpu = true,
		.cpu = sample->from.cpu,
		.index = sample->from.slot,
		.time = sample->time,
	};

	return unless_broken(reader, reader->sink->record(reader->sink, &record, reader->err));
}

static int take_loss(void *data, const struct perf_loss *loss)
{
	const struct reader *reader = data;
	const struct records_missed missed = {
		.records = loss->records,
		.has_cpu = true,
		.cpu = loss->from.cpu,
		.index = loss->from.slot,
		.event_id = loss->id,
	};

	return unless_broken(reader, reader->sink->missed(reader->sink, &missed, reader->err));
}

static bool is_online(const uint32_t *cpu, size_t n, uint32_t wanted)
{
	for (size_t i = 0; i < n; i++)
		if (cpu[i] == wanted)
			return true;
	return false;
}

static int place_one(const struct map *map, const struct perf_choice *choice, const uint32_t *cpu,
		     size_t n, struct places *ret, struct err *err)
{
	if (!is_online(cpu, n, (uint32_t)choice->cpu))
		return err_set(err, ERR_NO, "CPU %d is not there, or not online", choice->cpu);
	if (choice->index >= map->info.max_entries)
		return err_set(err, ERR_NO, "%s has no slot %u: it has %u", map_called(map),
			       choice->index, map->info.max_entries);
	ret->place[0] = (struct perf_place){ (uint32_t)choice->cpu, choice->index };
	ret->n = 1;
	return 0;
}

/* Each CPU has the slot of its number, as programs find it by BPF_F_CURRENT_CPU. */
static int place_all(const struct session *session, const uint32_t *cpu, size_t n,
		     struct places *ret, struct err *err)
{
	const struct map *map = session->maps[0];

	while (ret->n < n && cpu[ret->n] < map->info.max_entries) {
		ret->place[ret->n] = (struct perf_place){ cpu[ret->n], cpu[ret->n] };
		ret->n++;
	}
	if (!ret->n)
		return err_set(err, ERR_NO, "%s: none of the CPUs that are online has a slot",
			       map_called(map));
	if (ret->n < n)
		session_note(session,
			     "%s has %u slot%s: programs on CPU %u and above cannot send to it",
			     map_called(map), map->info.max_entries,
			     map->info.max_entries == 1 ? "" : "s", cpu[ret->n]);
	return 0;
}

static int choose_places(const struct session *session, const struct perf_choice *choice,
			 struct places *ret, struct err *err)
{
	_cleanup_free_ uint32_t *cpu = NULL;
	size_t n = 0;
	int r = kern_online_cpus(&cpu, &n);

	if (r) {
		errno = -r;
		return err_sys(err, "the CPUs that are online are not known");
	}
	ret->place = mem_zero(n * sizeof(*ret->place));
	if (choice && choice->cpu >= 0)
		return place_one(session->maps[0], choice, cpu, n, ret, err);
	return place_all(session, cpu, n, ret, err);
}

/* The kernel says -EPERM, not -EACCES, of the memory; who filters its calls says it of any. */
static const char *refused_for(int r)
{
	if (r == -EACCES)
		return "; it takes CAP_PERFMON";
	if (r == -EPERM)
		return "; it takes CAP_PERFMON, and beyond the memory of "
		       "kernel.perf_event_mlock_kb CAP_IPC_LOCK";
	return "";
}

static int open_places(struct reader *reader, const struct places *places, bool steal,
		       struct perf_buffers **ret)
{
	const struct perf_taker taker = { take_sample, take_loss, reader };
	const struct map *map = reader->session->maps[0];
	int fd = map_reopen_writable(map), r;

	if (fd < 0) {
		errno = -fd;
		return err_sys(reader->err, "%s is read by who may write to it", map_called(map));
	}
	r = perf_claim(reader->session, fd, places->place, places->n, steal, reader->err);
	if (r) {
		close(fd);
		return r;
	}
	r = kern_perf_open(fd, places->place, places->n, map->info.map_flags & BPF_F_PRESERVE_ELEMS,
			   &taker, ret);
	if (!r)
		return 0;
	return err_set(reader->err, is_refusal(r) ? ERR_DENIED : ERR_SYSTEM,
		       "%s: opening a buffer for each CPU: %s%s", map_called(map), strerror(-r),
		       refused_for(r));
}

/* Waits for records; where nobody reads, a write says so, as any write would. */
static int await(const struct reader *reader, struct perf_buffers *buffers, int ms)
{
	struct stream *stream = reader->session->stream;

	if (kern_perf_wait(buffers, stream->fd, ms) != -EPIPE)
		return 0;
	stream_putc(stream, '\n');
	stream_flush(stream);
	return stream->error != 0;
}

/* As a sink's calls. */
static int follow(const struct reader *reader, const struct events_end *end,
		  struct perf_buffers *buffers)
{
	int r = 0, wait = 1;

	while (!r && wait) {
		/* Asked first, so that what had come when it is time to end is read. */
		wait = events_wait_ms(end, WAIT_MAX);
		r = kern_perf_read(buffers);
		if (r || !wait || kern_perf_wait(buffers, -1, 0))
			continue;
		r = unless_broken(reader, reader->sink->idle(reader->sink, reader->err));
		if (!r)
			r = await(reader, buffers, wait);
	}
	return r ? r : kern_perf_rest(buffers);
}

int events_perf(const struct session *session, const struct events_settings *settings,
		const struct perf_choice *choice, struct record_sink *sink, struct err *err)
{
	struct reader reader = { session, sink, err };
	const struct map *map = session->maps[0];
	struct perf_buffers *buffers = NULL;
	struct places places = { 0 };
	struct events_end end;
	int r = events_end_parse(settings, &end, err);

	if (!r)
		r = entry_frozen_check(map, err);
	if (!r)
		r = choose_places(session, choice, &places, err);
	events_catch_signals();
	if (!r)
		r = open_places(&reader, &places, settings->steal, &buffers);
	if (!r)
		r = session_sandbox(session, err);
	if (!r)
		r = follow(&reader, &end, buffers);
	kern_perf_close(buffers);
	free(places.place);
	if (r == -EBADMSG)
		return err_set(err, ERR_SYSTEM,
			       "%s: records are overwritten; a program that sends more than %d "
			       "bytes at once does that",
			       map_called(map), PERF_DATA_BYTES_MAX);
	return r > 0 ? 0 : r;
}
