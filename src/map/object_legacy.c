/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* SEC("maps"): structs of numbers, found by their symbols, as maps were defined before BTF. */
#include <stdlib.h>
#include <string.h>

#include <bpf/btf.h>

#include "base/alloc.h"
#include "codec/btf_type.h"
#include "map/map_types.h"
#include "map/object_parts.h"

/* struct bpf_map_def as every loader had it; what some had behind it has to be zero. */
struct legacy {
	uint32_t type, key_size, value_size, max_entries, flags;
};

/* struct bpf_elf_map of iproute2, which nobody else has something of this size for. */
struct elf_map {
	struct legacy legacy;
	uint32_t id, pinning;	      /* pinning: 0 none, else by name */
	uint32_t inner_id, inner_idx; /* the id of a map that what it holds is like; a slot in it */
};

struct legacy_maps {
	struct object_reading *o;
	const struct object_section *section;
	struct object_symbol *symbol; /* by place */
	size_t n;
};

/* The type behind a member, where it is of that name and size, else 0. */
static uint32_t annotated(struct object_reading *o, const struct btf_member *m, const char *name,
			  uint32_t size)
{
	uint64_t bytes = 0;

	if (strcmp(btf_name(o->btf, m->name_off), name) != 0 ||
	    btf_bytes(o->btf, m->type, &o->links, &bytes) || bytes != size)
		return 0;
	return m->type;
}

/* BPF_ANNOTATE_KV_PAIR() left struct ____btf_map_NAME { key type; value type; }. */
static int annotate(struct object_reading *o, struct map_shape *shape, struct err *err)
{
	_cleanup_free_ char *name = mem_printf("____btf_map_%s", shape->name);
	const struct btf_type *pair = object_type(o, name, BTF_KIND_STRUCT);
	uint32_t key, value;

	if (!pair || btf_vlen(pair) != 2)
		return 0;
	key = annotated(o, &btf_members(pair)[0], "key", shape->key_size);
	value = annotated(o, &btf_members(pair)[1], "value", shape->value_size);
	return key && value ? object_give_types(o, shape, key, value, err) : 0;
}

static bool is_zero(const uint8_t *bytes, uint64_t n)
{
	while (n && !bytes[n - 1])
		n--;
	return !n;
}

static uint64_t size_of(const struct legacy_maps *maps, size_t i)
{
	const struct object_symbol *symbol = &maps->symbol[i];
	uint64_t end = i + 1 < maps->n ? symbol[1].at : maps->section->size;

	return symbol->size ? symbol->size : end - symbol->at;
}

/* False where more is said than is known. */
static bool read_one(const struct legacy_maps *maps, size_t i, struct elf_map *ret)
{
	const uint8_t *bytes = maps->section->data + maps->symbol[i].at;
	uint64_t size = size_of(maps, i), most = sizeof(struct legacy);

	if (size == sizeof(*ret))
		most = sizeof(*ret);
	most = size < most ? size : most;
	*ret = (struct elf_map){ 0 };
	memcpy(ret, bytes, most);
	return is_zero(bytes + most, size - most);
}

static void take_sizes(const struct legacy *legacy, struct map_shape *shape)
{
	shape->type = legacy->type;
	shape->key_size = legacy->key_size;
	shape->value_size = legacy->value_size;
	shape->max_entries = legacy->max_entries;
	shape->flags = legacy->flags;
}

static int take_inner(const struct legacy_maps *maps, const char *name, uint32_t id,
		      struct map_shape *shape, struct err *err)
{
	struct elf_map inner;
	size_t i = 0;

	if (maps->o->links < maps->n)
		return object_map_bad(maps->o, name, err, "is one of too many");
	maps->o->links -= maps->n;
	while (i < maps->n && !(read_one(maps, i, &inner) && inner.id == id))
		i++;
	if (i == maps->n)
		return object_map_bad(maps->o, name, err,
				      "holds maps like that of id %u, and none has this id", id);
	shape->inner = mem_zero(sizeof(*shape->inner));
	*shape->inner = MAP_SHAPE;
	shape->inner->name = mem_printf("%s.inner", name);
	take_sizes(&inner.legacy, shape->inner);
	return 0;
}

static int define(const struct legacy_maps *maps, size_t i, struct err *err)
{
	struct object_map map = { .shape = MAP_SHAPE, .section = maps->section->name };
	const char *name = maps->symbol[i].name;
	struct elf_map said;
	bool is_known = read_one(maps, i, &said);
	int r = 0;

	if (!said.legacy.type)
		return object_map_bad(maps->o, name, err, "has no type");
	if (!is_known)
		return object_map_bad(maps->o, name, err,
				      "says more than a struct bpf_map_def holds, and mapctl does "
				      "not know what");
	map.shape.name = mem_strdup(name);
	map.shape.pin_by_name = said.pinning;
	take_sizes(&said.legacy, &map.shape);
	if (map_type_find(said.legacy.type)->value == VALUE_MAP && said.inner_id)
		r = take_inner(maps, name, said.inner_id, &map.shape, err);
	if (!r)
		r = annotate(maps->o, &map.shape, err);
	if (r) {
		map_shape_done(&map.shape);
		return r;
	}
	return object_add(maps->o, &map, err);
}

static int compare_places(const void *a, const void *b)
{
	const struct object_symbol *left = a, *right = b;

	return left->at < right->at ? -1 : left->at > right->at;
}

/* The symbols of the section, by their place in it; false without memory. */
static bool find_symbols(struct legacy_maps *maps)
{
	const struct object_elf *elf = maps->o->elf;
	size_t section = (size_t)(maps->section - elf->section), n = 0;

	for (size_t i = 0; i < elf->n_symbols; i++)
		n += elf->symbol[i].section == section;
	maps->symbol = mem_try_array(n + 1, sizeof(*maps->symbol));
	if (!maps->symbol)
		return false;
	for (size_t i = 0; i < elf->n_symbols; i++)
		if (elf->symbol[i].section == section)
			maps->symbol[maps->n++] = elf->symbol[i];
	qsort(maps->symbol, maps->n, sizeof(*maps->symbol), compare_places);
	return true;
}

int object_read_legacy(struct object_reading *o, struct err *err)
{
	struct legacy_maps maps = { .o = o, .section = object_elf_section(o->elf, "maps") };
	int r = 0;

	if (!maps.section || !maps.section->data)
		return 0;
	if (!find_symbols(&maps))
		return err_sys(err, "reading %s", o->path);
	if (!maps.n && maps.section->size)
		r = err_set(err, ERR_USAGE,
			    "%s: where its maps are stands in its symbols, and it has none left: "
			    "it was stripped",
			    o->path);
	for (size_t i = 0; !r && i < maps.n; i++)
		r = define(&maps, i, err);
	free(maps.symbol);
	return r;
}
