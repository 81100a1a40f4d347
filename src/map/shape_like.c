/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/shape_like.h"

#include <errno.h>

#include "base/alloc.h"
#include "kern/btf.h"
#include "kern/map_calls.h"
#include "map/map_limits.h"
#include "map/map_types.h"

/* An fd of the first map in it, -ENOENT where it has none, -errno. */
static int first_inside(int fd, const struct bpf_map_info *info)
{
	_cleanup_free_ void *key = mem_try_array(1, info->key_size);
	void *before = NULL;
	uint32_t id;
	int r = key ? 0 : -ENOMEM;

	for (uint32_t i = 0; !r && i < info->max_entries; i++) {
		r = kern_map_next_key(fd, before, key);
		before = key;
		if (r || kern_map_lookup(fd, key, &id, 0))
			continue;
		/* One that is gone by now is not the only one. */
		r = kern_map_by_id(id, false);
		if (r != -ENOENT)
			return r;
		r = 0;
	}
	return r ? r : -ENOENT;
}

static int like_inside(int fd, const struct bpf_map_info *info, struct map_shape *shape,
		       struct err *err)
{
	shape->inner_fd = first_inside(fd, info);
	if (shape->inner_fd >= 0)
		return 0;
	errno = -shape->inner_fd;
	shape->inner_fd = -1;
	if (errno == ENOENT)
		return err_set(err, ERR_USAGE,
			       "it is empty, and the kernel does not tell what its maps are like; "
			       "'inner_map MAP' does");
	return err_sys(err, "opening a map in it");
}

static int like_types(const struct bpf_map_info *info, struct map_shape *shape, struct err *err)
{
	int r;

	if (!info->btf_id || info->btf_vmlinux_value_type_id)
		return 0;
	r = kern_btf_get(info->btf_id, &shape->held_btf);
	if (r == -EPERM || r == -EACCES)
		return err_set(err, ERR_DENIED,
			       "reading its BTF needs CAP_SYS_ADMIN (run as root)");
	if (r) {
		errno = -r;
		return err_sys(err, "reading its BTF");
	}
	shape->btf = shape->held_btf;
	shape->btf_id = info->btf_id;
	shape->key_type_id = info->btf_key_type_id;
	shape->value_type_id = info->btf_value_type_id;
	return 0;
}

int map_shape_like(int fd, bool needs_inner, struct map_shape *ret, struct err *err)
{
	struct map_shape shape = MAP_SHAPE;
	struct bpf_map_info info;
	int r = kern_map_info(fd, &info);

	if (r) {
		errno = -r;
		return err_sys(err, "asking the kernel about the map");
	}
	shape.type = info.type;
	shape.key_size = info.key_size;
	shape.value_size = info.value_size;
	shape.max_entries = info.max_entries;
	shape.flags = info.map_flags & ~map_type_find(info.type)->limits->own_flags;
	shape.map_extra = info.map_extra;
	r = like_types(&info, &shape, err);
	if (!r && needs_inner && map_type_find(info.type)->value == VALUE_MAP)
		r = like_inside(fd, &info, &shape, err);
	if (r)
		map_shape_done(&shape);
	else
		*ret = shape;
	return r;
}
