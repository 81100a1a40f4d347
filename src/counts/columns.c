/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "counts/columns.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "output/stream.h"

#define GAP "  "

static void write_lines(struct counter_columns *columns)
{
	stream_add(columns->out, columns->titles.data, columns->titles.len);
	stream_putc(columns->out, '\n');
	stream_add(columns->out, columns->values.data, columns->values.len);
	stream_putc(columns->out, '\n');
	buf_clear(&columns->titles);
	buf_clear(&columns->values);
}

void counter_columns_add(struct counter_columns *columns, const char *title, uint64_t value)
{
	char word[sizeof("18446744073709551615")];
	size_t n = (size_t)snprintf(word, sizeof(word), "%" PRIu64, value), n_title = strlen(title);
	size_t wide = n > n_title ? n : n_title;
	const char *gap = columns->titles.len ? GAP : "";

	if (*gap && columns->width && columns->titles.len + strlen(GAP) + wide > columns->width) {
		write_lines(columns);
		gap = "";
	}
	buf_printf(&columns->titles, "%s%*s", gap, (int)wide, title);
	buf_printf(&columns->values, "%s%*s", gap, (int)wide, word);
}

void counter_columns_finish(struct counter_columns *columns)
{
	if (columns->titles.len)
		write_lines(columns);
	buf_done(&columns->titles);
	buf_done(&columns->values);
}
