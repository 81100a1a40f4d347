/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/map_name.h"

#include <string.h>

#include "base/alloc.h"
#include "kern/btf.h"
#include "kern/pins.h"
#include "map/map.h"

#define NAME_LEN (BPF_OBJ_NAME_LEN - 1)

bool map_name_is_cut(const struct bpf_map_info *info)
{
	return strnlen(info->name, BPF_OBJ_NAME_LEN) == NAME_LEN;
}

static bool goes_on(const struct bpf_map_info *info, const char *name)
{
	return !strncmp(name, info->name, NAME_LEN) && name[NAME_LEN];
}

const char *map_name_by_path(const struct bpf_map_info *info, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *file = slash ? slash + 1 : path;

	return goes_on(info, file) ? file : NULL;
}

static char *by_btf_id(const struct bpf_map_info *info)
{
	const struct btf *btf = NULL;
	const char *name;
	char *copy = NULL;

	if (!info->btf_id || kern_btf_get(info->btf_id, &btf) < 0)
		return NULL;
	name = map_name_by_btf(info, btf);
	if (name)
		copy = mem_strdup(name);
	kern_btf_put(btf);
	return copy;
}

const char *map_name_by_pins(const struct bpf_map_info *info, const struct map_pins *pins)
{
	size_t n = 0;
	const struct map_pin *pin = kern_pins_of(pins, info->id, &n);

	for (size_t i = 0; i < n; i++) {
		const char *name = map_name_by_path(info, pin[i].path);

		if (name)
			return name;
	}
	return NULL;
}

char *map_name_full(const struct bpf_map_info *info, struct map_pins **pins)
{
	const char *name;
	char *copy;

	if (!map_name_is_cut(info))
		return mem_printf("%.*s", BPF_OBJ_NAME_LEN, info->name);
	copy = by_btf_id(info);
	if (copy)
		return copy;
	if (!*pins)
		kern_pins_read(pins);
	name = map_name_by_pins(info, *pins);
	return name ? mem_strdup(name) : mem_printf("%.*s", BPF_OBJ_NAME_LEN, info->name);
}

void map_name_set(struct map *map, char *name)
{
	free(map->name);
	free(map->called);
	map->name = name;
	map->called = *name ? mem_printf("map %s", name) : mem_printf("map %u", map->info.id);
}

void map_load_names(struct map *const *maps, size_t n)
{
	struct map_pins *pins = NULL;

	for (size_t i = 0; i < n; i++)
		if (strlen(maps[i]->name) == NAME_LEN)
			map_name_set(maps[i], map_name_full(&maps[i]->info, &pins));
	kern_pins_free(pins);
}
