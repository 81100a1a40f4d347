/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/data_words.h"

#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/read_file.h"
#include "cli/command.h"
#include "cli/dispatch.h"
#include "codec/words.h"
#include "map/cidr.h"
#include "map/map.h"
#include "output/writer.h"

struct part {
	const char *name;
	uint32_t size, type_id;
	const struct plan *plan;
};

static struct part part_of(const struct map *map, enum data_part part)
{
	if (part == DATA_KEY)
		return (struct part){ "key", map->info.key_size, map->info.btf_key_type_id,
				      map->key_plan };
	return (struct part){ "value", map->info.value_size, map->info.btf_value_type_id,
			      map->value_plan };
}

/* Formats that show bytes, or types as bpftool does, have not made the plan that input needs. */
static int load_types(const struct session *session, struct err *err)
{
	struct map *map = session->maps[0];

	if (!(session->out->format->flags & FORMAT_RAW) || map->btf)
		return 0;
	return map_load_types(map, PLAN_NATIVE, err);
}

static struct plan *native_plan(const struct map *map, const struct part *part)
{
	struct plan *plan = NULL;
	struct err err;

	if (!part->plan || part->plan->dialect == PLAN_NATIVE ||
	    plan_compile(map->btf, part->type_id, part->size, PLAN_NATIVE, &plan, &err))
		return NULL;
	return plan;
}

static bool is_prefix(const struct map *map, enum data_part part, int n_words, char *const *words)
{
	return part == DATA_KEY && map->has_cidr && n_words == 1 && *words[0] != '{' &&
	       !strchr(words[0], '=');
}

static int take_typed(const struct session *session, const struct part *part, int n_words,
		      char *const *words, void *data, struct err *err)
{
	const struct map *map = session->maps[0];
	struct plan *native = native_plan(map, part);
	_cleanup_(buf_done) struct buf left_out = { 0 };
	int r;

	r = words_encode(part->name, native ? native : part->plan, n_words, words, data, part->size,
			 &left_out, err);
	if (!r && left_out.len)
		session_note(session, "%s: %s: left out, and so zero: %s", map_called(map),
			     part->name, buf_str(&left_out));
	plan_free(native);
	return r;
}

int data_words_take(const struct session *session, enum data_part which, int n_words,
		    char *const *words, void *data, struct err *err)
{
	const struct map *map = session->maps[0];
	struct part part = part_of(map, which);
	int r;

	if (part.size > 1 && words_are_bytes(n_words, words, part.size))
		return words_encode(part.name, NULL, n_words, words, data, part.size, NULL, err);
	if (n_words == 1 && *words[0] == '@') {
		r = read_file_exact(words[0] + 1, data, part.size, err);
		return r ? err_wrap(err, "%s", part.name) : 0;
	}
	r = load_types(session, err);
	if (r)
		return r;
	part = part_of(map, which);
	if (!is_prefix(map, which, n_words, words))
		return take_typed(session, &part, n_words, words, data, err);
	r = cidr_parse(words[0], data, part.size, err);
	return r ? err_wrap(err, "%s", part.name) : 0;
}
