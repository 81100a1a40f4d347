/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "output/text_columns.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "output/escape.h"

const struct tape_item *walk_next(struct walk *walk)
{
	while (walk->i < walk->tape->n) {
		const struct tape_item *item = &walk->tape->items[walk->i++];

		if (item->kind == TAPE_CLOSE) {
			walk->depth--;
			continue;
		}
		walk->path->len = walk->cut[walk->depth];
		buf_add(walk->path, tape_name(walk->tape, item), item->name_len);
		if (item->kind != TAPE_OPEN)
			return item;
		buf_add(walk->path, ".", 1);
		walk->cut[++walk->depth] = walk->path->len;
	}
	return NULL;
}

/* A path that several members of the record have is told apart by theirs. */
static bool shares_title(const struct columns *columns, const struct column *column)
{
	size_t i;

	for (i = 0; i < columns->n; i++) {
		const struct column *other = &columns->items[i];

		if (other != column && other->below &&
		    !strcmp(other->path + other->below, column->path + column->below))
			return true;
	}
	return false;
}

static char *make_title(const struct columns *columns, const struct column *column)
{
	char *title, *s;

	if (column->below && shares_title(columns, column))
		return mem_strdup(column->path);
	title = mem_strdup(column->path + column->below);
	if (column->below || strchr(title, '\\'))
		return title;
	for (s = title; *s; s++)
		*s = (char)toupper((unsigned char)*s);
	return title;
}

void columns_make(struct columns *columns, const struct tape *tape, struct buf *path)
{
	struct walk walk = { .tape = tape, .path = path };
	size_t i;

	while (walk_next(&walk)) {
		columns->items = mem_more(columns->items, columns->n, &columns->cap,
					  sizeof(*columns->items));
		columns->items[columns->n++] = (struct column){
			.path = mem_strdup(path->data),
			.path_len = path->len,
			.below = walk.depth ? walk.cut[1] : 0,
		};
	}
	for (i = 0; i < columns->n; i++) {
		struct column *column = &columns->items[i];

		column->title = make_title(columns, column);
		column->width = escape_width(column->title, strlen(column->title));
	}
}

void columns_done(struct columns *columns)
{
	size_t i;

	for (i = 0; i < columns->n; i++) {
		free(columns->items[i].path);
		free(columns->items[i].title);
	}
	free(columns->items);
	*columns = (struct columns){ 0 };
}

static bool is_column(const struct column *column, const struct buf *path)
{
	return column->path_len == path->len && !memcmp(column->path, path->data, path->len);
}

size_t columns_find(const struct columns *columns, const struct buf *path, size_t hint,
		    bool is_null)
{
	size_t i;

	if (hint < columns->n && is_column(&columns->items[hint], path))
		return hint;
	for (i = 0; i < columns->n; i++) {
		if (is_column(&columns->items[i], path))
			return i;
	}
	for (i = 0; is_null && i < columns->n; i++) {
		const struct column *column = &columns->items[i];

		if (column->path_len > path->len && column->path[path->len] == '.' &&
		    !memcmp(column->path, path->data, path->len))
			return i;
	}
	return SIZE_MAX;
}
