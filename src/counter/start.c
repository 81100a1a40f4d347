/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "counter/counter.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include "base/alloc.h"
#include "counter/link.h"
#include "counter/pins.h"
#include "counter/program.h"
#include "counter/timer.h"

static void close_object(struct bpf_object **object)
{
	bpf_object__close(*object);
}

static int refuse_running(const struct counter *counter, const char *root, struct err *err)
{
	_cleanup_free_ char *dev = counter_dev(counter, root);

	return err_set(err, ERR_NO, "it is running already%s%s", dev ? " on " : "", dev ? dev : "");
}

/* half_there: whether what is not complete counts, which only who holds the lock can tell. */
static int check_stopped(const struct counter *counter, const char *root, bool half_there,
			 struct err *err)
{
	enum counter_state state;
	int r = counter_look(counter, root, &state, err);

	if (r < 0)
		return r;
	if (state == COUNTER_RUNNING)
		return refuse_running(counter, root, err);
	if (state == COUNTER_DETACHED)
		return err_set(err, ERR_NO,
			       "it was on an interface that has gone, or was taken off it; "
			       "'mapctl counter stop %s' cleans up",
			       counter->name);
	if (state == COUNTER_PARTIAL && half_there && pins_look(root, counter) == PINS_OWN)
		return err_set(err, ERR_NO,
			       "an earlier start or stop was interrupted; "
			       "'mapctl counter stop %s' cleans up",
			       counter->name);
	return 0;
}

static int pin_maps(const struct counter *counter, const char *root, struct bpf_object *object,
		    struct err *err)
{
	struct bpf_map *map;

	bpf_object__for_each_map(map, object)
	{
		_cleanup_free_ char *path = pins_path(root, counter, bpf_map__name(map));

		if (!bpf_map__is_internal(map) && bpf_obj_pin(bpf_map__fd(map), path) < 0)
			return err_sys(err, "pin %s", path);
	}
	return 0;
}

static int pin_all(const struct counter *counter, const char *root, struct bpf_object *object,
		   uint32_t ifindex, uint32_t *ret_id, struct err *err)
{
	_cleanup_free_ char *link_path = pins_path(root, counter, PIN_LINK);
	_cleanup_close_ int link = -1;
	struct link_facts facts;
	int r;

	r = pin_maps(counter, root, object, err);
	if (!r)
		r = program_attach(counter, object, ifindex, &link, err);
	/* Without its id nobody could stop this run, and no other, in the end. */
	if (!r && link_ask(link, &facts) < 0)
		r = err_sys(err, "ask for the id of its link");
	/* Last: what has a link is complete. */
	if (!r && bpf_obj_pin(link, link_path) < 0)
		r = err_sys(err, "pin %s", link_path);
	if (!r)
		*ret_id = facts.id;
	return r;
}

static int pin_locked(const struct counter *counter, const char *root, struct bpf_object *object,
		      uint32_t ifindex, uint32_t *ret_id, struct err *err)
{
	_cleanup_free_ char *folder = pins_path(root, counter, NULL);
	struct err ignored;
	int r;

	r = check_stopped(counter, root, true, err);
	if (r < 0)
		return r;
	/* It may be there already: empty, or with what somebody else has pinned. */
	if (mkdir(folder, 0755) < 0 && errno != EEXIST)
		return pins_refused(folder, err);
	r = pin_all(counter, root, object, ifindex, ret_id, err);
	if (r < 0)
		pins_remove(root, counter, &ignored);
	return r;
}

static int start(const struct counter *counter, const struct counter_start *options,
		 uint32_t *ret_id, struct err *err)
{
	_cleanup_(close_object) struct bpf_object *object = NULL;
	_cleanup_close_ int lock = -1;
	const char *root = options->root;
	uint32_t ifindex = 0;
	int r;

	/* Everything that can be refused comes before the first thing that stays behind. */
	r = check_stopped(counter, root, options->dry_run, err);
	if (r >= 0)
		r = pins_check_mount(root, err);
	if (r >= 0)
		r = program_check(counter, options->dev, root, &ifindex, err);
	if (r >= 0)
		r = program_load(counter, options->settings, &object, err);
	if (r >= 0 && options->dry_run)
		return 0;
	if (r >= 0)
		r = pins_lock(root, true, &lock, err);
	if (r >= 0)
		r = pin_locked(counter, root, object, ifindex, ret_id, err);
	return r;
}

int counter_start(const struct counter *counter, const struct counter_start *options,
		  uint32_t *ret_id, struct err *err)
{
	struct err ignored;
	uint32_t id = 0;
	int r = start(counter, options, &id, err);

	if (!r && options->seconds && !options->dry_run) {
		r = timer_start(counter, options->root, id, options->seconds, err);
		if (r < 0)
			counter_stop_one(counter, options->root, id, &ignored);
	}
	if (r < 0)
		return err_wrap(err, "start counter %s", counter->name);
	*ret_id = id;
	return 0;
}
