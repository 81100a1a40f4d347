/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <inttypes.h>

#include "base/alloc.h"
#include "base/clock.h"
#include "cli/globals.h"
#include "cli/session.h"
#include "counter/counter.h"
#include "counts/loop.h"
#include "counts/records.h"
#include "counts/wait.h"
#include "entry/records.h"
#include "events/events.h"
#include "map/given_types.h"
#include "map/map.h"

#define LOOK_EACH 50000000 /* ns */

/* What ends the records before their time. */
struct watch {
	const struct counter *counter;
	const struct counter_wait *wait;
	uint64_t next; /* look; as of clock_now() */
	uint32_t id;   /* of the run */
	bool is_over;
};

/* The signals are held back, lest a second one leaves the counter behind: they are asked for. */
static bool is_over(void *of)
{
	struct watch *watch = of;
	uint64_t now = clock_now();
	struct err ignored;

	if (watch->is_over || now < watch->next)
		return watch->is_over;
	watch->next = now + LOOK_EACH;
	watch->is_over = counter_wait_until(watch->wait, now, -1) ||
			 counter_run_check(watch->counter, watch->id, &ignored);
	return watch->is_over;
}

/* 0 where nobody may know, or the counter has been stopped. */
static uint64_t lost(const struct counter *counter)
{
	struct err ignored;
	uint64_t ret = 0;

	counter_lost(counter, NULL, &ret, &ignored);
	return ret;
}

static void free_mapp(struct map **map)
{
	map_free(*map);
}

static int show(const struct session *session, const struct events_settings *settings,
		struct err *err)
{
	struct record_sink *sink = NULL;
	int r = records_open(session, settings, &sink, err);

	if (r)
		return r;
	r = events_ring(session, settings, sink, err);
	return records_close(sink, r, err);
}

int counter_run_records(const struct session *session, const struct counter *counter,
			const char *duration, uint32_t id, const struct counter_wait *wait,
			struct err *err)
{
	struct watch watch = { .counter = counter, .wait = wait, .id = id };
	const struct events_settings settings = {
		.consume = true,
		.timeout = duration,
		.is_over = is_over,
		.of = &watch,
	};
	const struct type_settings no_types = { 0 };
	_cleanup_free_ char *path = counter_map_path(counter, NULL, counter->maps[0]);
	const struct map_ref ref = { .kind = MAP_REF_PIN, .text = path };
	_cleanup_(free_mapp) struct map *map = NULL;
	struct globals globals = *session->globals;
	uint64_t before, after;
	struct session own = *session;
	int r = map_open(&ref, MAP_ACCESS_READ, &map, err);

	if (r)
		return r;
	globals.sandbox = "off";
	own.globals = &globals;
	own.types = &no_types;
	own.maps = &map;
	own.n_maps = 1;
	map->is_numeric = globals.numeric;
	r = map_load_types(map, PLAN_NATIVE, err);
	before = lost(counter);
	if (!r)
		r = show(&own, &settings, err);
	after = lost(counter);
	if (after > before)
		session_note(session,
			     "counter %s: %" PRIu64 " records found no room in %s, and are lost",
			     counter->name, after - before, counter->maps[0]);
	return r ? r : counter_run_check(counter, id, err);
}
