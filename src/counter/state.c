/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "counter/counter.h"

#include <errno.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "counter/pins.h"
#include "kern/map_calls.h"

#define WAIT_PAUSES 250 /* of 2 ms */

int counter_look(const struct counter *counter, const char *root, enum counter_state *ret,
		 struct err *err)
{
	_cleanup_free_ char *folder = pins_path(root, counter, NULL);
	_cleanup_free_ char *link = pins_path(root, counter, PIN_LINK);
	struct stat st;

	if (stat(link, &st) == 0)
		*ret = COUNTER_RUNNING;
	else if (errno != ENOENT)
		return err_sys(err, "%s", link);
	else if (stat(folder, &st) == 0 && pins_look(root, counter) != PINS_FOREIGN)
		*ret = COUNTER_PARTIAL;
	else
		*ret = COUNTER_STOPPED;
	return 0;
}

int counter_lost(const struct counter *counter, const char *root, uint64_t *ret, struct err *err)
{
	_cleanup_free_ char *path = pins_path(root, counter, counter->lost);
	_cleanup_close_ int fd = kern_map_by_pin(path, false);
	uint32_t key = 0;
	uint64_t lost = 0;
	int r = fd;

	if (fd >= 0)
		r = kern_map_lookup(fd, &key, &lost, 0);
	if (r < 0 && r != -ENOENT) {
		errno = -r;
		return err_sys(err, "%s", path);
	}
	*ret = lost;
	return 0;
}

/* Of the map that the counter counts in; 0 where it has none, or nobody may know. */
static uint32_t map_id(const struct counter *counter, const char *root)
{
	_cleanup_free_ char *path = pins_path(root, counter, counter->map);
	_cleanup_close_ int fd = kern_map_by_pin(path, false);
	struct bpf_map_info info;

	return fd < 0 || kern_map_info(fd, &info) ? 0 : info.id;
}

/*
 * The kernel frees a program, and the maps that only it held, some time after
 * the last pin went: until then the map's name is still taken.  Somebody else
 * may hold the map, so this does not wait for ever.
 */
static void wait_until_gone(uint32_t id)
{
	const struct timespec pause = { .tv_nsec = 2 * 1000 * 1000 };

	for (int i = 0; id && i < WAIT_PAUSES; i++) {
		_cleanup_close_ int fd = kern_map_by_id(id, false);

		if (fd < 0)
			return;
		nanosleep(&pause, NULL);
	}
}

static int stop_locked(const struct counter *counter, const char *root, struct err *err)
{
	enum counter_state state;
	uint32_t id;
	int r;

	r = counter_look(counter, root, &state, err);
	if (r < 0)
		return r;
	if (state == COUNTER_STOPPED)
		return err_set(err, ERR_NO, "it is not running");
	id = map_id(counter, root);
	r = pins_remove(root, counter, err);
	if (!r || r == -ERR_PARTIAL)
		wait_until_gone(id);
	return r;
}

int counter_stop(const struct counter *counter, const char *root, struct err *err)
{
	_cleanup_close_ int lock = -1;
	int r;

	r = pins_lock(root, false, &lock, err);
	if (r == -ERR_NO)
		err_set(err, ERR_NO, "it is not running");
	if (r >= 0)
		r = stop_locked(counter, root, err);
	return r < 0 ? err_wrap(err, "stop counter %s", counter->name) : 0;
}

const char *counter_state_name(enum counter_state state)
{
	static const char *const names[] = {
		[COUNTER_STOPPED] = "stopped",
		[COUNTER_RUNNING] = "running",
		[COUNTER_PARTIAL] = "partial",
	};

	return names[state];
}
