/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/map_table.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <string.h>
#include <unistd.h>

#include <libsmartcols.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "cmd/map_columns.h"
#include "map/inventory.h"
#include "output/escape.h"
#include "output/stream.h"

#define FILE_BUFFER (32 * 1024)

struct map_table {
	struct libscols_table *lines;
	const struct map_column_choice *columns;
	bool exact;
	locale_t utf8; /* whatever the user's is; 0 where there is none */
};

/*
 * Widths in our own count: libsmartcols takes each cell apart with mbrtowc()
 * and wcwidth(), and does so once less, a quarter of the drawing, where cells
 * count their own width because they may go on in a further line.
 */
static size_t cell_width(const struct libscols_column *column, const char *cell, void *data)
{
	(void)column;
	(void)data;
	return escape_width(cell, strlen(cell));
}

/* Which ours never do. */
static char *next_line(const struct libscols_column *column, char *cell, void *data)
{
	(void)column;
	(void)cell;
	(void)data;
	return NULL;
}

static struct libscols_table *lines_new(const struct map_column_choice *columns,
					const struct map_table_options *options)
{
	struct libscols_table *table = scols_new_table();

	if (!table)
		return NULL;
	scols_table_enable_noheadings(table, options->no_headings);
	/* What is foreign is escaped already, and by our rules. */
	scols_table_enable_noencoding(table, 1);
	scols_table_enable_minout(table, 1);
	scols_table_set_termforce(table, isatty(STDOUT_FILENO) ? SCOLS_TERMFORCE_ALWAYS
							       : SCOLS_TERMFORCE_NEVER);
	for (size_t i = 0; i < columns->n; i++) {
		const struct map_column *column = columns->column[i];
		struct libscols_column *made = scols_table_new_column(
			table, column->name, 0,
			SCOLS_FL_WRAP | (column->right ? SCOLS_FL_RIGHT : 0));

		if (!made || scols_column_set_wrapfunc(made, cell_width, next_line, NULL))
			goto fail;
		if (options->color)
			scols_cell_set_color(scols_column_get_header(made), "bold");
	}
	scols_table_enable_colors(table, options->color);
	return table;
fail:
	scols_unref_table(table);
	return NULL;
}

/* At the start of a character. */
static void cut(struct buf *cell, size_t widest)
{
	if (!widest || cell->len <= widest)
		return;
	while (widest && (cell->data[widest] & 0xc0) == 0x80)
		widest--;
	cell->len = widest;
	buf_puts(cell, "...");
}

static int add_line(struct libscols_table *table, const struct map_facts *facts,
		    const struct map_column_choice *columns, bool exact)
{
	struct libscols_line *line = scols_table_new_line(table, NULL);
	struct buf cell = { 0 };
	int r = line ? 0 : -ENOMEM;

	for (size_t i = 0; !r && i < columns->n; i++) {
		buf_clear(&cell);
		columns->column[i]->text(facts, exact, &cell);
		cut(&cell, columns->column[i]->widest);
		if (cell.len)
			r = scols_line_set_data(line, i, cell.data);
	}
	buf_done(&cell);
	return r;
}

static ssize_t pass_on(void *stream, const char *bytes, size_t n)
{
	stream_add(stream, bytes, n);
	return (ssize_t)n;
}

/* libsmartcols writes to a stdio stream: one that ends in ours. */
static FILE *open_onto(struct stream *out)
{
	FILE *file = fopencookie(out, "w", (cookie_io_functions_t){ .write = pass_on });

	if (!file)
		return NULL;
	setvbuf(file, NULL, _IOFBF, FILE_BUFFER);
	__fsetlocking(file, FSETLOCKING_BYCALLER); /* a padding of ten blanks is ten calls */
	return file;
}

/* 0 or -errno. */
static int print(struct libscols_table *table, struct stream *out)
{
	FILE *file = open_onto(out);
	int r;

	if (!file)
		return -ENOMEM;
	scols_table_set_stream(table, file);
	r = scols_print_table(table);
	return fclose(file) ? -errno : r;
}

int map_table_new(const struct map_column_choice *columns, const struct map_table_options *options,
		  struct map_table **ret, struct err *err)
{
	struct libscols_table *lines = lines_new(columns, options);

	if (!lines) {
		errno = ENOMEM;
		return err_sys(err, "drawing the table");
	}
	*ret = mem_zero(sizeof(**ret));
	(*ret)->lines = lines;
	(*ret)->columns = columns;
	(*ret)->exact = options->exact;
	(*ret)->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", NULL);
	return 0;
}

int map_table_write(struct map_table *table, const struct inventory *maps, struct stream *out,
		    struct err *err)
{
	locale_t before = table->utf8 ? uselocale(table->utf8) : NULL;
	int r = 0;

	for (size_t i = 0; !r && i < maps->n; i++)
		r = add_line(table->lines, &maps->map[i], table->columns, table->exact);
	if (!r && maps->n)
		r = print(table->lines, out);
	if (before)
		uselocale(before);
	if (!r)
		return 0;
	errno = -r;
	return err_sys(err, "drawing the table");
}

struct map_table *map_table_free(struct map_table *table)
{
	if (!table)
		return NULL;
	scols_unref_table(table->lines);
	if (table->utf8)
		freelocale(table->utf8);
	free(table);
	return NULL;
}

void map_table_columns(struct stream *out)
{
	struct buf line = { 0 };

	for (const struct map_column *row = map_columns; row->name; row++)
		buf_printf(&line, "%-9s %s\n", row->name, row->help);
	stream_add(out, line.data, line.len);
	buf_done(&line);
}
