/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "words/data_words.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include <bsd/string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/read_file.h"
#include "cli/session.h"
#include "codec/encode.h"
#include "codec/words.h"
#include "map/cidr.h"
#include "map/given_types.h"
#include "map/map.h"
#include "map/views.h"
#include "output/writer.h"

#define HINT_SIZE 64

struct part {
	const char *name;
	uint32_t size;
	const struct plan *plan;
};

static struct part part_of(const struct map *map, enum data_part part)
{
	if (part == DATA_KEY)
		return (struct part){ "key", map->info.key_size, map->key_plan };
	return (struct part){ "value", map->info.value_size, map->value_plan };
}

/*
 * Formats that show bytes, or types as bpftool does, have not made the plan that input needs;
 * whoever takes words has the map to look at only.
 */
static int load_types(const struct session *session, const struct map *map, struct err *err)
{
	if (!(session->out->format->flags & FORMAT_RAW) || map->btf || map->key_plan ||
	    map->value_plan)
		return 0;
	for (size_t i = 0; i < session->n_maps; i++)
		if (session->maps[i] == map)
			return map_load_types(session->maps[i], PLAN_NATIVE, err);
	return 0;
}

/* The plan that input needs where the map's own is none for it, or NULL; the caller frees it. */
static int native_plan(const struct session *session, const struct map *map, enum data_part which,
		       struct plan **ret, struct err *err)
{
	return map_native_plan(map, which == DATA_VALUE, session->types->views, ret, err);
}

static void note_left_out(const struct session *session, const struct map *map, const char *part,
			  const struct buf *left_out)
{
	if (left_out->len)
		session_note(session, "%s: %s: left out, and so zero: %s", map_called(map), part,
			     buf_str(left_out));
}

/* In double quotes may be the digits of its bytes, too, as --numeric prints them. */
static bool is_prefix(const struct map *map, enum data_part part, const struct word_run *run)
{
	const char *word = run->words[0];

	return part == DATA_KEY && map->has_cidr && run->n == 1 && *word != '{' &&
	       !strchr(word, '=') && (*word != '"' || strpbrk(word, ".:/"));
}

static int take_typed(const struct session *session, const struct map *map, enum data_part which,
		      const struct word_run *run, void *data, struct err *err)
{
	const struct part typed = part_of(map, which), *part = &typed;
	struct plan *native = NULL;
	_cleanup_(buf_done) struct buf left_out = { 0 };
	int r = native_plan(session, map, which, &native, err);

	if (r)
		return r;
	r = words_encode(part->name, native ? native : part->plan, run->n, run->words, data,
			 part->size, &left_out, err);
	if (!r)
		note_left_out(session, map, part->name, &left_out);
	plan_free(native);
	return r;
}

static int take_words(const struct session *session, const struct map *map, enum data_part which,
		      const struct word_run *run, void *data, struct err *err)
{
	struct part part = part_of(map, which);
	int r;

	if (part.size > 1 && words_are_bytes(run->n, run->words, part.size))
		return words_encode(part.name, NULL, run->n, run->words, data, part.size, NULL,
				    err);
	if (run->n == 1 && *run->words[0] == '@') {
		r = read_file_exact(run->words[0] + 1, data, part.size, err);
		return r ? err_wrap(err, "%s", part.name) : 0;
	}
	r = load_types(session, map, err);
	if (r)
		return r;
	if (!is_prefix(map, which, run))
		return take_typed(session, map, which, run, data, err);
	r = cidr_parse(run->words[0], data, part.size, err);
	return r ? err_wrap(err, "%s", part.name) : 0;
}

static bool looks_like_option(const char *word)
{
	size_t dashes = strspn(word, "-");

	return (dashes == 1 || dashes == 2) && isalpha((unsigned char)word[dashes]);
}

/* What the words look as if they were meant to be; false: like nothing else. */
static bool hint_at(const struct map *map, enum data_part which, const struct word_run *run,
		    char *ret)
{
	struct part part = part_of(map, which);

	if (run->n > 1 && looks_like_option(run->words[run->n - 1]))
		return strlcpy(ret, "options stand before 'key' and 'value'", HINT_SIZE);
	if (run->n > 1 || part.plan || !isdigit((unsigned char)*run->words[0]) ||
	    (part.size != 2 && part.size != 4 && part.size != 8))
		return false;
	snprintf(ret, HINT_SIZE, "with --%s-type u%u one number will do", part.name, 8 * part.size);
	return true;
}

int data_words_take(const struct session *session, const struct map *map, enum data_part which,
		    const struct word_run *run, void *data, struct err *err)
{
	int r = take_words(session, map, which, run, data, err);
	char why[sizeof(err->msg)], hint[HINT_SIZE];

	if (r != -ERR_USAGE || !hint_at(map, which, run, hint))
		return r;
	strlcpy(why, err->msg, sizeof(why));
	return err_set(err, ERR_USAGE, "%s; %s", why, hint);
}

/* As data_words_take() takes it where there is no type: digits in double quotes. */
static int take_digits(const struct part *part, const json_t *json, void *data, struct err *err)
{
	char *word = json_is_string(json) ? mem_printf("\"%s\"", json_string_value(json)) : NULL;
	int r = -ERR_USAGE;

	if (word && strlen(word) == 2 + 2 * (size_t)part->size)
		r = words_encode(part->name, NULL, 1, &word, data, part->size, NULL, err);
	free(word);
	if (!r)
		return 0;
	return err_set(err, ERR_USAGE,
		       "%s: it has no type: its %u byte%s as %u hex digits in double quotes",
		       part->name, part->size, part->size == 1 ? "" : "s", 2 * part->size);
}

int data_json_take(const struct session *session, const struct map *map, enum data_part which,
		   const json_t *json, void *data, struct err *err)
{
	_cleanup_(buf_done) struct buf left_out = { 0 };
	int r = load_types(session, map, err);
	struct part part = part_of(map, which);
	struct plan *native = NULL;

	if (!r)
		r = native_plan(session, map, which, &native, err);
	if (r)
		return r;
	if (!native && !part.plan)
		return take_digits(&part, json, data, err);
	memset(data, 0, part.size);
	r = plan_encode_json(native ? native : part.plan, json, data, &left_out, err);
	if (!r)
		note_left_out(session, map, part.name, &left_out);
	plan_free(native);
	return r ? err_wrap(err, "%s", part.name) : 0;
}

int data_words_change(const struct session *session, const struct map *map,
		      const struct word_run *run, void *cell, struct err *err)
{
	int r = load_types(session, map, err);
	struct part part = part_of(map, DATA_VALUE);
	struct plan *native = NULL;

	if (r)
		return r;
	if (!part.plan || map->type->value != VALUE_BYTES)
		return err_set(err, ERR_USAGE,
			       "set: its fields are not known; 'value' takes it "
			       "whole");
	r = native_plan(session, map, DATA_VALUE, &native, err);
	if (r)
		return r;
	r = plan_change_words(native ? native : part.plan, run->n, run->words, cell, err);
	plan_free(native);
	return r ? err_wrap(err, "%s", "set") : 0;
}
