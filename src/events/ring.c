/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Reading a ring buffer: where it may be read, and how. */
#include <errno.h>
#include <unistd.h>

#include <linux/bpf.h>

#include "base/alloc.h"
#include "cli/session.h"
#include "entry/change.h"
#include "events/events.h"
#include "events/ring_reader.h"
#include "kern/holders.h"
#include "kern/refusal.h"
#include "map/map.h"

static void free_ringp(struct ring **ring)
{
	kern_ring_free(*ring);
}

static void free_holdersp(struct map_holders **holders)
{
	kern_holders_free(*holders);
}

int events_ring_check(const struct map *map, const struct events_settings *settings,
		      struct err *err)
{
	if (map->info.map_flags & BPF_F_RB_OVERWRITE)
		return err_set(err, ERR_SYSTEM,
			       "%s overwrites its oldest records (rb_overwrite), whoever reads "
			       "them: mapctl does not read such ring buffers",
			       map_called(map));
	if (settings->consume && !(map->type->can & MAP_RING_READ))
		return err_set(err, ERR_USAGE,
			       "%s: programs take out what is in a %s; without --consume it is "
			       "shown",
			       map_called(map), map->type->name);
	if (settings->consume && settings->tail)
		return err_set(err, ERR_USAGE,
			       "--tail leaves the records that wait, --consume takes them out: "
			       "one of the two");
	if (settings->steal && !settings->consume)
		return err_set(err, ERR_USAGE,
			       "--steal goes with --consume: without, a ring buffer is read "
			       "beside others");
	return 0;
}

/* Two consumers get a part each: who has the map open may be one. */
static int check_alone(const struct session *session, struct err *err)
{
	const struct map *map = session->maps[0];
	_cleanup_(free_holdersp) struct map_holders *holders = NULL;
	const struct map_holder *holder;
	int r = kern_holders_lasting(map->info.id, false, &holders);
	size_t n = 0;

	if (r) {
		errno = -r;
		return err_sys(err,
			       "%s: who has it open is not known; --steal takes records all "
			       "the same",
			       map_called(map));
	}
	holder = kern_holders_of(holders, map->info.id, &n);
	if (n)
		return err_set(err, ERR_NO,
			       "%s: process %u (%.*s)%s it open and may read it: each would get a "
			       "part; 'mapctl events' without --consume only looks, and with "
			       "--steal takes all the same",
			       map_called(map), holder->pid, (int)sizeof(holder->comm),
			       holder->comm, n > 1 ? " and others have" : " has");
	if (holders->partial)
		session_note(session,
			     "%s: not all processes may be looked into; one that reads it, too, "
			     "would get a part",
			     map_called(map));
	return 0;
}

/* fd: the map's, which stays open where records are awaited. */
static int open_ring(const struct session *session, bool consume, int fd, struct ring **ret,
		     struct err *err)
{
	const struct map *map = session->maps[0];
	int r = fd < 0 ? fd : kern_ring_open(fd, map->info.max_entries, consume, ret);

	if (!r)
		return session_sandbox(session, err);
	errno = -r;
	if (!is_refusal(r))
		return err_sys(err, "%s: mapping its memory", map_called(map));
	return err_sys(err,
		       "%s: its records are in memory, which the kernel shows to those who may "
		       "write to it",
		       map_called(map));
}

int events_ring(const struct session *session, const struct events_settings *settings,
		struct record_sink *sink, struct err *err)
{
	const struct map *map = session->maps[0];
	_cleanup_(free_ringp) struct ring *ring = NULL;
	_cleanup_close_ int fd = -1;
	struct ring_source source = {
		.session = session,
		.fd = -1,
		.consume = settings->consume,
		.tail = settings->tail,
		.is_filled = map->type->can & MAP_RING_READ,
	};
	int r = events_ring_check(map, settings, err);

	if (!r)
		r = events_end_parse(settings, &source.end, err);
	if (!r && settings->consume)
		r = entry_frozen_check(map, err);
	if (!r && settings->consume && !settings->steal)
		r = check_alone(session, err);
	if (r)
		return r;
	events_catch_signals();
	fd = map_reopen_writable(map);
	r = open_ring(session, settings->consume, fd, &ring, err);
	if (r)
		return r;
	source.ring = ring;
	if (settings->consume) {
		source.fd = fd;
	} else {
		close(fd);
		fd = -1;
	}
	return ring_read(&source, sink, err);
}
