/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <signal.h>

#include "base/alloc.h"
#include "cli/globals.h"
#include "cli/session.h"
#include "counter/counter.h"
#include "counts/records.h"
#include "entry/records.h"
#include "events/events.h"
#include "map/given_types.h"
#include "map/map.h"

static void free_mapp(struct map **map)
{
	map_free(*map);
}

/* `counter run` holds them back, so that nothing but it ends; they are to end the stream. */
static void let_signals_in(sigset_t *ret_before)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	events_catch_signals();
	sigprocmask(SIG_UNBLOCK, &set, ret_before);
}

static int show(const struct session *session, const struct events_settings *settings,
		struct err *err)
{
	struct record_sink *sink = NULL;
	sigset_t before;
	int r = records_open(session, settings, &sink, err);

	if (r)
		return r;
	let_signals_in(&before);
	r = events_ring(session, settings, sink, err);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return records_close(sink, r, err);
}

int counter_run_records(const struct session *session, const struct counter *counter,
			const char *duration, struct err *err)
{
	const struct events_settings settings = { .consume = true, .timeout = duration };
	const struct type_settings no_types = { 0 };
	_cleanup_free_ char *path = counter_map_path(counter, NULL, counter->maps[0]);
	const struct map_ref ref = { .kind = MAP_REF_PIN, .text = path };
	_cleanup_(free_mapp) struct map *map = NULL;
	struct globals globals = *session->globals;
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
	return r ? r : show(&own, &settings, err);
}
