/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "counts/loop.h"

#include "base/alloc.h"
#include "base/clock.h"
#include "cli/session.h"
#include "counter/counter.h"
#include "counts/show.h"
#include "counts/view.h"
#include "counts/wait.h"
#include "kern/map_calls.h"
#include "map/map.h"
#include "output/stream.h"

#define NS 1e9

/* What the counter's maps hold at one moment. */
struct moment {
	uint64_t time, lost; /* ns */
	struct tally *tally;
};

struct loop {
	struct counter_run *run;
	struct map *map, *lost; /* lost: NULL where it cannot lose any */
	struct moment last;
	struct counter_show show;
};

static int open_map(const struct counter *counter, const char *name, struct map **ret,
		    struct err *err)
{
	_cleanup_free_ char *path = counter_map_path(counter, NULL, name);
	const struct map_ref ref = { .kind = MAP_REF_PIN, .text = path };
	struct map *map;
	int r = map_open(&ref, MAP_ACCESS_READ, &map, err);

	if (!r)
		r = map_load_special(map, err);
	else
		map = NULL;
	if (r)
		map_free(map);
	else
		*ret = map;
	return r;
}

/* Another version's mapctl may have started the counter, or somebody put another map there. */
static int check_map(const struct loop *loop, const struct counter_view_map *wanted,
		     struct err *err)
{
	const struct map *map = loop->map;
	size_t cells = loop->run->view->is_percpu ? kern_possible_cpus() : map->cells;

	if (map->info.key_size == wanted->key_size && map->cells == cells &&
	    map->info.value_size == wanted->n_words * sizeof(uint64_t))
		return 0;
	return err_set(err, ERR_SYSTEM,
		       "counter %s: its map %s is not as this mapctl makes it; "
		       "'mapctl counter stop %s', and start it again",
		       loop->run->counter->name, wanted->name, loop->run->counter->name);
}

static int open_maps(struct loop *loop, struct err *err)
{
	const struct counter *counter = loop->run->counter;
	const struct counter_view *view = loop->run->view;
	const struct counter_view_map *other = view->other_map ? view->other_map(loop->run) : NULL;
	const struct counter_view_map *map = other ? other : &view->map;
	int r = open_map(counter, map->name, &loop->map, err);

	if (!r)
		r = check_map(loop, map, err);
	if (!r && counter->lost)
		r = open_map(counter, counter->lost, &loop->lost, err);
	return r;
}

static int read_moment(const struct loop *loop, struct moment *ret, struct err *err)
{
	struct moment now = { .time = clock_now() };
	struct tally *lost;
	int r = tally_read(loop->map, loop->run->view->is_percpu, &now.tally, err);

	if (!r && loop->lost) {
		r = tally_read(loop->lost, false, &lost, err);
		if (r) {
			tally_free(now.tally);
			return r;
		}
		now.lost = lost->n ? lost->rows[0].words[0] : 0;
		tally_free(lost);
	}
	if (!r)
		*ret = now;
	return r;
}

/* What somebody has set to less meanwhile counts whole, as in tally_subtract(). */
static uint64_t lost_since(const struct moment *last, const struct moment *now)
{
	return now->lost < last->lost ? now->lost : now->lost - last->lost;
}

/* Shows what has come since the last moment, which now is this one. */
static int show_since(struct loop *loop, struct err *err)
{
	struct moment now = { 0 };
	struct tally *shown;
	int r = read_moment(loop, &now, err);

	if (r)
		return r;
	r = tally_copy(now.tally, &shown, err);
	if (r) {
		tally_free(now.tally);
		return r;
	}
	loop->run->seconds = (double)(now.time - loop->last.time) / NS;
	tally_subtract(shown, loop->last.tally, loop->run->view->n_states);
	tally_sort(shown);
	counter_show_interval(&loop->show, shown, lost_since(&loop->last, &now));
	tally_free(shown);
	tally_free(loop->last.tally);
	loop->last = now;
	return 0;
}

int counter_run_check(const struct counter *counter, uint32_t id, struct err *err)
{
	enum counter_state state;
	int r = counter_look(counter, NULL, &state, err);

	if (r)
		return r;
	/* Who may read the maps, but not open the link, knows no id: both are 0 then. */
	if (counter_id(counter, NULL) != id ||
	    (state != COUNTER_RUNNING && state != COUNTER_DETACHED))
		return err_set(err, ERR_NO, "counter %s: it was stopped meanwhile", counter->name);
	if (state == COUNTER_DETACHED)
		return err_set(err, ERR_NO,
			       "counter %s: its interface has gone, or it was taken off it",
			       counter->name);
	return 0;
}

/* The first time behind the last table, in whole intervals from the start. */
static uint64_t next_table(const struct counter_times *times, uint64_t start, uint64_t end,
			   uint64_t now)
{
	uint64_t next = end;

	if (times->interval)
		next = start + ((now - start) / times->interval + 1) * times->interval;
	return next < end ? next : end;
}

static int show_all(struct loop *loop, const struct counter_times *times, uint32_t id,
		    const struct counter_wait *wait, struct err *err)
{
	const struct stream *stream = loop->run->session->stream;
	uint64_t start = loop->last.time;
	uint64_t end = times->duration ? start + times->duration : UINT64_MAX;
	uint64_t next = start;
	bool over = false;
	int r = 0;

	while (!r && !over && !stream->error && next < end) {
		/* A table that took longer than an interval is no reason to hurry afterwards. */
		next = next_table(times, start, end,
				  next > loop->last.time ? next : loop->last.time);
		over = counter_wait_until(wait, next, stream->fd);
		r = show_since(loop, err);
		if (!r)
			r = counter_run_check(loop->run->counter, id, err);
	}
	return r;
}

static void close_loop(struct loop *loop)
{
	tally_free(loop->last.tally);
	map_free(loop->map);
	map_free(loop->lost);
	if (loop->run->view->done)
		loop->run->view->done(loop->run);
}

int counter_loop(struct counter_run *run, const struct counter_times *times, bool is_new,
		 uint32_t id, const struct counter_wait *wait, struct err *err)
{
	struct loop loop = {
		.run = run,
		.last.time = clock_now(),
		.show = { .run = run, .repeats = times->interval },
	};
	bool per_process = run->per_process;
	int r = open_maps(&loop, err);

	if (!r && run->view->prepare)
		r = run->view->prepare(run, err);
	if (!r && per_process && !run->per_process)
		r = err_set(err, ERR_NO,
			    "counter %s runs without --per-process; 'mapctl counter stop %s' first",
			    run->counter->name, run->counter->name);
	if (!r && !is_new)
		r = read_moment(&loop, &loop.last, err);
	if (!r) {
		counter_show_start(&loop.show);
		r = show_all(&loop, times, id, wait, err);
		counter_show_finish(&loop.show);
		stream_flush(run->session->stream);
	}
	close_loop(&loop);
	return r;
}
