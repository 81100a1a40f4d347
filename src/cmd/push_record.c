/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/push_record.h"

#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "cli/entry_words.h"
#include "cli/session.h"
#include "entry/change.h"
#include "entry/queue.h"
#include "kern/holders.h"
#include "kern/user_ring.h"
#include "map/map.h"
#include "output/writer.h"
#include "words/record_words.h"

#define COMM_SIZE sizeof(((struct map_holder *)NULL)->comm)

static int take_words(const struct session *session, const struct push_settings *settings,
		      struct word_run *ret, struct err *err)
{
	const struct map *map = session->maps[0];
	struct entry_words words;
	int r = entry_words_split(map_called(map), session->argc, session->argv,
				  ENTRY_VALUE | ENTRY_MODE, &words, err);

	if (r)
		return r;
	if (words.has_mode || words.lock)
		return err_set(err, ERR_USAGE,
			       "%s: a %s takes a record or has no room for it: without 'any', "
			       "'exist', 'noexist' and 'lock'",
			       map_called(map), map->type->name);
	if (settings->update.echo && !settings->update.dry_run)
		return err_set(err, ERR_USAGE,
			       "%s: --echo: type %s has no keys, and so no old entry",
			       map_called(map), map->type->name);
	if (!words.value.n)
		return err_set(err, ERR_USAGE,
			       "%s: push of what? 'value' and FIELD=VALUE for each field, or bytes",
			       map_called(map));
	*ret = words.value;
	return 0;
}

/*
 * Two writers would overwrite each other's records: who has the map open may be one, but another
 * mapctl waits for the lock.
 */
static int check_alone(const struct session *session, struct err *err)
{
	const struct map *map = session->maps[0];
	struct map_holders *holders = NULL;
	const struct map_holder *holder;
	size_t n = 0;
	int r = kern_holders_lasting(map->info.id, true, &holders);

	if (r) {
		errno = -r;
		return err_sys(err,
			       "%s: who has it open is not known, and may write to it, too; "
			       "--steal pushes all the same",
			       map_called(map));
	}
	holder = kern_holders_of(holders, map->info.id, &n);
	for (; !r && n; holder++, n--)
		if (!kern_holder_is_same(holder))
			r = err_set(err, ERR_NO,
				    "%s: process %u (%.*s) has it open and may write to it: two "
				    "writers damage what it holds; --steal pushes all the same",
				    map_called(map), holder->pid, (int)COMM_SIZE, holder->comm);
	if (!r && holders->partial)
		session_note(session,
			     "%s: not all processes may be looked into; one that writes to it, "
			     "too, would damage what it holds",
			     map_called(map));
	kern_holders_free(holders);
	return r;
}

static int open_failed(const struct map *map, int error, struct err *err)
{
	if (error == EBUSY)
		return err_set(err, ERR_SYSTEM, "%s: another mapctl has been pushing for too long",
			       map_called(map));
	if (error == EBADMSG)
		return err_set(err, ERR_SYSTEM,
			       "%s: its positions are damaged: somebody else has written to it",
			       map_called(map));
	errno = error;
	return err_sys(err, "%s: mapping its memory", map_called(map));
}

static int push_failed(const struct map *map, const struct user_ring *ring, uint32_t size,
		       int error, struct err *err)
{
	if (error == ENOSPC)
		return err_set(
			err, ERR_SYSTEM,
			"%s is full: %llu of %u bytes wait for the program that reads them, too "
			"many for a record of %u",
			map_called(map), (unsigned long long)kern_user_ring_pending(ring),
			map->info.max_entries, size);
	return open_failed(map, error, err);
}

/* As the other changes show what they would do. */
static void foresee(const struct session *session, const struct record_words *record)
{
	static const struct label action = LABEL_LOOK("action", LOOK_NAME), old = LABEL("old"),
				  value = LABEL("new");
	struct writer *out = session->out;

	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	writer_str(out, &action, "push");
	out->format->null(out, &old, "none");
	if (record->plan && !(out->format->flags & (FORMAT_RAW | FORMAT_BOTH)))
		plan_decode(record->plan, &value, record->bytes, out);
	else
		out->format->bytes(out, &value, record->bytes, record->size);
	out->format->finish(out);
}

static int push(const struct session *session, const struct record_words *record, bool dry_run,
		struct err *err)
{
	const struct map *map = session->maps[0];
	struct user_ring *ring = NULL;
	int r = kern_user_ring_open(map->fd, map->info.id, map->info.max_entries, &ring);

	if (r)
		return open_failed(map, -r, err);
	if (dry_run)
		r = kern_user_ring_has_room(ring, record->size);
	else
		r = kern_user_ring_push(ring, record->bytes, record->size);
	if (r)
		r = push_failed(map, ring, record->size, -r, err);
	kern_user_ring_close(ring);
	if (!r && dry_run)
		foresee(session, record);
	return r;
}

int push_record(const struct session *session, const struct push_settings *settings,
		struct err *err)
{
	const struct map *map = session->maps[0];
	struct record_words record = { 0 };
	struct word_run run;
	int r = take_words(session, settings, &run, err);

	if (!r)
		r = record_words_take(session, settings->type, &run, &record, err);
	if (!r)
		r = entry_frozen_check(map, err);
	if (!r && session->queue)
		r = entry_queue_drain(session->queue, err);
	if (!r && !settings->steal)
		r = check_alone(session, err);
	if (!r)
		r = push(session, &record, settings->update.dry_run, err);
	record_words_done(&record);
	return r;
}
