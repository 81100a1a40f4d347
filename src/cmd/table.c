/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/table.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <string.h>
#include <unistd.h>

#include <libsmartcols.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "output/escape.h"
#include "output/stream.h"

#define FILE_BUFFER (32 * 1024)

struct table {
	struct libscols_table *lines;
	size_t n, n_lines;
	uint8_t *widest; /* of each of the n columns */
	locale_t utf8;	 /* whatever the user's is; 0 where there is none */
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

static struct libscols_table *lines_new(const struct table_column *columns, size_t n,
					const struct table_style *style)
{
	struct libscols_table *table = scols_new_table();

	if (!table)
		return NULL;
	scols_table_enable_noheadings(table, style->no_headings);
	/* What is foreign is escaped already, and by our rules. */
	scols_table_enable_noencoding(table, 1);
	scols_table_enable_minout(table, 1);
	scols_table_set_termforce(table, isatty(STDOUT_FILENO) ? SCOLS_TERMFORCE_ALWAYS
							       : SCOLS_TERMFORCE_NEVER);
	for (size_t i = 0; i < n; i++) {
		int flags = columns[i].cut ? SCOLS_FL_TRUNC : SCOLS_FL_WRAP;
		struct libscols_column *made = scols_table_new_column(
			table, columns[i].name, 0, flags | (columns[i].right ? SCOLS_FL_RIGHT : 0));

		if (!made || scols_column_set_wrapfunc(made, cell_width, next_line, NULL))
			goto fail;
		if (style->color)
			scols_cell_set_color(scols_column_get_header(made), "bold");
	}
	scols_table_enable_colors(table, style->color);
	return table;
fail:
	scols_unref_table(table);
	return NULL;
}

/* r: 0, or -errno. */
static int failed(int r, struct err *err)
{
	if (!r)
		return 0;
	errno = -r;
	return err_sys(err, "drawing the table");
}

int table_new(const struct table_column *columns, size_t n, const struct table_style *style,
	      struct table **ret, struct err *err)
{
	struct libscols_table *lines = lines_new(columns, n, style);
	struct table *table;

	if (!lines)
		return failed(-ENOMEM, err);
	table = mem_zero(sizeof(*table));
	table->lines = lines;
	table->n = n;
	table->widest = mem_zero(n);
	for (size_t i = 0; i < n; i++)
		table->widest[i] = columns[i].widest;
	table->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", NULL);
	*ret = table;
	return 0;
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

int table_add(struct table *table, struct buf *cells, struct err *err)
{
	struct libscols_line *line = scols_table_new_line(table->lines, NULL);
	int r = line ? 0 : -ENOMEM;

	for (size_t i = 0; !r && i < table->n; i++) {
		cut(&cells[i], table->widest[i]);
		if (cells[i].len)
			r = scols_line_set_data(line, i, cells[i].data);
	}
	table->n_lines += !r;
	return failed(r, err);
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

int table_write(struct table *table, struct stream *out, struct err *err)
{
	locale_t before = table->utf8 ? uselocale(table->utf8) : NULL;
	int r = table->n_lines ? print(table->lines, out) : 0;

	if (before)
		uselocale(before);
	return failed(r, err);
}

struct table *table_free(struct table *table)
{
	if (!table)
		return NULL;
	scols_unref_table(table->lines);
	if (table->utf8)
		freelocale(table->utf8);
	free(table->widest);
	free(table);
	return NULL;
}
