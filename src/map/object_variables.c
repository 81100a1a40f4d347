/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/object_variables.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <bpf/btf.h>

#include "base/alloc.h"
#include "codec/btf_copy.h"
#include "codec/btf_type.h"

struct variable {
	const char *name;
	uint32_t type_id; /* behind the VAR: of the object's BTF, then of the copy */
	uint32_t linkage; /* BTF_VAR_… */
	uint32_t align;	  /* of .kconfig alone */
	uint64_t offset, size;
};

struct variables {
	size_t n;
	struct variable *row;
};

/* The caller frees the rows; none where one of them is no variable. */
static struct variables variables_of(struct object_reading *o, const char *section)
{
	const struct btf_type *type = object_type(o, section, BTF_KIND_DATASEC);
	struct variables found = { 0 };

	if (!type || o->links < btf_vlen(type))
		return found;
	o->links -= btf_vlen(type);
	found.row = mem_zero((btf_vlen(type) + 1u) * sizeof(*found.row));
	for (uint32_t i = 0; i < btf_vlen(type); i++) {
		const struct btf_var_secinfo *info = &btf_var_secinfos(type)[i];
		const struct btf_type *var = btf__type_by_id(o->btf, info->type);

		if (!var || !btf_is_var(var)) {
			found.n = 0;
			break;
		}
		found.row[found.n++] = (struct variable){
			.name = btf_name(o->btf, var->name_off),
			.type_id = var->type,
			.linkage = btf_var(var)->linkage,
			.offset = info->offset,
			.size = info->size,
		};
	}
	return found;
}

bool object_has_shared_variables(struct object_reading *o, const char *section)
{
	struct variables all = variables_of(o, section);
	bool has = false;

	for (size_t i = 0; i < all.n; i++)
		has = has || all.row[i].linkage != BTF_VAR_STATIC;
	free(all.row);
	return has;
}

static void sort(struct variables *all, int (*compare)(const void *, const void *))
{
	if (all->n)
		qsort(all->row, all->n, sizeof(*all->row), compare);
}

static int compare_offsets(const void *a, const void *b)
{
	const struct variable *left = a, *right = b;

	return left->offset < right->offset ? -1 : left->offset > right->offset;
}

/* What needs most room to be aligned comes first, of these the smallest. */
static int compare_layout(const void *a, const void *b)
{
	const struct variable *left = a, *right = b;

	if (left->align != right->align)
		return left->align > right->align ? -1 : 1;
	if (left->size != right->size)
		return left->size < right->size ? -1 : 1;
	return strcmp(left->name, right->name);
}

/* A number, a truth, a word of the configuration, or a string: their alignment, else 0. */
static uint32_t alignment(struct object_reading *o, uint32_t type_id)
{
	struct btf_behind behind;

	if (btf_follow(o->btf, type_id, &o->links, &behind) || !behind.type)
		return 0;
	if (btf_is_array(behind.type) &&
	    (btf_follow(o->btf, btf_array(behind.type)->type, &o->links, &behind) || !behind.type))
		return 0;
	if (!btf_is_int(behind.type) && !btf_is_any_enum(behind.type))
		return 0;
	return behind.type->size <= BTF_POINTER_SIZE ? behind.type->size : 0;
}

/* The places of the variables of .kconfig; *ret is what they take. */
static int lay_out(struct object_reading *o, struct variables *all, uint64_t *ret, struct err *err)
{
	uint64_t end = 0;

	for (size_t i = 0; i < all->n; i++) {
		struct variable *v = &all->row[i];

		v->align = alignment(o, v->type_id);
		if (!v->align || btf_bytes(o->btf, v->type_id, &o->links, &v->size) ||
		    v->size > UINT32_MAX)
			return err_set(err, ERR_USAGE,
				       "%s: the kernel has no configuration of the type of '%s'",
				       o->path, v->name);
	}
	sort(all, compare_layout);
	for (size_t i = 0; i < all->n; i++) {
		struct variable *v = &all->row[i];

		v->offset = (end + v->align - 1) / v->align * v->align;
		v->linkage = BTF_VAR_GLOBAL_ALLOCATED;
		end = v->offset + v->size;
	}
	*ret = end;
	return 0;
}

int object_kconfig_size(struct object_reading *o, uint32_t *ret, struct err *err)
{
	struct variables all = variables_of(o, OBJECT_KCONFIG);
	uint64_t end = 0;
	int r = lay_out(o, &all, &end, err);

	if (!r && end > UINT32_MAX)
		r = err_set(err, ERR_USAGE, "%s: " OBJECT_KCONFIG " is larger than a map can be",
			    o->path);
	if (!r)
		*ret = (uint32_t)end;
	free(all.row);
	return r;
}

/* Static ones have their places already, others their symbols. */
static bool place(const struct object_reading *o, const char *section, struct variables *all)
{
	const struct object_section *data = object_elf_section(o->elf, section);

	for (size_t i = 0; i < all->n; i++) {
		struct variable *v = &all->row[i];
		const struct object_symbol *symbol;

		if (v->linkage == BTF_VAR_STATIC)
			continue;
		symbol = data ? object_elf_symbol(o->elf, data, v->name) : NULL;
		if (!symbol)
			return false;
		v->offset = symbol->at;
	}
	sort(all, compare_offsets);
	return true;
}

static bool is_identifier(const char *name)
{
	if (isdigit((unsigned char)*name))
		return false;
	for (const char *c = name; *c; c++)
		if (!isalnum((unsigned char)*c) && *c != '_' && *c != '.')
			return false;
	return *name;
}

/* As the kernel asks for it: one behind the other, inside the section, with proper names. */
static bool is_acceptable(const struct variables *all, uint32_t size)
{
	uint64_t end = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct variable *v = &all->row[i];

		if (v->linkage > BTF_VAR_GLOBAL_ALLOCATED || !is_identifier(v->name) || !v->size ||
		    v->offset < end)
			return false;
		end = v->offset + v->size;
	}
	return all->n && end <= size;
}

/* The id of the new DATASEC, or 0. */
static uint32_t copy(const struct object_reading *o, const char *section, struct variables *all,
		     uint32_t size)
{
	struct btf *into = o->into->btf;
	struct err ignored;
	int id = 0;

	for (size_t i = 0; i < all->n; i++) {
		struct variable *v = &all->row[i];

		if (btf_copy_type(o->copy, v->type_id, &v->type_id, &ignored))
			return 0;
	}
	for (size_t i = 0; i < all->n && id >= 0; i++) {
		struct variable *v = &all->row[i];

		id = btf__add_var(into, v->name, (int)v->linkage, (int)v->type_id);
		v->type_id = (uint32_t)id;
	}
	if (id > 0)
		id = btf__add_datasec(into, section, size);
	for (size_t i = 0; i < all->n && id > 0; i++)
		if (btf__add_datasec_var_info(into, (int)all->row[i].type_id,
					      (uint32_t)all->row[i].offset,
					      (uint32_t)all->row[i].size))
			return 0;
	return id > 0 ? (uint32_t)id : 0;
}

uint32_t object_copy_variables(struct object_reading *o, const char *section, uint32_t size)
{
	struct variables all = variables_of(o, section);
	uint64_t end;
	struct err ignored;
	uint32_t id = 0;
	bool is_placed = strcmp(section, OBJECT_KCONFIG) != 0 ? place(o, section, &all)
							      : !lay_out(o, &all, &end, &ignored);

	if (is_placed && is_acceptable(&all, size))
		id = copy(o, section, &all, size);
	free(all.row);
	return id;
}
