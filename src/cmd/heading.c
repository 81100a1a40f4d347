/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/heading.h"

#include <string.h>

#include "base/buf.h"
#include "cli/command.h"
#include "map/map.h"
#include "output/escape.h"
#include "output/stream.h"

void heading_write(const struct session *session, const struct map *map, bool first)
{
	struct buf line = { 0 };

	if (!first)
		buf_puts(&line, "\n");
	escape_text(&line, map->name, strlen(map->name));
	buf_printf(&line, "%s%s, id %u\n", *map->name ? ": " : "", map->type->name, map->info.id);
	stream_add(session->stream, line.data, line.len);
	buf_done(&line);
}
