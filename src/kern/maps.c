/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/maps.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "kern/fdinfo.h"
#include "kern/map_calls.h"
#include "kern/maps_iter.h"
#include "kern/refusal.h"

/* Shapes whose memory we keep in mind; hosts with thousands of maps have few. */
#define SHAPES_MAX 32

struct reading {
	unsigned int want;
	kern_same_memory *same_memory;
	struct fdinfo_file file;
	const struct map_row *shapes[SHAPES_MAX];
	size_t n_shapes;
};

static int by_id(const void *a, const void *b)
{
	const struct map_row *x = a, *y = b;

	return (x->info.id > y->info.id) - (x->info.id < y->info.id);
}

struct map_rows *kern_rows_free(struct map_rows *rows)
{
	if (rows)
		free(rows->row);
	free(rows);
	return NULL;
}

static void rows_freep(struct map_rows **rows)
{
	kern_rows_free(*rows);
}

static bool is_same_shape(const struct bpf_map_info *a, const struct bpf_map_info *b)
{
	return a->type == b->type && a->key_size == b->key_size && a->value_size == b->value_size &&
	       a->max_entries == b->max_entries && a->map_flags == b->map_flags &&
	       a->map_extra == b->map_extra;
}

static const struct map_row *same_shape(const struct reading *reading, const struct map_row *row)
{
	for (size_t i = 0; i < reading->n_shapes; i++)
		if (is_same_shape(&reading->shapes[i]->info, &row->info))
			return reading->shapes[i];
	return NULL;
}

/* 0 also where /proc does not tell; -errno for a shortage. */
static int take_fdinfo(struct fdinfo_file *file, int fd, unsigned int want, struct map_row *row)
{
	struct map_fdinfo fdinfo;
	int r = kern_fdinfo_again(file, fd, &fdinfo);

	if (r || fdinfo.map_id != row->info.id)
		return is_shortage(r) ? r : 0;
	row->frozen = fdinfo.frozen;
	row->has_frozen = true;
	if (!(want & KERN_ROWS_MEMORY))
		return 0;
	row->memory = fdinfo.memory;
	row->has_memory = fdinfo.has_memory;
	row->owner_prog_type = fdinfo.owner_prog_type;
	row->owner_jited = fdinfo.owner_jited;
	return 0;
}

/* What the info call, and fdinfo, tell beyond the iterator. */
static int ask_map(struct reading *reading, struct map_rows *rows, struct map_row *row)
{
	_cleanup_close_ int fd = kern_map_by_id(row->info.id, false);
	int r = 0;

	if (fd < 0)
		return without_one(fd, &rows->memory_is_refused);
	if (row->info.btf_vmlinux_value_type_id)
		r = kern_map_info(fd, &row->info);
	if (is_shortage(r))
		return r;
	r = take_fdinfo(&reading->file, fd, reading->want, row);
	rows->memory_is_refused |= !row->has_memory;
	return r;
}

/* What the iterator could not tell. */
static int complete(struct reading *reading, struct map_rows *rows, struct map_row *row)
{
	bool by_shape = reading->same_memory && row->has_frozen && reading->same_memory(&row->info);
	const struct map_row *same = by_shape ? same_shape(reading, row) : NULL;
	int r;

	/* Only the info call knows whose BTF a type of the kernel's is in. */
	if (!row->info.btf_vmlinux_value_type_id && !(reading->want & KERN_ROWS_MEMORY))
		return 0;
	if (same) {
		row->memory = same->memory;
		row->has_memory = true;
		return 0;
	}
	r = ask_map(reading, rows, row);
	if (by_shape && row->has_memory && reading->n_shapes < SHAPES_MAX)
		reading->shapes[reading->n_shapes++] = row;
	return r;
}

/* 0, or -errno when there is no map to tell of. */
static int walk_one(struct reading *reading, uint32_t id, struct map_rows *rows)
{
	struct map_row row = { .owner_prog_type = -1 };
	_cleanup_close_ int fd = kern_map_by_id(id, false);
	int r = fd < 0 ? fd : kern_map_info(fd, &row.info);

	if (!r)
		r = take_fdinfo(&reading->file, fd, reading->want, &row);
	if (r)
		return r;
	rows->memory_is_refused |= !row.has_memory;
	rows->row = mem_more(rows->row, rows->n, &rows->cap, sizeof(*rows->row));
	rows->row[rows->n++] = row;
	return 0;
}

static int walk(struct reading *reading, struct map_rows *rows)
{
	uint32_t id = 0;
	int r;

	while (!(r = kern_map_next_id(id, &id))) {
		r = walk_one(reading, id, rows);
		if (r == -ENOENT) /* gone meanwhile */
			continue;
		if (r && !is_refusal(r))
			return r;
		rows->partial |= r < 0;
	}
	return r == -ENOENT ? 0 : r;
}

/* The kernel walks maps by id, so that most often there is nothing to do. */
static void sort(struct map_rows *rows)
{
	for (size_t i = 1; i < rows->n; i++)
		if (by_id(&rows->row[i - 1], &rows->row[i]) > 0) {
			qsort(rows->row, rows->n, sizeof(*rows->row), by_id);
			return;
		}
}

static int complete_all(struct reading *reading, struct map_rows *rows)
{
	int r = 0;

	for (size_t i = 0; !r && i < rows->n; i++)
		r = complete(reading, rows, &rows->row[i]);
	return r;
}

int kern_maps_read(unsigned int want, kern_same_memory *same_memory, struct map_rows **ret)
{
	_cleanup_(rows_freep) struct map_rows *rows = mem_zero(sizeof(*rows));
	struct reading reading = { .want = want, .same_memory = same_memory, .file = FDINFO_FILE };
	int r = maps_iterate(want & KERN_ROWS_USED, rows);

	if (is_shortage(r))
		return r;
	if (!r) {
		sort(rows);
		r = complete_all(&reading, rows);
	} else {
		rows->n = 0;
		r = walk(&reading, rows);
	}
	kern_fdinfo_done(&reading.file);
	if (r)
		return r;
	*ret = rows;
	rows = NULL;
	return 0;
}

/* 0 also where nobody counts; -errno for a shortage. */
static int take_used(struct map_row *row)
{
	_cleanup_(rows_freep) struct map_rows *all = mem_zero(sizeof(*all));
	int r = maps_iterate(true, all);

	for (size_t i = 0; !r && i < all->n; i++) {
		if (all->row[i].info.id != row->info.id)
			continue;
		row->used = all->row[i].used;
		row->has_used = all->row[i].has_used;
	}
	return is_shortage(r) ? r : 0;
}

int kern_map_row(int fd, unsigned int want, struct map_row *ret)
{
	struct map_row row = { .owner_prog_type = -1 };
	struct fdinfo_file file = FDINFO_FILE;
	int r = kern_map_info(fd, &row.info);

	if (!r)
		r = take_fdinfo(&file, fd, want, &row);
	kern_fdinfo_done(&file);
	if (!r && want & KERN_ROWS_USED)
		r = take_used(&row);
	if (!r)
		*ret = row;
	return r;
}
