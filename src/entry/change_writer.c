/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "entry/change_writer.h"

#include "entry/lookup.h"
#include "map/map.h"
#include "output/writer.h"

static const struct label action_label = LABEL_LOOK("action", LOOK_NAME);
static const struct label key_label = LABEL("key");
static const struct label old_label = LABEL("old");
static const struct label new_label = LABEL("new");
static const struct label value_label = LABEL("value");
static const struct label cpu_label = LABEL_LOOK("cpu", LOOK_CPU);

static bool as_bytes(const struct writer *out)
{
	return out->format->flags & (FORMAT_RAW | FORMAT_BOTH);
}

static void cell_write(const struct map *map, const struct label *label, const uint8_t *cell,
		       struct writer *out)
{
	if (as_bytes(out))
		out->format->bytes(out, label, cell, map->info.value_size);
	else
		map_write_value(map, label, cell, out);
}

static void value_write(const struct map *map, const struct label *label, const void *cells,
			struct writer *out)
{
	const uint8_t *cell = cells;

	if (!(map->type->can & MAP_PERCPU)) {
		cell_write(map, label, cell, out);
		return;
	}
	out->format->open(out, label, NEST_ARRAY);
	for (uint32_t cpu = 0; cpu < map->cells; cpu++, cell += map->cell_stride) {
		out->format->open(out, &label_element, NEST_OBJECT);
		out->format->uint(out, &cpu_label, cpu);
		cell_write(map, &value_label, cell, out);
		out->format->close(out, NEST_OBJECT);
	}
	out->format->close(out, NEST_ARRAY);
}

static void key_write(const struct map *map, const struct change *change, struct writer *out)
{
	if (change->owner)
		map_write_owner(change->owner, &key_label, out);
	else if (change->key && as_bytes(out))
		out->format->bytes(out, &key_label, change->key, map->info.key_size);
	else if (change->key)
		map_write_key(map, &key_label, change->key, out);
}

void change_write(const struct map *map, const struct change *change, struct writer *out)
{
	out->format->record(out);
	writer_str(out, &action_label, change->action);
	key_write(map, change, out);
	if (change->old_value)
		value_write(map, &old_label, change->old_value, out);
	else
		out->format->null(out, &old_label,
				  change->old_error ? entry_why_unreadable(-change->old_error)
						    : "none");
	if (change->new_words)
		writer_str(out, &new_label, change->new_words);
	else if (change->new_value)
		value_write(map, &new_label, change->new_value, out);
	else
		out->format->null(out, &new_label, "none");
}
