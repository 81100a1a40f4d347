/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/session.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "cli/command.h"
#include "cli/kept_maps.h"
#include "cli/parse.h"
#include "cli/report.h"
#include "kern/sandbox.h"
#include "map/given_types.h"
#include "map/map.h"
#include "output/writer.h"

void session_note(const struct session *session, const char *fmt, ...)
{
	char msg[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(msg, sizeof(msg), fmt, ap);
	va_end(ap);
	/* What was said before stands before, where both go to one terminal. */
	stream_flush(session->stream);
	report_note(globals_json(session->globals), "%s", msg);
}

int session_sandbox(const struct session *session, struct err *err)
{
	const char *mode = session->globals->sandbox;

	if (session->kept || (mode && !strcmp(mode, "off")))
		return 0;
	return kern_sandbox(mode ? SANDBOX_REQUIRE : SANDBOX_BEST_EFFORT, err);
}

static bool takes_many(const struct invocation *inv)
{
	if (inv->command->takes != TAKES_MAPS && inv->command->takes != TAKES_MAPS_IF)
		return false;
	return inv->globals.all || !globals_json(&inv->globals);
}

void session_name_values(const struct session *session, struct map *map)
{
	/* Bytes, and what bpftool shows, have no names. */
	if (session->out->format->flags & (FORMAT_RAW | FORMAT_BOTH))
		return;
	map_load_value_names(map);
	if (map->nameless)
		session_note(session, "%s: %s", map_called(map), map->nameless);
}

/* Rings, and perf events: their records are no values of the map's. */
static bool has_records(const struct map *map)
{
	return map->type->can & (MAP_RING_READ | MAP_RING_WRITE) || map->type->value == VALUE_EVENT;
}

static int load_types(const struct invocation *inv, const struct session *session, struct map *map,
		      struct err *err)
{
	unsigned int format = session->out->format->flags;
	enum plan_dialect dialect = format & FORMAT_BOTH ? PLAN_BPFTOOL : PLAN_NATIVE;
	int r;

	map->is_numeric = inv->globals.numeric;
	if (!(inv->command->flags & COMMAND_TYPES))
		return 0;
	if (inv->command->flags & COMMAND_RECORDS && has_records(map))
		return 0;
	/* Bytes are shown as they are; who gives types may still write by them. */
	if (format & FORMAT_RAW && !map_types_given(&inv->types))
		return 0;
	r = map_load_types(map, dialect, err);
	if (!r)
		r = map_given_types(map, &inv->types, dialect, err);
	if (!r && map->untyped && !map->over_bound && !(format & FORMAT_RAW))
		session_note(session, "%s: %s", map_called(map), map->untyped);
	if (!r && inv->command->flags & COMMAND_VALUES)
		session_name_values(session, map);
	return r;
}

static int load_maps(const struct invocation *inv, const struct session *session, struct err *err)
{
	int r = 0;

	for (size_t i = 0; !r && i < session->n_maps; i++)
		if (inv->command->flags & COMMAND_TYPES)
			r = map_load_special(session->maps[i], err);
	/* Headings stand above several. */
	if (!r && (session->n_maps > 1 || inv->globals.all))
		map_load_names(session->maps, session->n_maps);
	for (size_t i = 0; !r && i < session->n_maps; i++)
		r = load_types(inv, session, session->maps[i], err);
	return r;
}

/*
 * Only maps whose entries alone are asked for or changed are kept: names of what
 * others hold would grow old, and types that a line gives are its own.
 */
static bool may_keep(const struct session *session, const struct invocation *inv)
{
	const struct type_settings *types = &inv->types;

	return session->kept && inv->command->flags & COMMAND_DATA && !types->key_type &&
	       !types->value_type && !types->views;
}

static int open_one(const struct invocation *inv, struct session *session, enum map_access access,
		    struct err *err)
{
	bool may = may_keep(session, inv);
	struct map *map = may ? kept_maps_find(session->kept, &inv->map, access) : NULL;
	int r;

	session->maps = mem_zero(sizeof(*session->maps));
	if (map) {
		session->maps[0] = map;
		session->n_maps = 1;
		session->is_kept = true;
		return 0;
	}
	r = map_open(&inv->map, access, &session->maps[0], err);
	session->n_maps = !r;
	if (!r)
		r = load_maps(inv, session, err);
	if (!r && may && !session->maps[0]->type->read_names) {
		kept_maps_add(session->kept, &inv->map, access, session->maps[0]);
		session->is_kept = true;
	}
	return r;
}

static int open_maps(const struct invocation *inv, struct session *session, struct err *err)
{
	enum map_access access = inv->command->flags & COMMAND_WRITES ? MAP_ACCESS_WRITE
								      : MAP_ACCESS_READ;
	int r;

	if (!inv->has_map)
		return 0;
	if (!takes_many(inv))
		return open_one(inv, session, access, err);
	r = map_open_all(&inv->map, access, &session->maps, &session->n_maps, err);
	return r ? r : load_maps(inv, session, err);
}

/* JSON is one document also where there is nothing to say; bpftool says a "no" so, too. */
static void put_null(const struct session *session, int r)
{
	unsigned int flags = session->out->format->flags;

	if (!(flags & FORMAT_DOCUMENT) || stream_position(session->stream) > session->begun)
		return;
	if (!r || (r == -ERR_NO && session->n_maps && flags & FORMAT_BOTH))
		stream_puts(session->stream, session->out->options.level ? "null" : "null\n");
}

static void close_maps(struct session *session)
{
	for (size_t i = 0; i < session->n_maps && !session->is_kept; i++)
		map_free(session->maps[i]);
	free(session->maps);
	session->maps = NULL;
	session->n_maps = 0;
}

int session_run(struct session *session, const struct invocation *inv, struct err *err)
{
	int r;

	if (session->kept && !(inv->command->flags & COMMAND_DATA))
		kept_maps_clear(session->kept);
	r = open_maps(inv, session, err);
	if (!r)
		r = inv->command->run(session, inv->settings, err);
	put_null(session, r);
	for (size_t i = 0; i < session->n_maps && !r; i++)
		if (session->maps[i]->over_bound && !(inv->command->flags & COMMAND_WRITES))
			r = err_set(err, ERR_PARTIAL, "%s: %s", map_called(session->maps[i]),
				    session->maps[i]->untyped);
	close_maps(session);
	return r;
}

void session_open(const struct command *const *commands, const struct invocation *inv,
		  struct stream *stream, unsigned int level, struct session *ret)
{
	const struct writer_options options = {
		.pretty = inv->globals.pretty,
		.int64_strings = inv->globals.int64_strings,
		.level = level,
	};

	*ret = (struct session){
		.globals = &inv->globals,
		.types = &inv->types,
		.commands = commands,
		.stream = stream,
		.begun = stream_position(stream),
		.out = writer_new(globals_format(&inv->globals), stream, &options),
		.argc = inv->argc,
		.argv = inv->argv,
	};
}

void session_close(struct session *session)
{
	/* What the writer could not say in its format. */
	if (session->out->nonfinite)
		session_note(session, "%llu value%s NaN or infinite: null in JSON",
			     (unsigned long long)session->out->nonfinite,
			     session->out->nonfinite == 1 ? " is" : "s are");
	session->out = writer_free(session->out);
}
