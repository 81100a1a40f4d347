/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* list and show: the same facts, of all maps as a table or of one map in full. */
#include <ctype.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "cli/command.h"
#include "cli/dispatch.h"
#include "cli/globals.h"
#include "cmd/count_entries.h"
#include "cmd/map_columns.h"
#include "cmd/map_table.h"
#include "cmd/show_object.h"
#include "map/inventory.h"
#include "map/map.h"
#include "output/writer.h"

struct list_settings {
	const char *columns;
	bool list_columns, no_headings, bytes, count;
};

#define AT(member) offsetof(struct list_settings, member)

static const struct opt options[] = {
	{ "output", 'o', OPT_WORD, AT(columns), "COL,...", NULL,
	  "these columns; +COL,... behind the usual ones; see -H" },
	{ "list-columns", 'H', OPT_FLAG, AT(list_columns), NULL, NULL, "list the columns" },
	{ "noheadings", 0, OPT_FLAG, AT(no_headings), NULL, NULL, "no headings" },
	{ "bytes", 0, OPT_FLAG, AT(bytes), NULL, NULL, "sizes in bytes, flags as a number" },
	{ "count", 0, OPT_FLAG, AT(count), NULL, NULL,
	  "count entries by walking where the kernel does not tell" },
	{ .name = NULL },
};

static void write_members(struct writer *out, const struct map_facts *facts,
			  const struct map_column_choice *columns)
{
	out->format->record(out);
	for (size_t i = 0; i < columns->n; i++)
		if (columns->column[i]->members)
			columns->column[i]->members(facts, out);
}

static const struct {
	unsigned int bit;
	const char *unknown, *partial;
} lacks[] = {
	{ INVENTORY_MAPS, NULL, "some maps may not be looked at, and are left out" },
	{ INVENTORY_MEMORY,
	  "memory and owners are not known: /proc does not tell, or the maps may not be opened "
	  "(CAP_SYS_ADMIN)",
	  "memory and owner of some maps are not known: they may not be opened" },
	{ INVENTORY_TYPES, NULL,
	  "the types of some maps are not known: their BTF is too large, or may not be read "
	  "(CAP_SYS_ADMIN)" },
	{ INVENTORY_PINS, "pins are not known: /proc/self/mountinfo cannot be read",
	  "only some pins are known: not every folder and pin may be read (CAP_DAC_OVERRIDE)" },
	{ INVENTORY_PROGRAMS, "programs are not known (CAP_SYS_ADMIN)",
	  "only some programs could be looked at" },
	{ INVENTORY_PIDS, "processes are not known: /proc cannot be read",
	  "only some processes could be looked into (CAP_SYS_PTRACE)" },
};

static void note_lacks(const struct session *session, const struct inventory *maps)
{
	for (size_t i = 0; i < sizeof(lacks) / sizeof(lacks[0]); i++) {
		if (maps->unknown & lacks[i].bit && lacks[i].unknown)
			session_note(session, "%s", lacks[i].unknown);
		else if (maps->partial & lacks[i].bit)
			session_note(session, "%s", lacks[i].partial);
	}
}

/* From here on nothing is opened any more: what is left is to count, and to print. */
static int give_up_privileges(const struct session *session, const struct list_settings *settings,
			      struct inventory *maps, struct err *err)
{
	const char *mode = session->globals->sandbox;
	bool must = mode && !strcmp(mode, "require");
	struct countings countings = { 0 };
	int r = settings->count ? countings_open(maps, !must, &countings, err) : 0;

	if (!r)
		r = session_sandbox(session, err);
	if (!r)
		countings_read(&countings);
	countings_done(&countings);
	return r;
}

static int list_json(const struct session *session, const struct list_settings *settings,
		     struct inventory *maps, const struct map_column_choice *columns,
		     struct err *err)
{
	struct writer *out = session->out;
	int r = give_up_privileges(session, settings, maps, err);

	if (r)
		return r;
	out->format->start(out, SHAPE_LIST);
	for (size_t i = 0; i < maps->n; i++)
		write_members(out, &maps->map[i], columns);
	out->format->finish(out);
	return 0;
}

static int list_table(const struct session *session, const struct list_settings *settings,
		      struct inventory *maps, const struct map_column_choice *columns,
		      struct err *err)
{
	const struct map_table_options style = {
		.no_headings = settings->no_headings,
		.exact = settings->bytes,
		.color = globals_color(session->globals, STDOUT_FILENO),
	};
	struct map_table *table = NULL;
	int r = map_table_new(columns, &style, &table, err);

	if (!r)
		r = give_up_privileges(session, settings, maps, err);
	if (!r)
		r = map_table_write(table, maps, session->stream, err);
	map_table_free(table);
	return r;
}

static int list(const struct session *session, const struct list_settings *settings,
		const struct map_column_choice *columns, struct err *err)
{
	struct inventory *maps = NULL;
	int r = inventory_read(columns->want, &maps, err);

	if (r)
		return r;
	note_lacks(session, maps);
	if (globals_json(session->globals))
		r = list_json(session, settings, maps, columns, err);
	else
		r = list_table(session, settings, maps, columns, err);
	inventory_free(maps);
	return r;
}

/* "name: conns" a line, where there is something to say. */
static void write_lines(const struct session *session, const struct map_facts *facts,
			const struct map_column_choice *columns, bool exact)
{
	struct buf line = { 0 }, cell = { 0 };

	for (size_t i = 0; i < columns->n; i++) {
		const char *name = columns->column[i]->name;

		buf_clear(&cell);
		columns->column[i]->text(facts, exact, &cell);
		if (!cell.len)
			continue;
		for (const char *c = name; *c; c++)
			buf_printf(&line, "%c", tolower((unsigned char)*c));
		buf_printf(&line, ":%*s%s\n", (int)(10 - strlen(name)), "", buf_str(&cell));
	}
	stream_add(session->stream, buf_str(&line), line.len);
	buf_done(&line);
	buf_done(&cell);
}

/* {…} of one map; with --all, a list; in text one below the other. */
static void write_maps(const struct session *session, const struct list_settings *settings,
		       const struct inventory *maps, const struct map_column_choice *columns)
{
	bool json = globals_json(session->globals);
	struct writer *out = session->out;

	if (json)
		out->format->start(out, session->globals->all ? SHAPE_LIST : SHAPE_ONE);
	for (size_t i = 0; i < maps->n; i++) {
		if (!json && i)
			stream_putc(session->stream, '\n');
		if (json)
			write_members(out, &maps->map[i], columns);
		else
			write_lines(session, &maps->map[i], columns, settings->bytes);
	}
	if (json)
		out->format->finish(out);
}

static int show(const struct session *session, const struct list_settings *settings,
		const struct map_column_choice *columns, struct err *err)
{
	struct inventory *maps = NULL;
	int r = inventory_read_these(session->maps, session->n_maps, columns->want, &maps, err);

	if (r)
		return r;
	note_lacks(session, maps);
	r = give_up_privileges(session, settings, maps, err);
	if (!r)
		write_maps(session, settings, maps, columns);
	inventory_free(maps);
	return r;
}

static void list_columns(const struct session *session)
{
	static const struct label name = LABEL("name"), help = LABEL("help");
	struct writer *out = session->out;

	if (!globals_json(session->globals)) {
		map_table_columns(session->stream);
		return;
	}
	out->format->start(out, SHAPE_LIST);
	for (const struct map_column *column = map_columns; column->name; column++) {
		out->format->record(out);
		writer_str(out, &name, column->name);
		writer_str(out, &help, column->help);
	}
	out->format->finish(out);
}

/* Of maps that are not there yet there is less to tell. */
static int show_definitions(const struct session *session, const struct list_settings *settings,
			    struct err *err)
{
	const struct show_object how = {
		.no_headings = settings->no_headings,
		.exact = settings->bytes,
	};

	if (settings->columns || settings->count)
		return err_set(err, ERR_USAGE, "show object: takes no --%s",
			       settings->columns ? "output" : "count");
	return show_object(session, &how, err);
}

static int run(const struct session *session, const void *data, struct err *err)
{
	const struct list_settings *settings = data;
	bool all = session->n_maps || globals_json(session->globals);
	const char *wanted = settings->columns;
	struct map_column_choice columns;
	int r;

	if (settings->list_columns) {
		list_columns(session);
		return 0;
	}
	if (session->argc)
		return show_definitions(session, settings, err);
	if (!wanted && !all && session->globals->show_pins)
		wanted = "+PINS";
	r = map_columns_choose(wanted, all && !wanted, &columns, err);
	if (r)
		return r;
	return session->n_maps ? show(session, settings, &columns, err)
			       : list(session, settings, &columns, err);
}

static void complete_list(const char *option, struct buf *ret)
{
	for (const struct map_column *row = map_columns; !strcmp(option, "output") && row->name;
	     row++)
		buf_printf(ret, "%s\n", row->name);
}

extern const struct command cmd_list, cmd_show;
const struct command cmd_list = {
	.name = "list",
	.heading = "See",
	.summary = "list the maps there are",
	.takes = TAKES_MAPS_IF,
	.options = options,
	.settings_size = sizeof(struct list_settings),
	.run = run,
	.complete_list = complete_list,
};
const struct command cmd_show = {
	.name = "show",
	.summary = "tell all about a map; without one, as list",
	.takes = TAKES_MAPS_IF,
	.instead_of_map = "object",
	.options = options,
	.settings_size = sizeof(struct list_settings),
	.run = run,
	.complete_list = complete_list,
};
