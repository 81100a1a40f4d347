/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/map_table.h"

#include "base/alloc.h"
#include "base/buf.h"
#include "cmd/map_columns.h"
#include "cmd/table.h"
#include "map/inventory.h"
#include "output/stream.h"

struct map_table {
	struct table *table;
	const struct map_column_choice *columns;
	bool exact;
};

int map_table_new(const struct map_column_choice *columns, const struct map_table_options *options,
		  struct map_table **ret, struct err *err)
{
	const struct table_style style = { options->no_headings, options->color };
	struct table_column drawn[MAP_COLUMNS_MAX];
	struct table *table = NULL;
	int r;

	for (size_t i = 0; i < columns->n; i++)
		drawn[i] = (struct table_column){ .name = columns->column[i]->name,
						  .right = columns->column[i]->right,
						  .widest = columns->column[i]->widest };
	r = table_new(drawn, columns->n, &style, &table, err);
	if (r)
		return r;
	*ret = mem_zero(sizeof(**ret));
	(*ret)->table = table;
	(*ret)->columns = columns;
	(*ret)->exact = options->exact;
	return 0;
}

int map_table_write(struct map_table *table, const struct inventory *maps, struct stream *out,
		    struct err *err)
{
	const struct map_column_choice *columns = table->columns;
	struct buf cells[MAP_COLUMNS_MAX] = { 0 };
	int r = 0;

	for (size_t i = 0; !r && i < maps->n; i++) {
		for (size_t c = 0; c < columns->n; c++) {
			buf_clear(&cells[c]);
			columns->column[c]->text(&maps->map[i], table->exact, &cells[c]);
		}
		r = table_add(table->table, cells, err);
	}
	for (size_t c = 0; c < columns->n; c++)
		buf_done(&cells[c]);
	return r ? r : table_write(table->table, out, err);
}

struct map_table *map_table_free(struct map_table *table)
{
	if (!table)
		return NULL;
	table_free(table->table);
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
