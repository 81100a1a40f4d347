/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <stdint.h>

#include "base/alloc.h"
#include "cli/command.h"
#include "cli/dispatch.h"
#include "cli/globals.h"
#include "cli/report.h"
#include "cmd/heading.h"
#include "entry/entry_writer.h"
#include "entry/source.h"
#include "map/map.h"
#include "output/writer.h"

static const struct opt options[] = {
	{ "sum", 0, OPT_FLAG, offsetof(struct entry_options, sum), NULL, NULL,
	  "add up the values of all CPUs" },
	{ "nonzero", 0, OPT_FLAG, offsetof(struct entry_options, nonzero), NULL, NULL,
	  "leave out entries whose value is zero" },
	{ "limit", 0, OPT_COUNT, offsetof(struct entry_options, limit), "N", NULL,
	  "stop after N entries" },
	{ "hex", 0, OPT_FLAG, offsetof(struct entry_options, hex), NULL, NULL,
	  "show the bytes beside the decoded values" },
	{ .name = NULL },
};

/* A map whose source is open, or the error that it gave instead. */
struct opened {
	const struct map *map;
	struct entry_source *source;
	struct err err;
};

static int open_source(struct opened *opened, const struct map *map,
		       const struct entry_options *wanted, struct err *err)
{
	int r = entry_options_check(wanted, map, err);

	opened->map = map;
	return r ? r : entry_source_open(map, &opened->source, err);
}

static int write_entries(const struct session *session, const struct opened *opened,
			 const struct entry_options *wanted, struct err *err)
{
	struct entry_counts counts = { 0 };
	int r = entries_write(opened->source, wanted, session->out, &counts, err);

	if (r)
		return r;
	if (counts.unreadable)
		return err_set(err, ERR_PARTIAL,
			       "%s: the kernel does not give the values of %llu entries",
			       map_called(opened->map), (unsigned long long)counts.unreadable);
	if (!counts.written && !globals_json(session->globals))
		session_note(session, "%s has no entries to show", map_called(opened->map));
	return 0;
}

/* [{"key": K, "value": V}, …] */
static int dump_one(const struct session *session, const struct opened *opened,
		    const struct entry_options *wanted, struct err *err)
{
	struct writer *out = session->out;
	int r;

	out->format->start(out, SHAPE_LIST);
	r = write_entries(session, opened, wanted, err);
	out->format->finish(out);
	return r;
}

/* {"id": N, "name": S, "entries": […]} */
static int dump_nested(const struct session *session, const struct opened *opened,
		       const struct entry_options *wanted, struct err *err)
{
	static const struct label id = LABEL("id"), name = LABEL_LOOK("name", LOOK_NAME),
				  entries = LABEL("entries");
	struct entry_options nested = *wanted;
	struct writer *out = session->out;
	int r;

	nested.nested = true;
	out->format->record(out);
	out->format->uint(out, &id, opened->map->info.id);
	writer_str(out, &name, opened->map->name);
	out->format->open(out, &entries, NEST_ARRAY);
	r = write_entries(session, opened, &nested, err);
	out->format->close(out, NEST_ARRAY);
	return r;
}

/* How dump ends after maps failed: as the first, where none was shown even in part. */
static int sum_up(const struct session *session, const struct opened *all, size_t failed,
		  struct err *err)
{
	enum err_code code = ERR_PARTIAL;
	bool in_part = failed < session->n_maps;

	if (session->n_maps == 1) {
		*err = all[0].err;
		return -err->code;
	}
	for (size_t i = 0; i < session->n_maps; i++)
		in_part |= all[i].err.code == ERR_PARTIAL;
	if (!in_part)
		code = (enum err_code)all[0].err.code;
	return err_set(err, code, "dump: %zu of %zu maps are not shown whole", failed,
		       session->n_maps);
}

/* Every map is tried; one that fails among several has its error told at once. */
static int dump_each(const struct session *session, struct opened *all,
		     const struct entry_options *wanted, struct err *err)
{
	bool json = globals_json(session->globals);
	size_t failed = 0;

	if (json)
		session->out->format->start(session->out, SHAPE_LIST);
	for (size_t i = 0; i < session->n_maps; i++) {
		struct opened *opened = &all[i];
		int r = -opened->err.code;

		if (!json)
			heading_write(session, opened->map, i == 0);
		if (!r && json)
			r = dump_nested(session, opened, wanted, &opened->err);
		else if (!r)
			r = dump_one(session, opened, wanted, &opened->err);
		if (!r)
			continue;
		failed++;
		if (session->n_maps == 1)
			continue;
		stream_flush(session->stream);
		report_error(json, &opened->err);
	}
	if (json)
		session->out->format->finish(session->out);
	return failed ? sum_up(session, all, failed, err) : 0;
}

static int run(const struct session *session, const void *settings, struct err *err)
{
	struct opened *all = mem_zero(session->n_maps * sizeof(*all));
	bool each = session->n_maps > 1 || session->globals->all;
	int r = 0;

	for (size_t i = 0; i < session->n_maps; i++) {
		r = open_source(&all[i], session->maps[i], settings, each ? &all[i].err : err);
		if (each)
			r = 0;
	}
	if (!r)
		r = session_sandbox(session, err);
	if (!r && each)
		r = dump_each(session, all, settings, err);
	else if (!r)
		r = dump_one(session, &all[0], settings, err);
	for (size_t i = 0; i < session->n_maps; i++)
		entry_source_close(all[i].source);
	free(all);
	return r;
}

extern const struct command cmd_dump;
const struct command cmd_dump = {
	.name = "dump",
	.summary = "show every entry of a map",
	.takes = TAKES_MAPS,
	.flags = COMMAND_TYPES | COMMAND_VALUES,
	.options = options,
	.settings_size = sizeof(struct entry_options),
	.run = run,
};
