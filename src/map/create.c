/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/create.h"

#include <errno.h>

#include "base/alloc.h"
#include "kern/map_create.h"
#include "map/create_parts.h"
#include "map/map_limits.h"
#include "map/map_types.h"

#define NO_PARTS ((struct shape_parts){ -1, -1, -1, -1 })

static void parts_done(struct shape_parts *parts)
{
	fd_closep(&parts->own_inner);
	fd_closep(&parts->own_btf);
}

static bool has_types(const struct map_shape *shape)
{
	return (shape->btf || shape->btf_id) && (shape->key_type_id || shape->value_type_id) &&
	       map_type_find(shape->type)->limits->types != TYPES_NONE;
}

static int types_failed(int r, struct err *err)
{
	if (r == -EINVAL)
		return err_set(err, ERR_USAGE, "the kernel does not take the BTF of its types");
	if (r == -E2BIG)
		return err_set(
			err, ERR_USAGE,
			"the kernel takes no more than one lock, one timer and one workqueue "
			"in a value");
	if (r == -ENOENT)
		return err_set(err, ERR_NO, "the BTF of its types is gone");
	if (r == -EPERM || r == -EACCES)
		return shape_denied(err);
	errno = -r;
	return err_sys(err, "loading the BTF of its types");
}

static int load_types(const struct map_shape *shape, struct shape_parts *parts, struct err *err)
{
	if (!has_types(shape))
		return 0;
	if (shape->btf_id)
		parts->btf_fd = parts->own_btf = kern_btf_fd_by_id(shape->btf_id);
	else
		/* Loading leaves its types as they are. */
		parts->btf_fd = kern_btf_load((struct btf *)shape->btf);
	return parts->btf_fd < 0 ? types_failed(parts->btf_fd, err) : 0;
}

static int make_inner(const struct map_shape *shape, struct shape_parts *parts, struct err *err)
{
	int r = 0;

	parts->inner_fd = shape->inner_fd;
	if (shape->inner_fd < 0 && shape->inner) {
		r = map_create(shape->inner, &parts->own_inner, err);
		parts->inner_fd = parts->own_inner;
	}
	return r ? err_wrap(err, "the map inside") : 0;
}

int shape_attempt(const struct map_shape *shape, const struct shape_parts *parts)
{
	bool typed = parts->btf_fd >= 0 && (shape->key_type_id || shape->value_type_id);
	const struct kern_new_map map = {
		.name = shape->name,
		.type = shape->type,
		.key_size = shape->key_size,
		.value_size = shape->value_size,
		.max_entries = shape->max_entries,
		.flags = shape->flags,
		.map_extra = shape->map_extra,
		.numa_node = shape->numa_node,
		.ifindex = shape->ifindex,
		.inner_fd = parts->inner_fd >= 0 ? parts->inner_fd : 0,
		.btf_fd = typed ? parts->btf_fd : 0,
		.key_type_id = typed ? shape->key_type_id : 0,
		.value_type_id = typed ? shape->value_type_id : 0,
	};

	return kern_map_create(&map);
}

int map_create(const struct map_shape *shape, int *ret_fd, struct err *err)
{
	_cleanup_(parts_done) struct shape_parts parts = NO_PARTS;
	int fd, r = map_shape_check(shape, err);

	if (!r)
		r = make_inner(shape, &parts, err);
	if (!r)
		r = load_types(shape, &parts, err);
	if (r)
		return r;
	fd = shape_attempt(shape, &parts);
	if (fd < 0)
		return shape_refused(shape, &parts, -fd, err);
	*ret_fd = fd;
	return 0;
}
