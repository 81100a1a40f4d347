/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/show_object.h"

#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "cli/command.h"
#include "cli/globals.h"
#include "cmd/map_cells.h"
#include "cmd/table.h"
#include "codec/ctype.h"
#include "map/inventory.h"
#include "map/object.h"
#include "output/escape.h"
#include "output/writer.h"

#define N_COLUMNS (sizeof(columns) / sizeof(columns[0]))

/* A map of the object, or what its inner maps are like, as if it were there. */
struct definition {
	const struct object_map *map;
	const struct map_shape *shape;
	struct map_facts facts;
};

static void pinning_text(const struct definition *d, struct buf *ret)
{
	if (d->shape->pin_by_name)
		buf_puts(ret, "by name");
}

static void section_text(const struct definition *d, struct buf *ret)
{
	escape_text(ret, d->map->section, strlen(d->map->section));
}

static const struct column {
	void (*fact)(const struct map_facts *facts, bool exact, struct buf *ret);
	void (*text)(const struct definition *d, struct buf *ret);
} contents[] = {
	{ name_text, NULL }, { type_text, NULL },  { key_text, NULL },	   { value_text, NULL },
	{ max_text, NULL },  { flags_text, NULL }, { NULL, pinning_text }, { NULL, section_text },
};

static const struct table_column columns[] = {
	{ .name = "NAME" },
	{ .name = "TYPE" },
	{ .name = "KEY" },
	{ .name = "VALUE" },
	{ .name = "MAX", .right = true },
	{ .name = "FLAGS" },
	{ .name = "PINNED" },
	{ .name = "SECTION" },
};

static char *type_name(const struct map_shape *shape, uint32_t type_id)
{
	struct buf name = { 0 };

	if (type_id)
		ctype_name(shape->btf, type_id, &name);
	return name.data;
}

static struct definition define(const struct object_map *map, const struct map_shape *shape)
{
	struct definition d = { .map = map, .shape = shape };

	d.facts.type = map_type_find(shape->type);
	d.facts.name = shape->name;
	d.facts.info.map_flags = shape->flags;
	d.facts.info.key_size = shape->key_size;
	d.facts.info.value_size = shape->value_size;
	d.facts.info.max_entries = shape->max_entries;
	d.facts.key_type = type_name(shape, shape->key_type_id);
	d.facts.value_type = type_name(shape, shape->value_type_id);
	return d;
}

static void definition_done(struct definition *d)
{
	free(d->facts.key_type);
	free(d->facts.value_type);
}

static void write_members(struct writer *out, const struct object_map *map,
			  const struct map_shape *shape)
{
	static const struct label extra = LABEL("map_extra");
	struct definition d = define(map, shape);

	name_members(&d.facts, out);
	type_members(&d.facts, out);
	flags_members(&d.facts, out);
	key_members(&d.facts, out);
	value_members(&d.facts, out);
	max_members(&d.facts, out);
	out->format->uint(out, &extra, shape->map_extra);
	definition_done(&d);
}

static void write_map(struct writer *out, const struct object_map *map)
{
	static const struct label section = LABEL("section"), pinning = LABEL("pinning"),
				  data = LABEL("global_data"), inner = LABEL("inner");

	out->format->record(out);
	write_members(out, map, &map->shape);
	writer_str(out, &pinning, map->shape.pin_by_name ? "by_name" : "none");
	writer_str(out, &section, map->section);
	out->format->boolean(out, &data, map->is_data);
	if (!map->shape.inner) {
		out->format->null(out, &inner, NULL);
		return;
	}
	out->format->open(out, &inner, NEST_OBJECT);
	write_members(out, map, map->shape.inner);
	out->format->close(out, NEST_OBJECT);
}

static int write_json(const struct session *session, const struct object *object, struct err *err)
{
	int r = session_sandbox(session, err);

	if (r)
		return r;
	session->out->format->start(session->out, SHAPE_LIST);
	for (size_t i = 0; i < object->n; i++)
		write_map(session->out, &object->map[i]);
	session->out->format->finish(session->out);
	return 0;
}

static int add_line(struct table *table, const struct object_map *map,
		    const struct map_shape *shape, bool exact, struct err *err)
{
	struct definition d = define(map, shape);
	struct buf cells[N_COLUMNS] = { 0 };
	int r;

	for (size_t i = 0; i < N_COLUMNS; i++) {
		if (contents[i].fact)
			contents[i].fact(&d.facts, exact, &cells[i]);
		else
			contents[i].text(&d, &cells[i]);
	}
	r = table_add(table, cells, err);
	for (size_t i = 0; i < N_COLUMNS; i++)
		buf_done(&cells[i]);
	definition_done(&d);
	return r;
}

static int write_table(const struct session *session, const struct object *object,
		       const struct show_object *how, struct err *err)
{
	const struct table_style style = {
		.no_headings = how->no_headings,
		.color = globals_color(session->globals, STDOUT_FILENO),
	};
	struct table *table = NULL;
	int r = table_new(columns, N_COLUMNS, &style, &table, err);

	if (!r)
		r = session_sandbox(session, err);
	for (size_t i = 0; !r && i < object->n; i++) {
		const struct object_map *map = &object->map[i];

		r = add_line(table, map, &map->shape, how->exact, err);
		if (!r && map->shape.inner)
			r = add_line(table, map, map->shape.inner, how->exact, err);
	}
	if (!r)
		r = table_write(table, session->stream, err);
	table_free(table);
	return r;
}

int show_object(const struct session *session, const struct show_object *how, struct err *err)
{
	struct object *object = NULL;
	int r;

	if (session->argc < 2)
		return err_set(err, ERR_USAGE,
			       "show object: of which file? A map of this name is 'name object'");
	if (session->argc > 2)
		return err_set(
			err, ERR_USAGE,
			"show object: takes one file, and does not know what to do with '%s'",
			session->argv[2]);
	r = object_read(session->argv[1], &object, err);
	if (r)
		return r;
	if (!object->n)
		session_note(session, "%s: defines no maps", session->argv[1]);
	r = globals_json(session->globals) ? write_json(session, object, err)
					   : write_table(session, object, how, err);
	object_free(object);
	return r;
}
