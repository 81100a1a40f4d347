/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/shape_types.h"

#include <errno.h>

#include <bpf/btf.h>

#include "base/alloc.h"
#include "codec/ctype_parse.h"
#include "kern/btf.h"
#include "map/map_limits.h"
#include "map/map_types.h"

static uint32_t *type_id_of(struct map_shape *shape, enum shape_part part)
{
	return part == SHAPE_KEY ? &shape->key_type_id : &shape->value_type_id;
}

static uint32_t *size_of(struct map_shape *shape, enum shape_part part)
{
	return part == SHAPE_KEY ? &shape->key_size : &shape->value_size;
}

void map_shape_size(struct map_shape *shape, enum shape_part part, uint32_t size)
{
	*type_id_of(shape, part) = 0;
	*size_of(shape, part) = size;
}

static int no_memory(struct err *err)
{
	errno = ENOMEM;
	return err_sys(err, "its types");
}

/* Types of its own, to add to: what it has so far keeps its ids. */
static int own_types(struct map_shape *shape, struct err *err)
{
	struct btf *btf;

	if (shape->own_btf)
		return 0;
	btf = btf__new_empty();
	if (!btf || (shape->btf && btf__add_btf(btf, shape->btf) < 0)) {
		btf__free(btf);
		return no_memory(err);
	}
	shape->btf = shape->own_btf = btf;
	shape->btf_id = 0;
	return 0;
}

int map_shape_type(struct map_shape *shape, enum shape_part part, const char *text, struct err *err)
{
	uint32_t id;
	int64_t size;
	int r = own_types(shape, err);

	if (!r)
		r = ctype_parse(text, shape->own_btf, kern_btf_vmlinux(), &id, err);
	if (r) {
		/* A name that nobody knows: the words were wrong. */
		err->code = err->code == ERR_NO ? ERR_USAGE : err->code;
		return -err->code;
	}
	size = btf__resolve_size(shape->own_btf, id);
	if (size < 0 || size > UINT32_MAX)
		return err_set(err, ERR_USAGE, "'%s' has no size that a map can have", text);
	*type_id_of(shape, part) = id;
	*size_of(shape, part) = (uint32_t)size;
	return 0;
}

static int add_int(struct btf *btf, int bytes)
{
	static const char *const names[] = {
		[1] = "unsigned char", [4] = "unsigned int", [8] = "unsigned long long"
	};

	return btf__add_int(btf, names[bytes], (size_t)bytes, 0);
}

static int add_bytes(struct btf *btf, uint32_t size)
{
	return btf__add_array(btf, add_int(btf, 4), add_int(btf, 1), size);
}

/* Negative where one of the steps was; ids of the types that the members have come negative too. */
static int add_prefix(struct btf *btf, uint32_t size)
{
	int length = add_int(btf, 4), address = add_bytes(btf, size - 4);
	int id = btf__add_struct(btf, NULL, size);

	if (btf__add_field(btf, "prefixlen", length, 0, 0) ||
	    btf__add_field(btf, "address", address, 32, 0))
		return -ENOMEM;
	return id;
}

static int add_cgroup(struct btf *btf, uint32_t size)
{
	int cgroup = add_int(btf, 8), attach = add_int(btf, 4), id;

	if (size == 8)
		return cgroup;
	id = btf__add_struct(btf, NULL, size);
	if (btf__add_field(btf, "cgroup_inode_id", cgroup, 0, 0) ||
	    btf__add_field(btf, "attach_type", attach, 64, 0))
		return -ENOMEM;
	return id;
}

/* The type for a key that has none: an id, 0 where it needs none, negative on failure. */
static int add_key(struct btf *btf, enum types_limits types, uint32_t size)
{
	switch (types) {
	case TYPES_INT_KEY:
		return add_int(btf, 4);
	case TYPES_PREFIX_KEY:
		return size < 5 ? 0 : add_prefix(btf, size);
	case TYPES_CGROUP_KEY:
		return add_cgroup(btf, size);
	case TYPES_EMPTY_KEY:
		return btf__add_struct(btf, NULL, 0);
	case TYPES_NO_KEY:
		return 0;
	default:
		return add_bytes(btf, size);
	}
}

static int fill(struct map_shape *shape, enum types_limits types, struct err *err)
{
	int key = (int)shape->key_type_id, value = (int)shape->value_type_id;
	int r = own_types(shape, err);

	if (r)
		return r;
	if (!key)
		key = add_key(shape->own_btf, types, shape->key_size);
	if (!value)
		value = add_bytes(shape->own_btf, shape->value_size);
	if (key < 0 || value < 0)
		return no_memory(err);
	shape->key_type_id = (uint32_t)key;
	shape->value_type_id = (uint32_t)value;
	return 0;
}

/* The kernel takes them without a type for the number of the slot. */
static bool is_variables(const struct map_shape *shape)
{
	const struct btf_type *value = shape->btf
					       ? btf__type_by_id(shape->btf, shape->value_type_id)
					       : NULL;

	return value && btf_is_datasec(value);
}

int map_shape_fill_types(struct map_shape *shape, struct err *err)
{
	const struct map_limits *limits = map_type_find(shape->type)->limits;
	bool has_key = shape->key_type_id, has_value = shape->value_type_id;

	if (limits->types == TYPES_NONE) {
		shape->key_type_id = shape->value_type_id = 0;
		return 0;
	}
	if (!has_key && !has_value && !limits->needs_types)
		return 0;
	if (has_key && has_value)
		return 0;
	if (has_value && (limits->types == TYPES_NO_KEY || is_variables(shape)))
		return 0;
	return fill(shape, limits->types, err);
}
