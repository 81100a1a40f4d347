/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/object.h"

#include <stdarg.h>
#include <string.h>

#include <bpf/btf.h>

#include "base/alloc.h"
#include "codec/btf_check.h"
#include "codec/btf_copy.h"
#include "kern/map_calls.h"
#include "map/create_sizes.h"
#include "map/object_elf.h"
#include "map/object_parts.h"

/* From type to type in one object: more are the work of a file that is to keep us busy. */
#define LINKS_MAX (16u << 20)

int object_map_bad(const struct object_reading *o, const char *name, struct err *err,
		   const char *fmt, ...)
{
	_cleanup_free_ char *what = NULL;
	va_list ap;

	va_start(ap, fmt);
	what = mem_vprintf(fmt, ap);
	va_end(ap);
	return err_set(err, ERR_USAGE, "%s: map '%s' %s", o->path, name, what);
}

const struct btf_type *object_type(struct object_reading *o, const char *name, uint32_t kind)
{
	uint32_t cost = o->btf ? btf__type_cnt(o->btf) : 0;
	int id;

	if (!o->btf || o->links < cost)
		return NULL;
	o->links -= cost;
	id = btf__find_by_name_kind(o->btf, name, kind);
	return id > 0 ? btf__type_by_id(o->btf, (uint32_t)id) : NULL;
}

static bool has_name(const struct object *object, const char *name)
{
	for (size_t i = 0; i < object->n; i++)
		if (!object->map[i].is_data && !strcmp(object->map[i].shape.name, name))
			return true;
	return false;
}

/* Loaders make something of sizes that the kernel does not take. */
static void size_as_loaders_do(struct map_shape *shape)
{
	const struct map_limits *limits = map_type_find(shape->type)->limits;
	uint32_t ring = map_ring_bytes(shape->max_entries);

	if (limits->entries == ENTRIES_CPUS && !shape->max_entries)
		shape->max_entries = kern_possible_cpus();
	if (limits->entries == ENTRIES_BYTES && shape->max_entries && ring)
		shape->max_entries = ring;
}

int object_add(const struct object_reading *o, struct object_map *map, struct err *err)
{
	struct object *into = o->into;
	int r = 0;

	if (into->n == OBJECT_MAX_MAPS)
		r = err_set(err, ERR_USAGE, "%s: defines more than %d maps", o->path,
			    OBJECT_MAX_MAPS);
	else if (!map->is_data && has_name(into, map->shape.name))
		r = object_map_bad(o, map->shape.name, err, "is defined twice");
	if (r) {
		map_shape_done(&map->shape);
		return r;
	}
	size_as_loaders_do(&map->shape);
	into->map = mem_more(into->map, into->n, &into->cap, sizeof(*into->map));
	into->map[into->n++] = *map;
	return 0;
}

int object_give_types(const struct object_reading *o, struct map_shape *shape, uint32_t key_id,
		      uint32_t value_id, struct err *err)
{
	int r = 0;

	if (key_id)
		r = btf_copy_type(o->copy, key_id, &shape->key_type_id, err);
	if (!r && value_id)
		r = btf_copy_type(o->copy, value_id, &shape->value_type_id, err);
	if (r) {
		err_wrap(err, "%s: map '%s': its types", o->path, shape->name);
		return r;
	}
	shape->btf = key_id || value_id ? o->into->btf : NULL;
	return 0;
}

/* Up to the first dot: what libbpf calls the object of conns.bpf.o. */
static char *name_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *file = slash ? slash + 1 : path;

	return mem_printf("%.*s", (int)strcspn(file, "."), file);
}

static int read_maps(struct object_reading *o, struct err *err)
{
	int r = object_read_definitions(o, err);

	if (!r)
		r = object_read_legacy(o, err);
	return r ? r : object_read_data(o, err);
}

/* The object's types, from memory that is aligned; *ret stays NULL where it has none. */
static int load_types(const char *path, const struct object_elf *elf, struct btf **ret,
		      struct err *err)
{
	const struct object_section *section = object_elf_section(elf, ".BTF");
	_cleanup_free_ void *copy = NULL;

	if (!section || !section->data)
		return 0;
	copy = section->size <= BTF_FILE_BYTES_MAX ? mem_try_array(1, section->size) : NULL;
	if (!copy)
		return err_set(err, ERR_USAGE, "%s: its BTF has more than %u MiB", path,
			       BTF_FILE_BYTES_MAX >> 20);
	memcpy(copy, section->data, section->size);
	if (btf_check(copy, section->size, NULL, err))
		return err_wrap(err, "%s", path);
	*ret = btf__new(copy, (uint32_t)section->size);
	return *ret ? 0 : err_sys(err, "%s: reading its BTF", path);
}

static int read_elf(const char *path, const struct object_elf *elf, struct object *into,
		    struct err *err)
{
	struct object_reading o = { .path = path, .elf = elf, .links = LINKS_MAX, .into = into };
	struct btf *btf = NULL;
	int r = load_types(path, elf, &btf, err);

	if (r)
		return r;
	o.btf = btf;
	if (btf) {
		into->btf = btf__new_empty();
		if (!into->btf)
			r = err_sys(err, "%s: reading its BTF", path);
		else
			o.copy = btf_copy_new(btf, into->btf);
	}
	if (!r)
		r = read_maps(&o, err);
	btf_copy_free(o.copy);
	btf__free(btf);
	return r;
}

int object_read_bytes(const char *path, void *bytes, size_t size, struct object **ret,
		      struct err *err)
{
	struct object_elf elf = { 0 };
	struct object *object;
	int r = object_elf_open(path, bytes, size, &elf, err);

	if (r)
		return r;
	object = mem_zero(sizeof(*object));
	object->name = name_of(path);
	r = read_elf(path, &elf, object, err);
	object_elf_done(&elf);
	if (r) {
		object_free(object);
		return r;
	}
	*ret = object;
	return 0;
}

struct object *object_free(struct object *object)
{
	if (!object)
		return NULL;
	for (size_t i = 0; i < object->n; i++)
		map_shape_done(&object->map[i].shape);
	free(object->map);
	btf__free(object->btf);
	free(object->name);
	free(object->file);
	free(object);
	return NULL;
}
