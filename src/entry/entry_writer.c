/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "entry/entry_writer.h"

#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "entry/lookup.h"
#include "entry/source.h"
#include "map/map.h"
#include "output/writer.h"

static const struct label key_label = LABEL("key");
static const struct label key_hex_label = LABEL("key_hex");
static const struct label value_label = LABEL("value");
static const struct label value_hex_label = LABEL("value_hex");
static const struct label values_label = LABEL("values");
static const struct label cpu_label = LABEL_LOOK("cpu", LOOK_CPU);
static const struct label formatted_label = LABEL("formatted");
static const struct label inner_map_label = LABEL("inner_map_id");
static const struct label error_label = LABEL("error");

/* One entry: its cells as they are, or a single one that is their sum. */
struct shown {
	const struct map *map;
	const uint8_t *key, *cells;
	const struct owner *owner; /* whom key stands for; or NULL */
	bool percpu;		   /* values by CPU, even on one CPU */
	int error;
};

typedef void (*cell_writer)(const struct shown *shown, const uint8_t *cell, struct writer *out);

int entry_options_check(const struct entry_options *options, const struct map *map, struct err *err)
{
	if (!options->sum)
		return 0;
	if (!(map->type->can & MAP_PERCPU))
		return err_set(err, ERR_USAGE,
			       "%s has one value an entry: --sum adds up those of per-CPU maps",
			       map_called(map));
	if (!map->value_plan)
		return err_set(err, ERR_USAGE,
			       "%s: --sum needs the type of its values, which is not known here",
			       map_called(map));
	return 0;
}

static void cell_bytes(const struct shown *shown, const uint8_t *cell, struct writer *out)
{
	out->format->bytes(out, &value_label, cell, shown->map->info.value_size);
}

static void cell_value(const struct shown *shown, const uint8_t *cell, struct writer *out)
{
	map_write_value(shown->map, &value_label, cell, out);
}

static void cell_value_hex(const struct shown *shown, const uint8_t *cell, struct writer *out)
{
	map_write_value(shown->map, &value_label, cell, out);
	out->format->bytes(out, &value_hex_label, cell, shown->map->info.value_size);
}

static void cell_decoded(const struct shown *shown, const uint8_t *cell, struct writer *out)
{
	plan_decode(shown->map->value_plan, &value_label, cell, out);
}

static void cells_write(const struct shown *shown, cell_writer write, struct writer *out)
{
	const struct map *map = shown->map;

	if (!shown->percpu) {
		write(shown, shown->cells, out);
		return;
	}
	out->format->open(out, &values_label, NEST_ARRAY);
	for (uint32_t cpu = 0; cpu < map->cells; cpu++) {
		out->format->open(out, &label_element, NEST_OBJECT);
		out->format->uint(out, &cpu_label, cpu);
		write(shown, shown->cells + (size_t)cpu * map->cell_stride, out);
		out->format->close(out, NEST_OBJECT);
	}
	out->format->close(out, NEST_ARRAY);
}

static void key_write(const struct shown *shown, bool as_bytes, struct writer *out)
{
	const struct map *map = shown->map;

	if (shown->owner)
		map_write_owner(shown->owner, &key_label, out);
	else if (map->info.key_size && as_bytes)
		out->format->bytes(out, &key_label, shown->key, map->info.key_size);
	else if (map->info.key_size)
		map_write_key(map, &key_label, shown->key, out);
}

static void decoded_write(const struct shown *shown, bool hex, struct writer *out)
{
	const struct map *map = shown->map;

	key_write(shown, false, out);
	if (hex && map->info.key_size && !shown->owner)
		out->format->bytes(out, &key_hex_label, shown->key, map->info.key_size);
	if (!shown->error) {
		cells_write(shown, hex ? cell_value_hex : cell_value, out);
		return;
	}
	out->format->null(out, shown->percpu ? &values_label : &value_label,
			  entry_why_unreadable(shown->error));
	if (hex && !shown->percpu)
		out->format->null(out, &value_hex_label, NULL);
}

static void raw_write(const struct shown *shown, struct writer *out)
{
	key_write(shown, true, out);
	if (shown->error)
		out->format->null(out, shown->percpu ? &values_label : &value_label,
				  entry_why_unreadable(shown->error));
	else
		cells_write(shown, cell_bytes, out);
}

/* What bpftool -j prints: bytes, and behind them what they mean where there is BTF. */
static void both_write(const struct shown *shown, struct writer *out)
{
	const struct map *map = shown->map;
	uint32_t id;

	if (shown->owner)
		key_write(shown, true, out);
	else
		out->format->bytes(out, &key_label, shown->key, map->info.key_size);
	if (shown->error) {
		out->format->open(out, &value_label, NEST_OBJECT);
		writer_str(out, &error_label, strerror(shown->error));
		out->format->close(out, NEST_OBJECT);
		return;
	}
	cells_write(shown, cell_bytes, out);
	if (map->type->value == VALUE_MAP) {
		memcpy(&id, shown->cells, sizeof(id));
		out->format->uint(out, &inner_map_label, id);
	}
	if (!map->value_plan)
		return;
	out->format->open(out, &formatted_label, NEST_OBJECT);
	if (shown->owner)
		key_write(shown, true, out);
	else if (map->key_plan)
		plan_decode(map->key_plan, &key_label, shown->key, out);
	cells_write(shown, cell_decoded, out);
	out->format->close(out, NEST_OBJECT);
}

static void members_write(const struct shown *shown, const struct entry_options *options,
			  struct writer *out)
{
	unsigned int flags = out->format->flags;

	if (options->nested)
		out->format->open(out, &label_element, NEST_OBJECT);
	else
		out->format->record(out);
	if (flags & FORMAT_RAW)
		raw_write(shown, out);
	else if (flags & FORMAT_BOTH)
		both_write(shown, out);
	else
		decoded_write(shown, options->hex, out);
	if (options->nested)
		out->format->close(out, NEST_OBJECT);
}

static bool adds_up(const struct map *map, const struct entry_options *options)
{
	return options->sum && (map->type->can & MAP_PERCPU) && map->value_plan;
}

/* sum: room for one value where options add up, else unused. */
static void write_one(const struct map *map, const struct entry_options *options, const void *key,
		      const void *value, int error, void *sum, struct writer *out)
{
	struct shown shown = {
		.map = map,
		.key = key,
		.cells = value,
		.owner = options->owner,
		.percpu = map->type->can & MAP_PERCPU,
		.error = error,
	};

	if (adds_up(map, options)) {
		shown.percpu = false;
		shown.cells = sum;
		if (!error)
			plan_sum(map->value_plan, value, map->cells, map->cell_stride, sum);
	}
	members_write(&shown, options, out);
}

void entry_write(const struct map *map, const struct entry_options *options, const void *key,
		 const void *value, int error, struct writer *out)
{
	_cleanup_free_ void *sum = NULL;

	if (!error && adds_up(map, options)) {
		sum = mem_try_array(1, map->info.value_size);
		error = sum ? 0 : ENOMEM;
	}
	write_one(map, options, key, value, error, sum, out);
}

static bool is_zero(const uint8_t *bytes, size_t n)
{
	return !n || (!bytes[0] && !memcmp(bytes, bytes + 1, n - 1));
}

static bool is_zero_value(const struct map *map, const uint8_t *cells)
{
	for (uint32_t i = 0; i < map->cells; i++)
		if (!is_zero(cells + (size_t)i * map->cell_stride, map->info.value_size))
			return false;
	return true;
}

/* bpftool says of empty slots that they could not be read, but of maps and programs nothing. */
static bool tells_empty(const struct map *map, const struct writer *out)
{
	return (out->format->flags & FORMAT_BOTH) && map->type->value != VALUE_MAP &&
	       map->type->value != VALUE_PROGRAM;
}

static void chunk_write(const struct map *map, const struct entries *chunk,
			const struct entry_options *options, void *sum, struct writer *out,
			struct entry_counts *counts)
{
	for (size_t i = 0; i < chunk->n; i++) {
		const uint8_t *value = chunk->values + i * chunk->value_stride;
		int error = chunk->errors ? chunk->errors[i] : 0;

		if (options->limit && counts->written == options->limit)
			return;
		if (options->nonzero && (error ? error == ENOENT : is_zero_value(map, value)))
			continue;
		write_one(map, options, chunk->keys + i * chunk->key_stride, value, error, sum,
			  out);
		counts->written++;
		counts->unreadable += error && error != ENOENT;
	}
}

int entries_write(struct entry_source *source, const struct entry_options *options,
		  struct writer *out, struct entry_counts *ret, struct err *err)
{
	const struct map *map = source->map;
	_cleanup_free_ void *sum = NULL;
	struct entries chunk;
	int r;

	*ret = (struct entry_counts){ 0 };
	if (adds_up(map, options)) {
		sum = mem_try_array(1, map->info.value_size);
		if (!sum)
			return err_sys(err, "%s: room for a value", map_called(map));
	}
	source->with_empty = tells_empty(map, out);
	while ((r = source->ops->next(source, &chunk, err)) == 1) {
		chunk_write(map, &chunk, options, sum, out, ret);
		if (out->out->error || (options->limit && ret->written == options->limit))
			return 0;
	}
	if (!r && source->incomplete)
		return err_set(err, ERR_PARTIAL, "%s", source->incomplete);
	return r;
}
