/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/map.h"

#include <string.h>

#include "map/cidr.h"
#include "output/writer.h"

static bool cidr_write(const struct map *map, const struct label *label, const void *key,
		       struct writer *out)
{
	struct label name = *label;
	char spelled[CIDR_MAX];

	if (!map->has_cidr || map->is_numeric || !cidr_spell(key, map->info.key_size, spelled))
		return false;
	name.look = LOOK_NAME;
	writer_str(out, &name, spelled);
	return true;
}

static bool is_number(const struct map_type *type)
{
	return type->key == KEY_INDEX || type->key == KEY_NUMBER;
}

void map_write_key(const struct map *map, const struct label *label, const void *key,
		   struct writer *out)
{
	uint32_t number;

	if (map->type->key == KEY_PREFIX && cidr_write(map, label, key, out))
		return;
	if (map->key_plan) {
		plan_decode(map->key_plan, label, key, out);
		return;
	}
	if (is_number(map->type) && map->info.key_size == sizeof(number)) {
		memcpy(&number, key, sizeof(number));
		out->format->uint(out, label, number);
		return;
	}
	out->format->bytes(out, label, key, map->info.key_size);
}

void map_write_owner(const struct owner *owner, const struct label *label, struct writer *out)
{
	static const struct label label_pid = LABEL("pid"), label_fd = LABEL("fd");
	static const struct label label_path = LABEL("path"), label_cgroup = LABEL("cgroup");

	out->format->open(out, label, NEST_OBJECT);
	if (owner->path)
		writer_str(out, owner->kind == OWNER_CGROUP ? &label_cgroup : &label_path,
			   owner->path);
	else
		out->format->uint(out, &label_pid, owner->pid);
	if (owner->kind == OWNER_SOCKET)
		out->format->uint(out, &label_fd, owner->fd);
	out->format->close(out, NEST_OBJECT);
}

void map_write_value(const struct map *map, const struct label *label, const void *cell,
		     struct writer *out)
{
	if (map->type->write_value)
		map->type->write_value(map, cell, label, out);
	else if (map->value_plan)
		plan_decode(map->value_plan, label, cell, out);
	else
		out->format->bytes(out, label, cell, map->info.value_size);
}
