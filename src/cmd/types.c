/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/nearest.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/dispatch.h"
#include "cli/globals.h"
#include "cmd/table.h"
#include "cmd/type_facts.h"
#include "map/map_types.h"
#include "output/writer.h"

#define N_COLUMNS 7

static const struct table_column columns[N_COLUMNS] = {
	{ .name = "NUMBER", .right = true },
	{ .name = "TYPE" },
	{ .name = "KERNEL" },
	{ .name = "KEY" },
	{ .name = "VALUE" },
	{ .name = "SUPPORTS" },
	{ .name = "NOTE", .cut = true },
};

/* How a text calls the columns when it tells of one type. */
static const char *const headings[N_COLUMNS] = { "number", "type",     "kernel", "key",
						 "value",  "supports", "note" };

static const char *known(const char *s)
{
	return s ? s : "?";
}

/* Cells in the order of columns; a note only where there is one. */
static void fill(const struct type_facts *facts, bool details, struct buf *cells)
{
	const struct map_type *type = facts->type;
	const char *name;

	for (size_t i = 0; i < N_COLUMNS; i++)
		buf_clear(&cells[i]);
	buf_printf(&cells[0], "%u", type->number);
	buf_puts(&cells[1], type->name);
	buf_puts(&cells[2], facts->present < 0 ? "?" : facts->present ? "yes" : "no");
	buf_puts(&cells[3], known(facts->key));
	buf_puts(&cells[4], known(facts->value));
	for (size_t i = 0; (name = type_ability(i)); i++)
		if (type_has_ability(type, i) && (details || !type_ability_is_detail(i)))
			buf_printf(&cells[5], "%s%s", cells[5].len ? " " : "", name);
	if (type->instead)
		buf_puts(&cells[6], type->instead);
}

static void cells_done(struct buf *cells)
{
	for (size_t i = 0; i < N_COLUMNS; i++)
		buf_done(&cells[i]);
}

static void write_string(struct writer *out, const struct label *label, const char *s)
{
	if (s)
		writer_str(out, label, s);
	else
		out->format->null(out, label, NULL);
}

static void write_members(struct writer *out, const struct type_facts *facts)
{
	static const struct label number = LABEL("number"), name = LABEL_LOOK("name", LOOK_NAME),
				  present = LABEL("present"), key = LABEL("key"),
				  value = LABEL("value"), supports = LABEL("supports"),
				  note = LABEL("note");
	const char *ability;

	out->format->record(out);
	out->format->uint(out, &number, facts->type->number);
	writer_str(out, &name, facts->type->name);
	if (facts->present < 0)
		out->format->null(out, &present, "unknown");
	else
		out->format->boolean(out, &present, facts->present);
	write_string(out, &key, facts->key);
	write_string(out, &value, facts->value);
	out->format->open(out, &supports, NEST_ARRAY);
	for (size_t i = 0; (ability = type_ability(i)); i++)
		if (type_has_ability(facts->type, i))
			writer_str(out, &label_element, ability);
	out->format->close(out, NEST_ARRAY);
	write_string(out, &note, facts->type->instead);
}

static void write_json(const struct session *session, const struct type_list *list,
		       enum shape shape)
{
	struct writer *out = session->out;

	out->format->start(out, shape);
	for (size_t i = 0; i < list->n; i++)
		write_members(out, &list->type[i]);
	out->format->finish(out);
}

static int write_table(const struct session *session, const struct type_list *list, struct err *err)
{
	const struct table_style style = {
		.color = globals_color(session->globals, STDOUT_FILENO),
	};
	struct buf cells[N_COLUMNS] = { 0 };
	struct table *table = NULL;
	int r = table_new(columns, N_COLUMNS, &style, &table, err);

	if (!r)
		r = session_sandbox(session, err);
	for (size_t i = 0; !r && i < list->n; i++) {
		fill(&list->type[i], false, cells);
		r = table_add(table, cells, err);
	}
	if (!r)
		r = table_write(table, session->stream, err);
	table_free(table);
	cells_done(cells);
	return r;
}

static void write_lines(const struct session *session, const struct type_facts *facts)
{
	struct buf cells[N_COLUMNS] = { 0 }, line = { 0 };

	fill(facts, true, cells);
	for (size_t i = 0; i < N_COLUMNS; i++)
		if (cells[i].len)
			buf_printf(&line, "%s:%*s%s\n", headings[i], (int)(9 - strlen(headings[i])),
				   "", buf_str(&cells[i]));
	stream_add(session->stream, buf_str(&line), line.len);
	buf_done(&line);
	cells_done(cells);
}

/* By name, as all commands show it, or by number. */
static int find(const char *word, const struct map_type **ret, struct err *err)
{
	struct nearest nearest = NEAREST(word);
	const struct map_type *type;
	uint32_t number;

	if (!number_u32(word, &number)) {
		*ret = map_type_find(number);
		return 0;
	}
	for (size_t i = 0; (type = map_type_nth(i)); i++) {
		nearest_offer(&nearest, type->name);
		if (strcmp(word, type->name))
			continue;
		*ret = type;
		return 0;
	}
	if (nearest.best)
		return err_set(err, ERR_USAGE,
			       "types: there is no map type '%s'; did you mean '%s'?", word,
			       nearest.best);
	return err_set(err, ERR_USAGE,
		       "types: there is no map type '%s'; 'mapctl types' lists them", word);
}

static int write_all(const struct session *session, const struct type_list *list, struct err *err)
{
	bool one = session->argc, json = globals_json(session->globals);
	int r;

	if (!one && !json)
		return write_table(session, list, err);
	r = session_sandbox(session, err);
	if (r)
		return r;
	if (json)
		write_json(session, list, one ? SHAPE_ONE : SHAPE_LIST);
	else
		write_lines(session, &list->type[0]);
	return 0;
}

static int run(const struct session *session, const void *settings, struct err *err)
{
	const struct map_type *type = NULL;
	struct type_list list = { 0 };
	int r = 0;

	(void)settings;
	if (session->argc > 1)
		return err_set(err, ERR_USAGE, "types: does not know what to do with '%s'",
			       session->argv[1]);
	if (session->argc)
		r = find(session->argv[0], &type, err);
	if (r)
		return r;
	if (type)
		type_list_add(&list, type);
	else
		type_list_all(&list);
	if (list.unknown)
		session_note(session,
			     "which types this kernel has is found out by making maps, "
			     "which needs CAP_BPF, of some CAP_NET_ADMIN too (run as root)");
	r = write_all(session, &list, err);
	type_list_done(&list);
	return r;
}

static void complete(int n, char *const *words, struct buf *ret)
{
	const struct map_type *type;

	(void)words;
	for (size_t i = 0; !n && (type = map_type_nth(i)); i++)
		buf_printf(ret, "%s\n", type->name);
}

extern const struct command cmd_types;
const struct command cmd_types = {
	.name = "types",
	.synopsis = "[TYPE]",
	.summary = "list the map types, and what each can do",
	.takes = TAKES_NO_MAP,
	.flags = COMMAND_WORDS,
	.run = run,
	.complete = complete,
};
