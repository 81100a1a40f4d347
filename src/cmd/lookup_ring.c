/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <errno.h>

#include "base/alloc.h"
#include "cli/session.h"
#include "cmd/lookup_memory.h"
#include "kern/ring.h"
#include "map/map.h"
#include "output/writer.h"

static int read_positions(const struct session *session, struct ring_positions *ret,
			  struct err *err)
{
	const struct map *map = session->maps[0];
	_cleanup_close_ int fd = map_reopen_writable(map);
	int r = fd < 0 ? fd : session_sandbox(session, err);

	if (fd >= 0 && r)
		return r;
	if (!r)
		r = kern_ring_positions(fd, ret);
	if (!r)
		return 0;
	errno = -r;
	return err_sys(err,
		       "%s: its positions are in memory, which the kernel shows to those who may "
		       "write to it",
		       map_called(map));
}

int lookup_ring(const struct session *session, struct err *err)
{
	static const struct label label_consumer = LABEL("consumer_pos");
	static const struct label label_producer = LABEL("producer_pos");
	static const struct label label_pending = LABEL("pending"), label_size = LABEL("size");
	const struct map *map = session->maps[0];
	struct writer *out = session->out;
	struct ring_positions at;
	int r;

	if (session->argc)
		return err_set(err, ERR_USAGE,
			       "%s: a %s has no keys; without any, lookup shows its positions",
			       map_called(map), map->type->name);
	r = read_positions(session, &at, err);
	if (r)
		return r;
	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	out->format->uint(out, &label_consumer, at.consumer);
	out->format->uint(out, &label_producer, at.producer);
	out->format->uint(out, &label_pending, at.producer - at.consumer);
	out->format->uint(out, &label_size, map->info.max_entries);
	out->format->finish(out);
	return 0;
}
