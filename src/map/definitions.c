/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What the .maps section of a BTF object defines. */
#include "map/map_name.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <bpf/btf.h>

#include "base/alloc.h"

#define NAME_LEN (BPF_OBJ_NAME_LEN - 1)

/* An object over these defines nothing: it was made to keep us busy. */
#define DEFINITIONS_MAX 1024
#define LOOKS_MAX	(256 * 1024) /* at variables, members and typedefs */

/* u32 *key; u64 *value: the types behind the pointers, 0 where there is no such member */
struct definition {
	uint32_t name; /* an offset in the BTF's strings */
	uint32_t key, value;
};

struct definitions {
	uint32_t btf_id; /* 0: of none */
	size_t n, cap;
	struct definition *row;
	uint32_t looks; /* that are left */
};

static bool look(struct definitions *all)
{
	return all->looks && all->looks--;
}

/* A chain of typedefs is as long as its author likes, but does not loop. */
static const struct btf_type *follow(const struct btf *btf, uint32_t id, struct definitions *all)
{
	const struct btf_type *t = btf__type_by_id(btf, id);

	while (t && (btf_is_typedef(t) || btf_is_mod(t)) && look(all))
		t = btf__type_by_id(btf, t->type);
	return t;
}

static void take_member(const struct btf *btf, const struct btf_member *m, struct definition *ret)
{
	const struct btf_type *type = btf__type_by_id(btf, m->type);
	const char *name = btf__name_by_offset(btf, m->name_off);

	if (!name || !type || !btf_is_ptr(type))
		return;
	if (!strcmp(name, "key") && !ret->key)
		ret->key = type->type;
	else if (!strcmp(name, "value") && !ret->value)
		ret->value = type->type;
}

static void take_variable(const struct btf *btf, uint32_t id, struct definitions *all)
{
	const struct btf_type *var = btf__type_by_id(btf, id);
	const char *name = var ? btf__name_by_offset(btf, var->name_off) : NULL;
	const struct btf_type *type;
	struct definition found = { 0 };

	if (!look(all) || !name || !btf_is_var(var) || strnlen(name, NAME_LEN + 1) <= NAME_LEN)
		return;
	type = follow(btf, var->type, all);
	if (!type || !btf_is_struct(type))
		return;
	found.name = var->name_off;
	for (uint32_t i = 0; i < btf_vlen(type) && look(all); i++)
		take_member(btf, &btf_members(type)[i], &found);
	all->row = mem_more(all->row, all->n, &all->cap, sizeof(*all->row));
	all->row[all->n++] = found;
}

static void definitions_read(const struct btf *btf, uint32_t btf_id, struct definitions *all)
{
	int id = btf__find_by_name_kind(btf, ".maps", BTF_KIND_DATASEC);
	const struct btf_type *section = id > 0 ? btf__type_by_id(btf, (uint32_t)id) : NULL;

	all->btf_id = btf_id;
	all->n = 0;
	all->looks = LOOKS_MAX;
	for (uint32_t i = 0; section && i < btf_vlen(section) && all->n <= DEFINITIONS_MAX; i++)
		take_variable(btf, btf_var_secinfos(section)[i].type, all);
	if (!all->looks || all->n > DEFINITIONS_MAX)
		all->n = 0;
}

/* Maps of one object mostly come one behind the other. */
static const struct definitions *definitions_of(const struct btf *btf, uint32_t btf_id)
{
	static struct definitions last;

	if (!btf_id || last.btf_id != btf_id)
		definitions_read(btf, btf_id, &last);
	return &last;
}

const char *map_name_by_btf(const struct bpf_map_info *info, const struct btf *btf)
{
	const struct definitions *all;
	const char *found = NULL;

	/* Its BTF is the kernel's, and what it is itself is no member of .maps. */
	if (info->btf_vmlinux_value_type_id)
		return NULL;
	all = definitions_of(btf, info->btf_id);
	for (size_t i = 0; i < all->n; i++) {
		const struct definition *d = &all->row[i];
		const char *name = btf__name_by_offset(btf, d->name);

		if (d->key != info->btf_key_type_id || d->value != info->btf_value_type_id ||
		    !name || strncmp(name, info->name, NAME_LEN) != 0)
			continue;
		if (found)
			return NULL;
		found = name;
	}
	return found;
}
