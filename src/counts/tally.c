/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "counts/tally.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "entry/source.h"
#include "map/map.h"

#define ROWS_AT_FIRST 64

static void tally_freep(struct tally **tally)
{
	tally_free(*tally);
}

static void close_source(struct entry_source **source)
{
	entry_source_close(*source);
}

struct tally *tally_free(struct tally *tally)
{
	if (!tally)
		return NULL;
	free(tally->rows);
	free(tally->keys);
	free(tally->words);
	free(tally);
	return NULL;
}

struct tally *tally_new(size_t key_size, size_t n_words, size_t n_cells)
{
	struct tally *tally = mem_zero(sizeof(*tally));

	tally->key_size = key_size;
	tally->n_words = n_words;
	tally->n_cells = n_cells;
	return tally;
}

static size_t words_a_row(const struct tally *tally)
{
	return tally->n_words * tally->n_cells;
}

static bool grow(void **items, size_t n, size_t size)
{
	void *more = reallocarray(*items, n, size);

	if (more)
		*items = more;
	return more;
}

static int make_room(struct tally *tally)
{
	size_t cap = tally->cap ? tally->cap * 2 : ROWS_AT_FIRST;
	size_t words = words_a_row(tally);

	if (!grow((void **)&tally->rows, cap, sizeof(*tally->rows)) ||
	    !grow((void **)&tally->keys, cap, tally->key_size) ||
	    !grow((void **)&tally->words, cap, words * sizeof(*tally->words)))
		return -1;
	for (size_t i = 0; i < cap; i++)
		tally->rows[i] = (struct tally_row){ .key = tally->keys + i * tally->key_size,
						     .words = tally->words + i * words };
	tally->cap = cap;
	return 0;
}

struct tally_row *tally_add(struct tally *tally, const void *key)
{
	size_t n = tally->n;

	if (n == tally->cap && make_room(tally) < 0)
		return NULL;
	memcpy(tally->keys + n * tally->key_size, key, tally->key_size);
	memset(tally->rows[n].words, 0, words_a_row(tally) * sizeof(uint64_t));
	return &tally->rows[tally->n++];
}

/* As numbers of this machine: of several members the last counts most. */
static int compare_bytes(const uint8_t *a, const uint8_t *b, size_t n)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	while (n--)
		if (a[n] != b[n])
			return a[n] < b[n] ? -1 : 1;
	return 0;
#else
	return memcmp(a, b, n);
#endif
}

static int by_key(const void *a, const void *b, void *tally)
{
	return compare_bytes(((const struct tally_row *)a)->key, ((const struct tally_row *)b)->key,
			     ((const struct tally *)tally)->key_size);
}

/* What came twice, as maps that change while they are walked may show it, is there once. */
static void sort_by_key(struct tally *tally)
{
	size_t n = 0;

	if (!tally->n)
		return;
	qsort_r(tally->rows, tally->n, sizeof(*tally->rows), by_key, tally);
	for (size_t i = 1; i < tally->n; i++)
		if (by_key(&tally->rows[i], &tally->rows[n], tally))
			tally->rows[++n] = tally->rows[i];
	tally->n = n + 1;
}

/* One entry's cells: side by side where the row has several, else added up. */
static void add_cells(const struct tally *tally, const struct map *map, const uint8_t *value,
		      struct tally_row *row)
{
	for (uint32_t cell = 0; cell < map->cells; cell++) {
		size_t at = tally->n_cells > 1 ? cell * tally->n_words : 0;

		for (size_t i = 0; i < tally->n_words; i++) {
			uint64_t word;

			memcpy(&word, value + (size_t)cell * map->cell_stride + i * sizeof(word),
			       sizeof(word));
			row->words[at + i] += word;
		}
	}
}

static int add_entries(struct tally *tally, const struct map *map, const struct entries *entries,
		       struct err *err)
{
	for (size_t i = 0; i < entries->n; i++) {
		struct tally_row *row;

		if (entries->errors && entries->errors[i])
			continue;
		row = tally_add(tally, entries->keys + i * entries->key_stride);
		if (!row)
			return err_sys(err, "%s: room for what it holds", map_called(map));
		add_cells(tally, map, entries->values + i * entries->value_stride, row);
	}
	return 0;
}

int tally_read(const struct map *map, bool is_percpu, struct tally **ret, struct err *err)
{
	_cleanup_(tally_freep) struct tally *tally = tally_new(
		map->info.key_size, map->info.value_size / sizeof(uint64_t),
		is_percpu ? map->cells : 1);
	_cleanup_(close_source) struct entry_source *source = NULL;
	struct entries entries;
	int r;

	if (!tally->n_words)
		return err_set(err, ERR_SYSTEM, "%s: its values are no counts", map_called(map));
	r = entry_source_open(map, &source, err);
	while (!r && (r = source->ops->next(source, &entries, err)) == 1)
		r = add_entries(tally, map, &entries, err);
	if (r)
		return r;
	sort_by_key(tally);
	*ret = tally;
	tally = NULL;
	return 0;
}

int tally_copy(const struct tally *tally, struct tally **ret, struct err *err)
{
	_cleanup_(tally_freep) struct tally *copy = tally_new(tally->key_size, tally->n_words,
							      tally->n_cells);

	for (size_t i = 0; i < tally->n; i++) {
		struct tally_row *row = tally_add(copy, tally->rows[i].key);

		if (!row)
			return err_sys(err, "room for %zu counts", tally->n);
		memcpy(row->words, tally->rows[i].words, words_a_row(tally) * sizeof(uint64_t));
	}
	*ret = copy;
	copy = NULL;
	return 0;
}

/* Whether word i of a row is a count, no state. */
static bool is_count(const struct tally *tally, size_t i, size_t n_states)
{
	return i % tally->n_words + n_states < tally->n_words;
}

static bool has_become_less(const struct tally *tally, const struct tally_row *row,
			    const struct tally_row *before, size_t n_states)
{
	for (size_t i = 0; i < words_a_row(tally); i++)
		if (is_count(tally, i, n_states) && row->words[i] < before->words[i])
			return true;
	return false;
}

/* Takes before, or NULL for nothing, from row: whether anything was counted. */
static bool subtract_row(const struct tally *tally, struct tally_row *row,
			 const struct tally_row *before, size_t n_states)
{
	bool whole = !before || has_become_less(tally, row, before, n_states);
	bool any = false;

	for (size_t i = 0; i < words_a_row(tally); i++) {
		if (!is_count(tally, i, n_states))
			continue;
		if (!whole)
			row->words[i] -= before->words[i];
		any |= row->words[i] != 0;
	}
	return any;
}

void tally_subtract(struct tally *now, const struct tally *before, size_t n_states)
{
	size_t n_before = before ? before->n : 0, at = 0, n = 0;

	for (size_t i = 0; i < now->n; i++) {
		struct tally_row row = now->rows[i];
		const struct tally_row *was = NULL;

		while (at < n_before && by_key(&before->rows[at], &row, now) < 0)
			at++;
		if (at < n_before && !by_key(&before->rows[at], &row, now))
			was = &before->rows[at];
		if (subtract_row(now, &row, was, n_states))
			now->rows[n++] = row;
	}
	now->n = n;
}

static uint64_t first_words(const struct tally *tally, const struct tally_row *row)
{
	uint64_t sum = 0;

	for (size_t cell = 0; cell < tally->n_cells; cell++)
		sum += row->words[cell * tally->n_words];
	return sum;
}

static int by_count(const void *a, const void *b, void *tally)
{
	uint64_t a_first = first_words(tally, a), b_first = first_words(tally, b);

	if (a_first != b_first)
		return a_first > b_first ? -1 : 1;
	return by_key(a, b, tally);
}

void tally_sort(struct tally *tally)
{
	if (tally->n)
		qsort_r(tally->rows, tally->n, sizeof(*tally->rows), by_count, tally);
}
