/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/record_look.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "codec/btf_find.h"
#include "codec/btf_type.h"
#include "map/map.h"
#include "map/map_name.h"

#define LINKS_MAX (256 * 1024) /* from type to type; BTF over that says nothing */
#define NAME_LEN  (BPF_OBJ_NAME_LEN - 1)

/* A slot of a perf event array is the number of an open file: not what its records are. */
static bool is_slot(const struct map *map, const struct btf_type *type)
{
	return map->type->value == VALUE_EVENT && btf_is_int(type) && type->size == 4;
}

/* u64 *value: the type behind the pointer. */
static uint32_t value_of(const struct btf *btf, const struct btf_type *def, const struct map *map,
			 uint64_t *links)
{
	const struct btf_member *m = btf_members(def);
	struct btf_behind behind, value;
	uint64_t bytes = 0;

	for (uint32_t i = 0; i < btf_vlen(def) && *links; i++, m++, --*links) {
		if (strcmp(btf_name(btf, m->name_off), "value") != 0)
			continue;
		if (btf_follow(btf, m->type, links, &behind) || !behind.type ||
		    !btf_is_ptr(behind.type) || btf_follow(btf, behind.type->type, links, &value) ||
		    !value.type || is_slot(map, value.type) ||
		    btf_bytes(btf, behind.type->type, links, &bytes))
			return 0;
		return bytes ? behind.type->type : 0;
	}
	return 0;
}

/* 2: it is the map's name; 1: it goes on where the kernel has cut it; 0: another's. */
static int is_name_of(const struct map *map, const char *name)
{
	if (!strcmp(name, map->name))
		return *name ? 2 : 0;
	return map_name_is_cut(&map->info) && !strncmp(name, map->info.name, NAME_LEN);
}

/* The variable's struct, or NULL. */
static const struct btf_type *definition_find(const struct btf *btf, const struct map *map,
					      const char **ret_name, uint64_t *links)
{
	uint32_t section_id = btf_find(btf, ".maps", BTF_KINDS(BTF_KIND_DATASEC));
	const struct btf_type *section = btf__type_by_id(btf, section_id), *var = NULL;
	struct btf_behind behind;
	int best = 0;

	for (uint32_t i = 0; section_id && i < btf_vlen(section) && *links; i++, --*links) {
		const struct btf_type *t = btf__type_by_id(btf, btf_var_secinfos(section)[i].type);
		int match = t && btf_is_var(t) ? is_name_of(map, btf_name(btf, t->name_off)) : 0;

		if (match && match >= best) {
			var = match > best ? t : NULL; /* of two that begin so, neither */
			best = match;
		}
	}
	if (!var || btf_follow(btf, var->type, links, &behind) || !btf_is_aggregate(behind.type))
		return NULL;
	*ret_name = btf_name(btf, var->name_off);
	return behind.type;
}

uint32_t record_defined(const struct btf *btf, const struct map *map, const char **ret_name)
{
	uint64_t links = LINKS_MAX;
	const struct btf_type *def = definition_find(btf, map, ret_name, &links);

	return def ? value_of(btf, def, map, &links) : 0;
}

static bool is_among(const struct btf *btf, uint32_t id, const uint32_t *ids, size_t n,
		     uint64_t *links)
{
	struct btf_behind behind;

	for (size_t i = 0; i < n; i++)
		if (!btf_follow(btf, ids[i], links, &behind) && behind.id == id)
			return true;
	return false;
}

/* A struct without a name of its own goes by the typedef's. */
static size_t add_named(const struct btf *btf, const char *name, uint32_t *ret, size_t n)
{
	const uint32_t kinds = BTF_KINDS_STRUCT | BTF_KINDS_UNION | BTF_KINDS_TYPEDEF;
	uint64_t links = LINKS_MAX;
	struct btf_behind behind;

	for (uint32_t id = btf_find(btf, name, kinds); id && n < RECORD_NAMED_MAX;
	     id = btf_find_behind(btf, id, name, kinds)) {
		if (btf_follow(btf, id, &links, &behind) || !btf_is_aggregate(behind.type) ||
		    !behind.type->size || is_among(btf, behind.id, ret, n, &links))
			continue;
		ret[n++] = behind.type->name_off ? behind.id : id;
	}
	return n;
}

size_t record_named(const struct btf *btf, const char *map_name, uint32_t ret[RECORD_NAMED_MAX])
{
	size_t len = strlen(map_name), n = 0;
	char name[256];

	if (!len || len > sizeof(name) - sizeof("_t"))
		return 0;
	for (size_t cut = 0; cut <= (len > 1 && map_name[len - 1] == 's'); cut++) {
		snprintf(name, sizeof(name), "%.*s", (int)(len - cut), map_name);
		n = add_named(btf, name, ret, n);
		strcat(name, "_t");
		n = add_named(btf, name, ret, n);
	}
	return n;
}
