/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "base/number.h"
#include "cli/session.h"
#include "cmd/hexdump.h"
#include "cmd/lookup_memory.h"
#include "kern/arena.h"
#include "map/map.h"
#include "output/writer.h"

static const struct label label_address = LABEL_LOOK("address", LOOK_POINTER);

static int cannot_read(const struct map *map, int error, struct err *err)
{
	const char *why = "its pages are read by a small program, as reading them like memory "
			  "would make those that are not there";

	if (error == EPERM)
		return err_set(err, ERR_DENIED, "%s: %s; that takes CAP_BPF and CAP_PERFMON",
			       map_called(map), why);
	if (error == ENOTSUP)
		return err_set(err, ERR_SYSTEM, "%s: %s; this kernel takes no such program",
			       map_called(map), why);
	errno = error;
	return err_sys(err, "%s: reading its pages", map_called(map));
}

struct range {
	uint32_t first, last; /* pages */
};

struct ranges {
	struct range *range;
	size_t n, cap;
	uint32_t pages;
};

static void add_page(struct ranges *ranges, uint32_t index)
{
	struct range *last = ranges->n ? &ranges->range[ranges->n - 1] : NULL;

	ranges->pages++;
	if (last && last->last + 1 == index) {
		last->last = index;
		return;
	}
	ranges->range = mem_more(ranges->range, ranges->n, &ranges->cap, sizeof(*ranges->range));
	ranges->range[ranges->n++] = (struct range){ index, index };
}

static int find_pages(const struct map *map, const struct kern_arena *arena, struct ranges *ret)
{
	uint32_t max = map->info.max_entries;
	uint64_t bits;

	for (uint64_t first = 0; first < max; first += KERN_ARENA_RUN) {
		int r = kern_arena_present(arena, (uint32_t)first, &bits);

		if (r)
			return r;
		for (uint32_t i = 0; i < KERN_ARENA_RUN && first + i < max; i++)
			if (bits >> i & 1)
				add_page(ret, (uint32_t)first + i);
	}
	return 0;
}

static void write_ranges(const struct session *session, const struct kern_arena *arena,
			 const struct ranges *ranges)
{
	static const struct label label_size = LABEL("page_size"), label_pages = LABEL("pages");
	static const struct label label_max = LABEL("max_pages"), label_ranges = LABEL("ranges");
	static const struct label label_first = LABEL("first"), label_last = LABEL("last");
	struct writer *out = session->out;

	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	out->format->uint(out, &label_pages, ranges->pages);
	out->format->uint(out, &label_max, session->maps[0]->info.max_entries);
	out->format->uint(out, &label_size, arena->page);
	if (arena->user)
		out->format->uint(out, &label_address, arena->user);
	else
		out->format->null(out, &label_address, "nowhere");
	out->format->open(out, &label_ranges, NEST_ARRAY);
	for (size_t i = 0; i < ranges->n; i++) {
		out->format->open(out, &label_element, NEST_OBJECT);
		out->format->uint(out, &label_first, ranges->range[i].first);
		out->format->uint(out, &label_last, ranges->range[i].last);
		out->format->close(out, NEST_OBJECT);
	}
	out->format->close(out, NEST_ARRAY);
	out->format->finish(out);
}

static int list_pages(const struct session *session, struct err *err)
{
	const struct map *map = session->maps[0];
	struct ranges ranges = { 0 };
	struct kern_arena arena;
	int r = kern_arena_open(map->info.id, ARENA_LIST, &arena);

	if (!r) {
		r = find_pages(map, &arena, &ranges);
		kern_arena_close(&arena);
	}
	if (r) {
		r = cannot_read(map, -r, err);
	} else {
		r = session_sandbox(session, err);
		if (!r)
			write_ranges(session, &arena, &ranges);
	}
	free(ranges.range);
	return r;
}

static void write_page(const struct session *session, const struct kern_arena *arena,
		       uint32_t index, const void *bytes)
{
	static const struct label label_page = LABEL("page"), label_bytes = LABEL("bytes");
	struct writer *out = session->out;

	if (!(out->format->flags & (FORMAT_MACHINE | FORMAT_RAW | FORMAT_BOTH))) {
		hexdump_write(session->stream, bytes, arena->page);
		return;
	}
	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	out->format->uint(out, &label_page, index);
	out->format->uint(out, &label_address, arena->user + (uint64_t)index * arena->page);
	out->format->bytes(out, &label_bytes, bytes, arena->page);
	out->format->finish(out);
}

static int show_page(const struct session *session, uint32_t index, struct err *err)
{
	const struct map *map = session->maps[0];
	_cleanup_free_ void *bytes = NULL;
	struct kern_arena arena;
	int r = kern_arena_open(map->info.id, ARENA_READ, &arena);

	if (!r) {
		bytes = mem_zero(arena.page);
		r = kern_arena_read(&arena, index, bytes);
		kern_arena_close(&arena);
	}
	if (r < 0)
		return cannot_read(map, -r, err);
	if (!r)
		return err_set(err, ERR_NO, "%s has no page %u: nobody has used it yet",
			       map_called(map), index);
	r = session_sandbox(session, err);
	if (!r)
		write_page(session, &arena, index, bytes);
	return r;
}

int lookup_arena(const struct session *session, struct err *err)
{
	const struct map *map = session->maps[0];
	uint32_t index;

	if (!session->argc)
		return list_pages(session, err);
	if (strcmp(session->argv[0], "page"))
		return err_set(err, ERR_USAGE, "%s: an arena has pages: 'page N' shows one",
			       map_called(map));
	if (session->argc != 2)
		return err_set(err, ERR_USAGE, "%s: 'page' takes one number", map_called(map));
	if (number_u32(session->argv[1], &index) || index >= map->info.max_entries)
		return err_set(err, ERR_USAGE, "%s has no page '%s': 0 to %u", map_called(map),
			       session->argv[1], map->info.max_entries - 1);
	return show_page(session, index, err);
}
