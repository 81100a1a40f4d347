/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/shape_writer.h"

#include "base/buf.h"
#include "map/map_types.h"
#include "map/shape.h"
#include "output/writer.h"

void shape_write(const char *path, const struct map_shape *shape, struct writer *out)
{
	static const struct label action = LABEL_LOOK("action", LOOK_NAME),
				  pin = LABEL_LOOK("path", LOOK_NAME),
				  type = LABEL_LOOK("type", LOOK_NAME),
				  name = LABEL_LOOK("name", LOOK_NAME),
				  flags = LABEL_LOOK("flags", LOOK_NAME), key = LABEL("bytes_key"),
				  value = LABEL("bytes_value"), entries = LABEL("max_entries");
	struct buf spelled = { 0 };

	out->format->record(out);
	writer_str(out, &action, "create");
	writer_str(out, &pin, path);
	writer_str(out, &type, map_type_find(shape->type)->name);
	writer_str(out, &name, shape->name ? shape->name : "");
	if (out->format->flags & FORMAT_MACHINE) {
		out->format->uint(out, &flags, shape->flags);
	} else {
		map_flags_spell(shape->flags, &spelled);
		writer_str(out, &flags, buf_str(&spelled));
	}
	out->format->uint(out, &key, shape->key_size);
	out->format->uint(out, &value, shape->value_size);
	out->format->uint(out, &entries, shape->max_entries);
	buf_done(&spelled);
}
