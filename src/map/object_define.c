/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * A BTF-style definition: a struct whose members are no data, but say something by their types,
 * as bpf_helpers.h of libbpf lays down: __uint(), __ulong(), __type(), __array().
 */
#include <errno.h>
#include <string.h>

#include <bpf/btf.h>
#include <linux/bpf.h>

#include "base/alloc.h"
#include "codec/btf_type.h"
#include "map/map_types.h"
#include "map/object_parts.h"

/* A struct with more members defines no map. */
#define MEMBERS_MAX 64

enum { PIN_NONE, PIN_BY_NAME, PINNINGS }; /* LIBBPF_PIN_… */

struct definition {
	struct object_reading *o;
	const char *name;
	struct map_shape *shape;
	uint32_t key_id, value_id; /* of the object's types; 0: none */
	uint32_t values;	   /* the struct that defines the inner maps; 0: none */
};

static int bad_member(const struct definition *d, const char *member, struct err *err)
{
	return object_map_bad(d->o, d->name, err, "has a member '%s' that is written otherwise",
			      member);
}

static int follow(const struct definition *d, uint32_t id, struct btf_behind *ret, struct err *err)
{
	int r = btf_follow(d->o->btf, id, &d->o->links, ret);

	return r ? object_map_bad(d->o, d->name, err,
				  r == -ELOOP ? "has a type that never ends"
					      : "has a type that is not there")
		 : 0;
}

/* What a pointer points to. */
static int target(const struct definition *d, uint32_t id, const char *member, uint32_t *ret,
		  struct err *err)
{
	struct btf_behind behind;
	int r = follow(d, id, &behind, err);

	if (!r && (!behind.type || !btf_is_ptr(behind.type)))
		r = bad_member(d, member, err);
	if (!r)
		*ret = behind.type->type;
	return r;
}

/* __uint(name, N) is int (*name)[N]; __ulong(name, N) is enum { … = N } name. */
static int number(const struct definition *d, const struct btf_member *m, const char *member,
		  uint64_t *ret, struct err *err)
{
	struct btf_behind behind;
	uint32_t array = 0;
	int r = follow(d, m->type, &behind, err);

	if (!r && behind.type && btf_is_enum64(behind.type) && btf_vlen(behind.type) == 1) {
		*ret = btf_enum64_value(btf_enum64(behind.type));
		return 0;
	}
	if (!r && behind.type && btf_is_enum(behind.type) && btf_vlen(behind.type) == 1) {
		*ret = (uint32_t)btf_enum(behind.type)->val;
		return 0;
	}
	if (!r)
		r = target(d, m->type, member, &array, err);
	if (!r)
		r = follow(d, array, &behind, err);
	if (r)
		return r;
	if (!behind.type || !btf_is_array(behind.type))
		return bad_member(d, member, err);
	*ret = btf_array(behind.type)->nelems;
	return 0;
}

/* A size may be said twice, by its type too, but not in two ways. */
static int set(const struct definition *d, uint32_t *field, uint64_t value, const char *what,
	       struct err *err)
{
	if (value > UINT32_MAX)
		return object_map_bad(d->o, d->name, err, "has a %s that is too large", what);
	if (*field && *field != value)
		return object_map_bad(d->o, d->name, err, "has a %s that is both %u and %u", what,
				      *field, (uint32_t)value);
	*field = (uint32_t)value;
	return 0;
}

/* __type(key, struct flow) is struct flow *key. */
static int sized_type(const struct definition *d, const struct btf_member *m, const char *side,
		      const char *what, uint32_t *size, uint32_t *ret_id, struct err *err)
{
	uint32_t id = 0;
	uint64_t bytes = 0;
	int r = target(d, m->type, side, &id, err);

	if (!r && btf_bytes(d->o->btf, id, &d->o->links, &bytes))
		r = object_map_bad(d->o, d->name, err, "has a %s whose type never ends", side);
	if (!r && !id)
		r = object_map_bad(d->o, d->name, err, "has a %s of type void", side);
	if (!r)
		r = set(d, size, bytes, what, err);
	if (!r)
		*ret_id = id;
	return r;
}

static int take_key(struct definition *d, const struct btf_member *m, struct err *err)
{
	return sized_type(d, m, "key", "key_size", &d->shape->key_size, &d->key_id, err);
}

static int take_value(struct definition *d, const struct btf_member *m, struct err *err)
{
	return sized_type(d, m, "value", "value_size", &d->shape->value_size, &d->value_id, err);
}

/* __array(values, struct inner) is struct inner *values[]; of programs: int (*values[])(). */
static int take_values(struct definition *d, const struct btf_member *m, struct err *err)
{
	struct btf_behind behind;
	uint32_t id = 0;
	int r = follow(d, m->type, &behind, err);

	if (!r && (!behind.type || !btf_is_array(behind.type)))
		return bad_member(d, "values", err);
	if (!r)
		r = target(d, btf_array(behind.type)->type, "values", &id, err);
	if (!r)
		r = follow(d, id, &behind, err);
	if (!r)
		r = set(d, &d->shape->value_size, sizeof(uint32_t), "value_size", err);
	if (!r && behind.type && btf_is_struct(behind.type))
		d->values = behind.id;
	return r;
}

static int take_extra(struct definition *d, const struct btf_member *m, struct err *err)
{
	return number(d, m, "map_extra", &d->shape->map_extra, err);
}

static int take_pinning(struct definition *d, const struct btf_member *m, struct err *err)
{
	uint64_t way = 0;
	int r = number(d, m, "pinning", &way, err);

	if (!r && way >= PINNINGS)
		r = object_map_bad(d->o, d->name, err,
				   "is to be pinned in way %llu; known are 0 "
				   "and 1",
				   (unsigned long long)way);
	if (!r)
		d->shape->pin_by_name = way == PIN_BY_NAME;
	return r;
}

static const struct member {
	const char *name;
	size_t number; /* the offset of a uint32_t in struct map_shape */
	int (*take)(struct definition *d, const struct btf_member *m, struct err *err);
} members[] = {
	{ "type", offsetof(struct map_shape, type), NULL },
	{ "key_size", offsetof(struct map_shape, key_size), NULL },
	{ "value_size", offsetof(struct map_shape, value_size), NULL },
	{ "max_entries", offsetof(struct map_shape, max_entries), NULL },
	{ "map_flags", offsetof(struct map_shape, flags), NULL },
	{ "numa_node", offsetof(struct map_shape, numa_node), NULL },
	{ "map_extra", 0, take_extra },
	{ "key", 0, take_key },
	{ "value", 0, take_value },
	{ "values", 0, take_values },
	{ "pinning", 0, take_pinning },
};

static int take_member(struct definition *d, const struct btf_member *m, struct err *err)
{
	const char *name = btf_name(d->o->btf, m->name_off);
	uint64_t value = 0;
	int r;

	for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++) {
		const struct member *row = &members[i];

		if (strcmp(row->name, name) != 0)
			continue;
		if (row->take)
			return row->take(d, m, err);
		r = number(d, m, name, &value, err);
		return r ? r
			 : set(d, (uint32_t *)((char *)d->shape + row->number), value, name, err);
	}
	return object_map_bad(d->o, d->name, err,
			      "has a member '%s', and mapctl does not know what it means", name);
}

static int take_members(struct definition *d, uint32_t type_id, struct err *err)
{
	struct btf_behind behind;
	int r = follow(d, type_id, &behind, err);

	if (!r && (!behind.type || !btf_is_struct(behind.type)))
		r = object_map_bad(d->o, d->name, err, "is not defined by a struct");
	if (!r && btf_vlen(behind.type) > MEMBERS_MAX)
		r = object_map_bad(d->o, d->name, err, "is defined by a struct of %u members",
				   btf_vlen(behind.type));
	for (uint32_t i = 0; !r && i < btf_vlen(behind.type); i++)
		r = take_member(d, &btf_members(behind.type)[i], err);
	if (!r && !d->shape->type)
		r = object_map_bad(d->o, d->name, err, "has no type");
	return r ? r : object_give_types(d->o, d->shape, d->key_id, d->value_id, err);
}

/* Named after its map, as libbpf does. */
static int define_inner(const struct definition *outer, struct err *err)
{
	struct map_shape *shape = mem_zero(sizeof(*shape));
	struct definition d = { .o = outer->o, .name = outer->name, .shape = shape };
	int r;

	*shape = MAP_SHAPE;
	shape->name = mem_printf("%s.inner", outer->name);
	outer->shape->inner = shape;
	r = take_members(&d, outer->values, err);
	if (!r && (d.values || shape->pin_by_name))
		r = object_map_bad(outer->o, outer->name, err,
				   "has inner maps that %s, and they cannot",
				   d.values ? "hold maps themselves" : "are to be pinned");
	return r;
}

int object_define(struct object_reading *o, const char *name, uint32_t type_id,
		  struct map_shape *ret, struct err *err)
{
	struct map_shape shape = MAP_SHAPE;
	struct definition d = { .o = o, .name = name, .shape = &shape };
	int r;

	shape.name = mem_strdup(name);
	r = take_members(&d, type_id, err);
	if (!r && d.values)
		r = map_type_find(shape.type)->value == VALUE_MAP
			    ? define_inner(&d, err)
			    : object_map_bad(o, name, err,
					     "has values that are maps, and its type "
					     "holds none");
	if (r) {
		map_shape_done(&shape);
		return r;
	}
	*ret = shape;
	return 0;
}
