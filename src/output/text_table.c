/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "output/text_table.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "output/escape.h"

#define GAP	  2
#define HELD_ROWS 1000
#define HELD_MAX  (1024 * 1024) /* bytes of cells */
#define WIDE	  16		/* more columns than this nobody reads */

struct cell {
	size_t text, len, width; /* text: offset in chars */
	enum tape_kind kind;
};

static void put_cell(const struct table *table, size_t i, const char *text, size_t len,
		     size_t width)
{
	const struct column *column = &table->columns.items[i];
	size_t spaces = column->width > width ? column->width - width : 0;
	bool right = column->numbers && !column->words;
	bool last = i + 1 == table->columns.n;

	if (right)
		stream_spaces(table->out, spaces);
	stream_add(table->out, text, len);
	if (last)
		stream_putc(table->out, '\n');
	else
		stream_spaces(table->out, GAP + (right ? 0 : spaces));
}

static void put_titles(const struct table *table)
{
	size_t i;

	for (i = 0; i < table->columns.n; i++) {
		const char *title = table->columns.items[i].title;
		size_t len = strlen(title);

		put_cell(table, i, title, len, escape_width(title, len));
	}
}

static void put_rows(struct table *table)
{
	size_t i;

	for (i = 0; i < table->n_cells; i++) {
		const struct cell *cell = &table->cells[i];

		put_cell(table, i % table->columns.n, table->chars.data + cell->text, cell->len,
			 cell->width);
	}
	table->n_cells = 0;
	buf_clear(&table->chars);
}

static void settle_widths(struct table *table)
{
	size_t i;

	for (i = 0; i < table->n_cells; i++) {
		const struct cell *cell = &table->cells[i];
		struct column *column = &table->columns.items[i % table->columns.n];

		if (cell->width > column->width)
			column->width = cell->width;
		column->numbers |= cell->kind == TAPE_NUMBER;
		column->words |= cell->kind != TAPE_NUMBER && cell->kind != TAPE_NULL;
	}
}

void table_flush(struct table *table)
{
	if (table->n_cells && !table->flowing) {
		settle_widths(table);
		put_titles(table);
		table->flowing = true;
	}
	put_rows(table);
}

static void add_cell(struct table *table, struct cell *cell, const char *text, size_t len,
		     enum tape_kind kind)
{
	*cell = (struct cell){
		.text = table->chars.len,
		.len = len,
		.width = escape_width(text, len),
		.kind = kind,
	};
	buf_add(&table->chars, text, len);
}

/* A row of cells that say nothing yet. */
static struct cell *add_row(struct table *table)
{
	size_t i;

	for (i = 0; i < table->columns.n; i++)
		table->cells = mem_more(table->cells, table->n_cells + i, &table->cells_cap,
					sizeof(*table->cells));
	memset(table->cells + table->n_cells, 0, table->columns.n * sizeof(*table->cells));
	return table->cells + table->n_cells;
}

static bool fill_row(struct table *table, struct cell *row, const struct tape *tape)
{
	struct walk walk = { .tape = tape, .path = &table->path };
	const struct tape_item *item;
	size_t i = 0;

	while ((item = walk_next(&walk))) {
		i = columns_find(&table->columns, &table->path, i, item->kind == TAPE_NULL);
		if (i >= table->columns.n || row[i].kind)
			return false;
		add_cell(table, &row[i++], tape_text(tape, item), item->word_len, item->kind);
	}
	for (i = 0; i < table->columns.n; i++) {
		if (!row[i].kind)
			add_cell(table, &row[i], "-", 1, TAPE_NULL);
	}
	return true;
}

bool table_row(struct table *table, const struct tape *tape)
{
	size_t chars = table->chars.len;

	if (!table->columns.n)
		columns_make(&table->columns, tape, &table->path);
	if (table->columns.n > WIDE)
		return false;
	if (!fill_row(table, add_row(table), tape)) {
		table->chars.len = chars;
		return false;
	}
	table->n_cells += table->columns.n;
	if (table->flowing)
		put_rows(table);
	else if (table->n_cells / table->columns.n >= HELD_ROWS || table->chars.len >= HELD_MAX)
		table_flush(table);
	return true;
}

void table_done(struct table *table)
{
	columns_done(&table->columns);
	free(table->cells);
	buf_done(&table->chars);
	buf_done(&table->path);
}
