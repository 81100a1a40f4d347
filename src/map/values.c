/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/values.h"

#include <string.h>

#include <linux/bpf.h>

#include "map/map.h"
#include "map/names.h"
#include "output/writer.h"

static const struct label id_label = LABEL("id");
static const struct label name_label = LABEL_LOOK("name", LOOK_NAME);
static const struct label ifindex_label = LABEL("ifindex");
static const struct label ifname_label = LABEL_LOOK("ifname", LOOK_NAME);
static const struct label program_label = LABEL("program");
static const struct label qsize_label = LABEL("qsize");
static const struct label cookie_label = LABEL("cookie");

static uint32_t u32_at(const void *value, size_t offset)
{
	uint32_t n;

	memcpy(&n, (const char *)value + offset, sizeof(n));
	return n;
}

static uint64_t u64_at(const void *value, size_t offset)
{
	uint64_t n;

	memcpy(&n, (const char *)value + offset, sizeof(n));
	return n;
}

static void name_write(const struct map *map, const struct label *label,
		       const struct name_table *table, uint32_t id, struct writer *out)
{
	const char *name = names_find(table, id);

	if (map->is_numeric)
		return;
	if (name)
		writer_str(out, label, name);
	else
		out->format->null(out, label, NULL);
}

static void named_id_write(const struct map *map, const struct label *label,
			   const struct name_table *table, uint32_t id, struct writer *out)
{
	out->format->open(out, label, NEST_OBJECT);
	out->format->uint(out, &id_label, id);
	name_write(map, &name_label, table, id, out);
	out->format->close(out, NEST_OBJECT);
}

void value_write_map(const struct map *map, const void *value, const struct label *label,
		     struct writer *out)
{
	named_id_write(map, label, &map->names.maps, u32_at(value, 0), out);
}

void value_write_program(const struct map *map, const void *value, const struct label *label,
			 struct writer *out)
{
	named_id_write(map, label, &map->names.programs, u32_at(value, 0), out);
}

uint32_t value_program_id(const struct map *map, const void *value)
{
	return u32_at(value, map->info.value_size >= 8 ? 4 : 0);
}

/* The second half of struct bpf_devmap_val and bpf_cpumap_val. */
static void second_half_write(const struct map *map, const void *value, struct writer *out)
{
	uint32_t id;

	if (map->info.value_size < 8)
		return;
	id = value_program_id(map, value);
	if (id)
		named_id_write(map, &program_label, &map->names.programs, id, out);
	else
		out->format->null(out, &program_label, NULL);
}

void value_write_device(const struct map *map, const void *value, const struct label *label,
			struct writer *out)
{
	uint32_t ifindex = u32_at(value, 0);

	out->format->open(out, label, NEST_OBJECT);
	out->format->uint(out, &ifindex_label, ifindex);
	name_write(map, &ifname_label, &map->names.devices, ifindex, out);
	second_half_write(map, value, out);
	out->format->close(out, NEST_OBJECT);
}

void value_write_cpu(const struct map *map, const void *value, const struct label *label,
		     struct writer *out)
{
	out->format->open(out, label, NEST_OBJECT);
	out->format->uint(out, &qsize_label, u32_at(value, 0));
	second_half_write(map, value, out);
	out->format->close(out, NEST_OBJECT);
}

void value_write_socket(const struct map *map, const void *value, const struct label *label,
			struct writer *out)
{
	bool has_cookie = map->info.value_size >= 8;

	out->format->open(out, label, NEST_OBJECT);
	out->format->uint(out, &cookie_label, has_cookie ? u64_at(value, 0) : u32_at(value, 0));
	out->format->close(out, NEST_OBJECT);
}
