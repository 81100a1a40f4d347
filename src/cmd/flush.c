/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <stdio.h>

#include "cli/command.h"
#include "cli/progress.h"
#include "entry/change.h"
#include "entry/flush.h"
#include "map/map.h"
#include "output/writer.h"
#include "words/key_owner.h"

struct settings {
	bool zero, dry_run;
};

static const struct opt options[] = {
	{ "zero", 0, OPT_FLAG, offsetof(struct settings, zero), NULL, NULL,
	  "set the values of arrays to zero, whose entries cannot be deleted" },
	{ "dry-run", 0, OPT_FLAG, offsetof(struct settings, dry_run), NULL, NULL,
	  "say how many entries there are, and change nothing" },
	{ .name = NULL },
};

/* What has entries for good, but values that can be written. */
static bool is_zeroed(const struct map_type *type)
{
	const uint32_t needs = MAP_LOOKUP | MAP_UPDATE | MAP_WALK;

	return !(type->can & MAP_DELETE) && (type->can & needs) == needs;
}

/* Why a map of this type is not emptied at once, or NULL. */
static const char *why_not(const struct map_type *type)
{
	if (type->can & MAP_STRANGE)
		return "this mapctl does not know how to empty a map of its type";
	if (type->can & MAP_TEST)
		return "nothing can be taken out of a bloom filter";
	switch (type->value) {
	case VALUE_RECORDS:
		return "what is in a ring buffer is its reader's to take";
	case VALUE_PAGES:
		return "an arena has no entries; the programs that share it know its layout";
	case VALUE_FUNCTIONS:
		return "to delete the entry of a struct_ops map takes its functions out of use; "
		       "'mapctl delete MAP key 0' does that";
	default:
		return NULL;
	}
}

static int check(const struct map *map, const struct settings *settings, struct err *err)
{
	const struct map_type *type = map->type;
	const char *why = why_not(type);

	if (why)
		return err_set(err, ERR_USAGE, "%s: %s", map_called(map), why);
	if (type->key == KEY_FD)
		return err_set(err, ERR_USAGE,
			       "%s: %s has no keys to walk; 'mapctl delete MAP %s' deletes what "
			       "one %s has",
			       map_called(map), type->name, key_owner_usage(type->owner),
			       owner_noun(type->owner));
	if (is_zeroed(type) && !settings->zero)
		return err_set(err, ERR_USAGE,
			       "%s: the entries of a map of type %s cannot be deleted; "
			       "--zero sets their values to zero",
			       map_called(map), type->name);
	if (!is_zeroed(type) && settings->zero)
		return err_set(err, ERR_USAGE,
			       "%s: --zero is for arrays; 'mapctl flush MAP' deletes these entries",
			       map_called(map));
	return 0;
}

static void say(const struct session *session, const struct settings *settings,
		const struct flush_counts *counts)
{
	const char *would = settings->dry_run ? "would " : "";
	const char *verb = settings->zero ? "zero" : "delete";
	const char *ending = settings->dry_run ? "" : settings->zero ? "ed" : "d";
	char line[128];

	if (!counts->is_unknown)
		snprintf(line, sizeof(line), "%s%s%s %llu entr%s\n", would, verb, ending,
			 (unsigned long long)counts->entries, counts->entries == 1 ? "y" : "ies");
	else
		snprintf(line, sizeof(line),
			 "%s%s%s what is in %u slots; how many are filled the kernel does not "
			 "say\n",
			 would, verb, ending, counts->slots);
	stream_puts(session->stream, line);
}

static void write_counts(const struct session *session, const struct settings *settings,
			 const struct flush_counts *counts)
{
	static const struct label deleted = LABEL("deleted"), zeroed = LABEL("zeroed");
	static const struct label action = LABEL_LOOK("action", LOOK_NAME),
				  entries = LABEL("entries");
	const struct label *label = settings->zero ? &zeroed : &deleted;
	struct writer *out = session->out;

	if (!(out->format->flags & (FORMAT_MACHINE | FORMAT_RAW | FORMAT_BOTH))) {
		say(session, settings, counts);
		return;
	}
	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	if (settings->dry_run) {
		writer_str(out, &action, settings->zero ? "zero" : "delete");
		label = &entries;
	}
	if (counts->is_unknown)
		out->format->null(out, label, "unknown");
	else
		out->format->uint(out, label, counts->entries);
	out->format->finish(out);
}

static int flush(const struct session *session, const struct settings *settings,
		 struct flush_counts *ret, struct err *err)
{
	const struct map *map = session->maps[0];
	_cleanup_progress_line_ struct progress_line line;

	*ret = (struct flush_counts){ .progress = progress_line_begin(session, &line) };
	if (settings->dry_run)
		return entry_flush_count(map, settings->zero, ret, err);
	return settings->zero ? entry_zero(map, ret, err) : entry_flush(map, ret, err);
}

static int run(const struct session *session, const void *settings_of_command, struct err *err)
{
	const struct settings *settings = settings_of_command;
	struct map *map = session->maps[0];
	struct flush_counts counts;
	int r = check(map, settings, err);

	if (!r)
		r = map_load_special(map, err);
	if (!r)
		r = entry_frozen_check(map, err);
	if (!r)
		r = flush(session, settings, &counts, err);
	if (!r)
		write_counts(session, settings, &counts);
	return r;
}

extern const struct command cmd_flush;
const struct command cmd_flush = {
	.name = "flush",
	.summary = "delete all entries",
	.takes = TAKES_MAP,
	.flags = COMMAND_WRITES,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
};
