/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "events/perf_claim.h"

#include <stdint.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "cli/session.h"
#include "kern/holders.h"
#include "kern/perf_buffers.h"
#include "kern/perf_slots.h"
#include "kern/refusal.h"
#include "map/map.h"
#include "output/escape.h"

#define NAMED 8 /* slots, or processes; of more there is the number */

static void separate(struct buf *ret, size_t i)
{
	if (i)
		buf_puts(ret, ", ");
}

/* "slots 0, 1"; how many there are. */
static size_t name_slots(const struct perf_place *place, const bool *taken, size_t n,
			 struct buf *ret)
{
	struct buf names = { 0 };
	size_t found = 0;

	for (size_t i = 0; i < n; i++) {
		if (!taken[i])
			continue;
		if (found < NAMED) {
			separate(&names, found);
			buf_printf(&names, "%u", place[i].slot);
		}
		found++;
	}
	buf_printf(ret, "slot%s %s", found == 1 ? "" : "s", buf_str(&names));
	if (found > NAMED)
		buf_printf(ret, " and %zu more", found - NAMED);
	buf_done(&names);
	return found;
}

/* "perf_events(123)": one of them reads, the others only have it open. */
static void name_holders(const struct map *map, struct buf *ret)
{
	struct map_holders *holders = NULL;
	const struct map_holder *holder;
	size_t n = 0;
	int r = kern_holders_read(&holders);

	holder = kern_holders_of(holders, map->info.id, &n);
	for (size_t i = 0; i < n && i < NAMED; i++) {
		separate(ret, i);
		escape_text(ret, holder[i].comm, strnlen(holder[i].comm, sizeof(holder[i].comm)));
		buf_printf(ret, "(%u)", holder[i].pid);
	}
	if (n > NAMED)
		buf_printf(ret, " and %zu more", n - NAMED);
	if (!n)
		buf_puts(ret,
			 r || holders->partial ? "processes that cannot be seen" : "no process");
	kern_holders_free(holders);
}

static int taken_already(const struct session *session, const char *slots, bool is_one, bool steal,
			 struct err *err)
{
	const struct map *map = session->maps[0];
	struct buf holders = { 0 };
	int r = 0;

	name_holders(map, &holders);
	if (steal)
		session_note(
			session,
			"%s: %s %s in use: whoever put events there gets nothing any more, even "
			"when this has ended; the map is open in %s",
			map_called(map), slots, is_one ? "was" : "were", buf_str(&holders));
	else
		r = err_set(err, ERR_NO,
			    "%s: %s %s in use: whoever put events there would get nothing any "
			    "more; the map is open in %s; --steal takes %s all the same",
			    map_called(map), slots, is_one ? "is" : "are", buf_str(&holders),
			    is_one ? "it" : "them");
	buf_done(&holders);
	return r;
}

static int unknown(const struct session *session, int error, bool steal, struct err *err)
{
	const char *called = map_called(session->maps[0]);

	if (!steal)
		return err_set(err, is_refusal(-error) ? ERR_DENIED : ERR_SYSTEM,
			       "%s: whether somebody reads it already, and would lose its records, "
			       "cannot be known: %s%s; --steal reads it all the same",
			       called, strerror(error),
			       is_refusal(-error) ? " (it takes CAP_BPF and CAP_PERFMON)" : "");
	session_note(session, "%s: whether slots are taken from somebody cannot be known: %s",
		     called, strerror(error));
	return 0;
}

int perf_claim(const struct session *session, int map_fd, const struct perf_place *place, size_t n,
	       bool steal, struct err *err)
{
	_cleanup_free_ uint32_t *slot = mem_zero(n * sizeof(*slot));
	_cleanup_free_ bool *taken = mem_zero(n * sizeof(*taken));
	struct buf slots = { 0 };
	size_t n_taken;
	int r;

	for (size_t i = 0; i < n; i++)
		slot[i] = place[i].slot;
	r = kern_perf_slots(map_fd, slot, n, taken);
	if (r)
		return unknown(session, -r, steal, err);
	n_taken = name_slots(place, taken, n, &slots);
	if (n_taken)
		r = taken_already(session, buf_str(&slots), n_taken == 1, steal, err);
	buf_done(&slots);
	return r;
}
