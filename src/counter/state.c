/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "counter/counter.h"

#include <errno.h>
#include <net/if.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "counter/dev.h"
#include "counter/link.h"
#include "counter/pins.h"
#include "kern/map_calls.h"

#define WAIT_PAUSES 250 /* of 2 ms */

static enum counter_state state_of_link(const struct counter *counter, const char *root)
{
	struct link_facts link;

	if (counter->hook == HOOK_XDP && !link_look(counter, root, &link) && link.is_detached)
		return COUNTER_DETACHED;
	return COUNTER_RUNNING;
}

int counter_look(const struct counter *counter, const char *root, enum counter_state *ret,
		 struct err *err)
{
	_cleanup_free_ char *folder = pins_path(root, counter, NULL);
	_cleanup_free_ char *link = pins_path(root, counter, PIN_LINK);
	struct stat st;

	if (stat(link, &st) == 0)
		*ret = state_of_link(counter, root);
	else if (errno != ENOENT)
		return pins_refused(folder, err);
	else if (stat(folder, &st) == 0 && pins_look(root, counter) != PINS_FOREIGN)
		*ret = COUNTER_PARTIAL;
	else
		*ret = COUNTER_STOPPED;
	return 0;
}

uint32_t counter_id(const struct counter *counter, const char *root)
{
	struct link_facts link;

	return link_look(counter, root, &link) ? 0 : link.id;
}

char *counter_dev(const struct counter *counter, const char *root)
{
	char name[IF_NAMESIZE];
	struct link_facts link;
	uint32_t prog_id;

	if (link_look(counter, root, &link) || !link.ifindex)
		return NULL;
	/* In another namespace the number may be that of another interface. */
	if (if_indextoname(link.ifindex, name) && !dev_program(link.ifindex, &prog_id) &&
	    prog_id == link.prog_id)
		return mem_strdup(name);
	return mem_printf("%u", link.ifindex);
}

char *counter_map_path(const struct counter *counter, const char *root, const char *map)
{
	return pins_path(root, counter, map);
}

/* The cells of all CPUs; of a map that is not per CPU the kernel fills the first alone. */
static int read_lost(int fd, uint64_t *ret)
{
	uint32_t cpus = kern_possible_cpus(), key = 0;
	_cleanup_free_ uint64_t *cells = mem_try_array(cpus + 1, sizeof(*cells));
	struct bpf_map_info info;
	int r;

	if (!cpus || !cells)
		return cells ? -ENODATA : -ENOMEM;
	r = kern_map_info(fd, &info);
	/* What somebody else has put there would not fit. */
	if (!r && (info.key_size != sizeof(key) || info.value_size != sizeof(*cells)))
		r = -EMEDIUMTYPE;
	if (r)
		return r;
	r = kern_map_lookup(fd, &key, cells, 0);
	*ret = 0;
	for (uint32_t i = 0; !r && i < cpus; i++)
		*ret += cells[i];
	return r;
}

int counter_lost(const struct counter *counter, const char *root, uint64_t *ret, struct err *err)
{
	_cleanup_free_ char *path = pins_path(root, counter, counter->lost);
	uint64_t lost = 0;
	int r = 0;

	if (counter->lost) {
		_cleanup_close_ int fd = kern_map_by_pin(path, false);

		r = fd < 0 ? fd : read_lost(fd, &lost);
	}
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
	_cleanup_free_ char *path = pins_path(root, counter, counter->maps[0]);
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

/* id: of the run that is to be stopped, NULL: whichever it is. */
static int stop_locked(const struct counter *counter, const char *root, const uint32_t *id,
		       struct err *err)
{
	enum counter_state state;
	uint32_t map;
	int r;

	r = counter_look(counter, root, &state, err);
	if (r < 0)
		return r;
	if (state == COUNTER_STOPPED)
		return err_set(err, ERR_NO, "it is not running");
	if (id && (!*id || counter_id(counter, root) != *id))
		return err_set(err, ERR_NO, "it is another run by now");
	map = map_id(counter, root);
	r = pins_remove(root, counter, err);
	if (!r || r == -ERR_PARTIAL)
		wait_until_gone(map);
	return r;
}

static int stop(const struct counter *counter, const char *root, const uint32_t *id,
		struct err *err)
{
	_cleanup_close_ int lock = -1;
	int r;

	r = pins_lock(root, false, &lock, err);
	if (r == -ERR_NO)
		err_set(err, ERR_NO, "it is not running");
	if (r >= 0)
		r = stop_locked(counter, root, id, err);
	return r < 0 ? err_wrap(err, "stop counter %s", counter->name) : 0;
}

int counter_stop(const struct counter *counter, const char *root, struct err *err)
{
	return stop(counter, root, NULL, err);
}

int counter_stop_one(const struct counter *counter, const char *root, uint32_t id, struct err *err)
{
	return stop(counter, root, &id, err);
}

const char *counter_state_name(enum counter_state state)
{
	static const char *const names[] = {
		[COUNTER_STOPPED] = "stopped",
		[COUNTER_RUNNING] = "running",
		[COUNTER_PARTIAL] = "partial",
		[COUNTER_DETACHED] = "detached",
	};

	return names[state];
}
