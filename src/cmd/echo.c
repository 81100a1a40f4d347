/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/echo.h"

#include <errno.h>

#include "base/alloc.h"
#include "cli/session.h"
#include "entry/change.h"
#include "entry/change_writer.h"
#include "entry/entry_writer.h"
#include "map/map.h"
#include "output/writer.h"
#include "words/key_words.h"

int echo_read(const struct map *map, const struct key_words *key, bool is_new, struct echo *ret,
	      struct err *err)
{
	*ret = (struct echo){ .map = map, .key = key, .error = -ENOENT };
	if (is_new)
		return 0;
	ret->value = mem_try_array(1, map_value_bytes(map));
	if (!ret->value)
		return err_sys(err, "%s: room for a value of %zu bytes", map_called(map),
			       map_value_bytes(map));
	ret->error = entry_old(map, key->bytes, ret->value);
	return 0;
}

void echo_done(struct echo *echo)
{
	free(echo->value);
}

static const struct owner *owner_of(const struct echo *echo)
{
	return echo->key->owner.kind ? &echo->key->owner : NULL;
}

void echo_entry(const struct session *session, const struct echo *echo)
{
	struct entry_options options = { .owner = owner_of(echo) };
	struct writer *out = session->out;

	out->format->start(out, SHAPE_ONE);
	entry_write(echo->map, &options, echo->key->bytes, echo->value, -echo->error, out);
	out->format->finish(out);
}

void echo_change(const struct session *session, const struct echo *echo,
		 const struct change *change)
{
	struct change whole = *change;
	struct writer *out = session->out;

	whole.key = echo->key->bytes;
	whole.owner = owner_of(echo);
	whole.old_value = echo->error ? NULL : echo->value;
	whole.old_error = echo->error;
	out->format->start(out, SHAPE_ONE);
	change_write(echo->map, &whole, out);
	out->format->finish(out);
}
