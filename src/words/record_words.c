/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "words/record_words.h"

#include <stdlib.h>
#include <string.h>

#include <bsd/string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/read_file.h"
#include "cli/session.h"
#include "codec/words.h"
#include "kern/user_ring.h"
#include "map/given_types.h"
#include "map/map.h"

static int take_room(const struct map *map, struct record_words *ret, size_t size, struct err *err)
{
	uint32_t max = kern_user_ring_record_max(map->info.max_entries);

	if (size > max)
		return err_set(err, ERR_USAGE,
			       "value: a record of %zu bytes, and it takes %u at most", size, max);
	ret->bytes = mem_try_array(1, size + 1);
	if (!ret->bytes)
		return err_sys(err, "value: room for %zu bytes", size);
	ret->size = (uint32_t)size;
	return 0;
}

static int take_file(const struct map *map, const char *path, struct record_words *ret,
		     struct err *err)
{
	uint32_t max = kern_user_ring_record_max(map->info.max_entries);
	size_t n = 0;
	int r = take_room(map, ret, max, err);

	if (!r)
		r = read_file_up_to(path, ret->bytes, max, &n, err);
	ret->size = (uint32_t)n;
	return r ? err_wrap(err, "value") : 0;
}

/* Bytes, or their hex digits in double quotes, as JSON has them. */
static int take_bytes(const struct map *map, const struct word_run *run, struct record_words *ret,
		      struct err *err)
{
	size_t size = (size_t)run->n - !strcmp(run->words[0], "hex"), len = strlen(run->words[0]);
	int r;

	/* One digit is none, and then the word is taken for a byte. */
	if (run->n == 1 && *run->words[0] == '"' && (len == 2 || len > 3))
		size = (len - 2) / 2;
	r = take_room(map, ret, size, err);
	if (r || !size)
		return r;
	return words_encode("value", NULL, run->n, run->words, ret->bytes, size, NULL, err);
}

static int take_typed(const struct session *session, const struct word_run *run,
		      struct record_words *ret, struct err *err)
{
	_cleanup_(buf_done) struct buf left_out = { 0 };
	const struct map *map = session->maps[0];
	int r;

	ret->plan = record_plan(ret->plans, ret->type.bytes);
	r = take_room(map, ret, ret->type.bytes, err);
	if (!r)
		r = words_encode("value", ret->plan, run->n, run->words, ret->bytes, ret->size,
				 &left_out, err);
	if (!r && left_out.len)
		session_note(session, "%s: value: left out, and so zero: %s", map_called(map),
			     buf_str(&left_out));
	return r;
}

static int find_type(const struct session *session, const char *type, struct record_words *ret,
		     struct err *err)
{
	const struct map *map = session->maps[0];
	int r = record_type_find(map, type, session->types, &ret->type, err);

	return r ? r
		 : record_plans_open(map, &ret->type, session->types->views, PLAN_NATIVE,
				     &ret->plans, err);
}

/* Why there is no type is what who has typed fields wants to know. */
static int explain(const struct record_words *record, int r, struct err *err)
{
	char why[sizeof(err->msg)];

	if (r != -ERR_USAGE || !record->type.how)
		return r;
	strlcpy(why, err->msg, sizeof(why));
	return err_set(err, ERR_USAGE, "%s; %s", why, record->type.how);
}

static int take(const struct session *session, const char *type, const struct word_run *run,
		struct record_words *ret, struct err *err)
{
	const struct map *map = session->maps[0];
	const char *first = run->words[0];
	int r;

	if (run->n == 1 && *first == '@')
		return take_file(map, first + 1, ret, err);
	if (!strcmp(first, "hex"))
		return take_bytes(map, run, ret, err);
	r = find_type(session, type, ret, err);
	if (r)
		return r;
	if (ret->type.btf)
		return take_typed(session, run, ret, err);
	return explain(ret, take_bytes(map, run, ret, err), err);
}

int record_words_take(const struct session *session, const char *type, const struct word_run *run,
		      struct record_words *ret, struct err *err)
{
	int r;

	*ret = (struct record_words){ 0 };
	r = take(session, type, run, ret, err);
	return r ? err_wrap(err, "%s", map_called(session->maps[0])) : 0;
}

void record_words_done(struct record_words *record)
{
	free(record->bytes);
	record_plans_free(record->plans);
	record_type_done(&record->type);
}
