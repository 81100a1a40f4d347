/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "words/value_cells.h"

#include <stdint.h>
#include <string.h>

#include "base/alloc.h"
#include "base/number.h"
#include "cli/session.h"
#include "codec/json_numbers.h"
#include "entry/lookup.h"
#include "map/map.h"
#include "words/data_words.h"

/* The cells of one value while they are filled. */
struct cells {
	const struct session *session;
	const struct map *map;
	uint8_t *bytes;
	bool *said; /* by CPU */
	uint32_t n_said;
	struct err *err;
};

static uint8_t *cell_of(const struct cells *cells, uint32_t cpu)
{
	return cells->bytes + (size_t)cpu * cells->map->cell_stride;
}

static bool is_cpu(const struct word_run *run, int at)
{
	return at + 1 < run->n && !strcmp(run->words[at], "cpu");
}

bool value_cells_meant(const struct word_run *run)
{
	return run->n > 1 && (!strcmp(run->words[0], "all") || is_cpu(run, 0));
}

static int take_every(const struct cells *cells, const struct word_run *run)
{
	const struct map *map = cells->map;
	int r = data_words_take(cells->session, map, DATA_VALUE, run, cells->bytes, cells->err);

	for (uint32_t cpu = 1; !r && cpu < map->cells; cpu++)
		memcpy(cell_of(cells, cpu), cells->bytes, map->info.value_size);
	return r;
}

/* Marks cpu as said. */
static int say(struct cells *cells, uint64_t cpu)
{
	uint32_t n = cells->map->cells;

	if (cpu >= n)
		return err_set(cells->err, ERR_USAGE, "value: there is no CPU %llu: 0 to %u",
			       (unsigned long long)cpu, n - 1);
	if (cells->said[cpu])
		return err_set(cells->err, ERR_USAGE, "value: CPU %llu is given twice",
			       (unsigned long long)cpu);
	cells->said[cpu] = true;
	cells->n_said++;
	return 0;
}

static int wrap_cpu(const struct cells *cells, uint32_t cpu)
{
	return err_wrap(cells->err, "CPU %u", cpu);
}

/* cpu N V, up to the next `cpu`: how many words that is, or -code. */
static int take_cpu(struct cells *cells, const struct word_run *run)
{
	struct word_run data = { .n = 0, .words = run->words + 2 };
	uint32_t cpu;
	int r;

	if (!is_cpu(run, 0))
		return err_set(cells->err, ERR_USAGE, "value: 'cpu' needs a number behind it");
	if (number_u32(run->words[1], &cpu))
		return err_set(cells->err, ERR_USAGE, "value: '%s' is no CPU: 0 to %u",
			       run->words[1], cells->map->cells - 1);
	while (2 + data.n < run->n && strcmp(data.words[data.n], "cpu") != 0)
		data.n++;
	if (!data.n)
		return err_set(cells->err, ERR_USAGE, "value: 'cpu %u' needs data behind it", cpu);
	r = say(cells, cpu);
	if (r)
		return r;
	r = data_words_take(cells->session, cells->map, DATA_VALUE, &data, cell_of(cells, cpu),
			    cells->err);
	return r ? wrap_cpu(cells, cpu) : 2 + data.n;
}

static int take_cpus(struct cells *cells, struct word_run run)
{
	int r = 0;

	for (; run.n; run.n -= r, run.words += r) {
		r = take_cpu(cells, &run);
		if (r < 0)
			return r;
	}
	return 0;
}

/* --hex puts the bytes beside what they mean. */
static int check_members(const json_t *element, struct err *err)
{
	size_t n = json_object_size(element);

	n -= !!json_object_get(element, "value_hex");
	if (n == 2 && json_object_get(element, "value"))
		return 0;
	return err_set(err, ERR_USAGE, "value: one CPU's is {\"cpu\": N, \"value\": V}");
}

static int take_element(struct cells *cells, const json_t *element)
{
	const json_t *cpu = json_object_get(element, "cpu");
	json_int_t n = json_integer_value(cpu);
	int r = check_members(element, cells->err);
	uint32_t number;

	if (r)
		return r;
	if (json_is_string(cpu) && !number_u32(json_string_value(cpu), &number))
		n = number;
	else if (!json_is_integer(cpu) || n < 0)
		return err_set(cells->err, ERR_USAGE, "value: \"cpu\" is a number: 0 to %u",
			       cells->map->cells - 1);
	r = say(cells, (uint64_t)n);
	if (r)
		return r;
	r = data_json_take(cells->session, cells->map, DATA_VALUE,
			   json_object_get(element, "value"), cell_of(cells, (uint32_t)n),
			   cells->err);
	return r ? wrap_cpu(cells, (uint32_t)n) : 0;
}

/* Elements that name their CPUs; of any other array it is for the type to say what it is. */
static bool is_by_cpu(const json_t *json)
{
	size_t n = json_array_size(json);

	for (size_t i = 0; i < n; i++)
		if (!json_object_get(json_array_get(json, i), "cpu"))
			return false;
	return n;
}

/* The array, or NULL where the words are none, or one that is a value. */
static json_t *parse_array(const struct word_run *run)
{
	json_t *json;
	struct err ignored;

	if (run->n != 1 || run->words[0][strspn(run->words[0], " \t\n")] != '[' ||
	    json_numbers_parse(run->words[0], strlen(run->words[0]), &json, &ignored))
		return NULL;
	if (is_by_cpu(json))
		return json;
	json_decref(json);
	return NULL;
}

static int take_array(struct cells *cells, const json_t *json)
{
	int r = 0;

	for (size_t i = 0; i < json_array_size(json) && !r; i++)
		r = take_element(cells, json_array_get(json, i));
	return r;
}

/* What was not said stays as it is. */
static int keep_others(const struct cells *cells, const void *key)
{
	const struct map *map = cells->map;
	_cleanup_free_ uint8_t *now = NULL;
	void *value = NULL;
	int r;

	if (cells->n_said == map->cells || !key)
		return 0;
	r = entry_lookup(map, key, &value, cells->err);
	now = value;
	/* Of an array it is the index that does not exist. */
	if (r == -ERR_NO && map->type->key != KEY_INDEX) {
		session_note(cells->session,
			     "%s: the key is not there yet: the value of the other "
			     "CPUs is zero",
			     map_called(map));
		return 0;
	}
	for (uint32_t cpu = 0; !r && cpu < map->cells; cpu++)
		if (!cells->said[cpu])
			memcpy(cell_of(cells, cpu), now + (size_t)cpu * map->cell_stride,
			       map->info.value_size);
	return r;
}

static int take(struct cells *cells, struct word_run run)
{
	json_t *json = parse_array(&run);
	int r;

	if (!json && !value_cells_meant(&run))
		return take_every(cells, &run);
	if (!json && strcmp(run.words[0], "all") == 0) {
		run.n--;
		run.words++;
		return take_every(cells, &run);
	}
	r = json ? take_array(cells, json) : take_cpus(cells, run);
	json_decref(json);
	return r;
}

int value_cells_take(const struct session *session, const struct map *map,
		     const struct word_run *run, const void *key, void *bytes, struct err *err)
{
	struct cells cells = { .session = session, .map = map, .bytes = bytes, .err = err };
	_cleanup_free_ bool *said = mem_try_array(map->cells, sizeof(*said));
	int r;

	if (!said)
		return err_sys(err, "%s: value: room for %u CPUs", map_called(map), map->cells);
	cells.said = said;
	r = take(&cells, *run);
	if (r)
		return err_wrap(err, "%s", map_called(map));
	return cells.n_said ? keep_others(&cells, key) : 0;
}
