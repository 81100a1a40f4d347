/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "counter/counter.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <linux/magic.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#include "base/alloc.h"
#include "counter/pins.h"

#define TRACEFS		   "/sys/kernel/tracing"
#define TRACEFS_BY_DEBUGFS "/sys/kernel/debug/tracing"

static void close_object(struct bpf_object **object)
{
	bpf_object__close(*object);
}

static void destroy_link(struct bpf_link **link)
{
	bpf_link__destroy(*link);
}

/* err_sys() of a failed load or attach, with the capabilities where they are what is missing. */
static int refused(struct err *err, const char *what, int error)
{
	if (error == EPERM || error == EACCES)
		return err_set(err, ERR_DENIED,
			       "%s: not permitted; root may, or CAP_BPF and CAP_PERFMON", what);
	errno = error;
	return err_sys(err, "%s", what);
}

/* libbpf says of a tracepoint that it cannot find no more than "No such file or directory". */
static int check_tracepoint(const struct counter *counter, struct err *err)
{
	_cleanup_free_ char *path = mem_printf(TRACEFS "/events/%s/%s/id", counter->category,
					       counter->event);
	_cleanup_free_ char *debug_path = mem_printf(TRACEFS_BY_DEBUGFS "/events/%s/%s/id",
						     counter->category, counter->event);
	struct statfs fs;

	if (access(debug_path, R_OK) == 0 || access(path, R_OK) == 0)
		return 0;
	if (errno == EACCES)
		return refused(err, TRACEFS, errno);
	if (statfs(TRACEFS, &fs) == 0 && fs.f_type == TRACEFS_MAGIC)
		return err_set(err, ERR_SYSTEM, "this kernel has no tracepoint %s/%s",
			       counter->category, counter->event);
	return err_set(err, ERR_SYSTEM,
		       "no tracefs is mounted; 'mount -t tracefs tracefs " TRACEFS "' mounts it");
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
		return err_set(err, ERR_NO, "it is running already");
	if (state == COUNTER_PARTIAL && half_there && pins_look(root, counter) == PINS_OWN)
		return err_set(err, ERR_NO,
			       "an earlier start or stop was interrupted; "
			       "'mapctl counter stop %s' cleans up",
			       counter->name);
	return 0;
}

static int load(const struct counter *counter, struct bpf_object **ret, struct err *err)
{
	DECLARE_LIBBPF_OPTS(bpf_object_open_opts, options, .object_name = counter->name);
	_cleanup_(close_object) struct bpf_object *object = NULL;
	size_t size;
	const void *elf = counter->elf(&size);
	int r;

	object = bpf_object__open_mem(elf, size, &options);
	if (!object)
		return err_sys(err, "open its program");
	r = bpf_object__load(object);
	if (r < 0)
		return refused(err, "load its program", -r);
	*ret = object;
	object = NULL;
	return 0;
}

static int pin_all(const struct counter *counter, const char *root, struct bpf_object *object,
		   struct err *err)
{
	_cleanup_free_ char *link_path = pins_path(root, counter, PIN_LINK);
	_cleanup_(destroy_link) struct bpf_link *link = NULL;
	struct bpf_map *map;

	bpf_object__for_each_map(map, object)
	{
		_cleanup_free_ char *path = pins_path(root, counter, bpf_map__name(map));

		if (bpf_obj_pin(bpf_map__fd(map), path) < 0)
			return err_sys(err, "pin %s", path);
	}
	link = bpf_program__attach(bpf_object__next_program(object, NULL));
	if (!link)
		return refused(err, "attach its program", errno);
	/* Last: what has a link is complete. */
	if (bpf_obj_pin(bpf_link__fd(link), link_path) < 0)
		return err_sys(err, "pin %s", link_path);
	return 0;
}

static int pin_locked(const struct counter *counter, const char *root, struct bpf_object *object,
		      struct err *err)
{
	_cleanup_free_ char *folder = pins_path(root, counter, NULL);
	struct err ignored;
	int r;

	r = check_stopped(counter, root, true, err);
	if (r < 0)
		return r;
	/* It may be there already: empty, or with what somebody else has pinned. */
	if (mkdir(folder, 0755) < 0 && errno != EEXIST)
		return err_sys(err, "%s", folder);
	r = pin_all(counter, root, object, err);
	if (r < 0)
		pins_remove(root, counter, &ignored);
	return r;
}

static int start(const struct counter *counter, const char *root, struct err *err)
{
	_cleanup_(close_object) struct bpf_object *object = NULL;
	_cleanup_close_ int lock = -1;
	int r;

	/* Everything that can be refused comes before the first thing that stays behind. */
	r = check_stopped(counter, root, false, err);
	if (r >= 0)
		r = pins_check_mount(root, err);
	if (r >= 0)
		r = check_tracepoint(counter, err);
	if (r >= 0)
		r = load(counter, &object, err);
	if (r >= 0)
		r = pins_lock(root, true, &lock, err);
	if (r >= 0)
		r = pin_locked(counter, root, object, err);
	return r;
}

int counter_start(const struct counter *counter, const char *root, struct err *err)
{
	int r = start(counter, root, err);

	return r < 0 ? err_wrap(err, "start counter %s", counter->name) : 0;
}
