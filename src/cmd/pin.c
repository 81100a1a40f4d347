/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "cli/command.h"
#include "map/map.h"
#include "map/pinning.h"
#include "output/writer.h"

struct settings {
	bool dry_run;
};

static const struct opt options[] = {
	{ "dry-run", 0, OPT_FLAG, offsetof(struct settings, dry_run), NULL, NULL,
	  "say what would be pinned, and pin nothing" },
	{ .name = NULL },
};

static int refuse(const struct map *map, const char *word, struct err *err)
{
	return err_set(err, ERR_USAGE, "%s: pin: does not know what to do with '%s'",
		       map_called(map), word);
}

static void say(const struct session *session, const char *path)
{
	static const struct label action = LABEL_LOOK("action", LOOK_NAME),
				  pin = LABEL_LOOK("path", LOOK_NAME), id = LABEL("id");
	struct writer *out = session->out;

	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	writer_str(out, &action, "pin");
	writer_str(out, &pin, path);
	out->format->uint(out, &id, session->maps[0]->info.id);
	out->format->finish(out);
}

static int run(const struct session *session, const void *settings_of_command, struct err *err)
{
	const struct settings *settings = settings_of_command;
	const struct map *map = session->maps[0];
	const char *path = session->argc ? session->argv[0] : NULL;
	bool replace = session->argc > 1 && !strcmp(session->argv[1], "replace");
	int r;

	if (!path)
		return err_set(err, ERR_USAGE, "%s: pin: where? 'mapctl pin MAP PATH'",
			       map_called(map));
	if (session->argc > 1 + replace)
		return refuse(map, session->argv[1 + replace], err);
	r = map_pin_check(path, replace, err);
	if (!r && settings->dry_run)
		say(session, path);
	else if (!r)
		r = map_pin(map->fd, path, replace, err);
	return r ? err_wrap(err, "pin") : 0;
}

static void complete(int n, char *const *words, struct buf *ret)
{
	(void)words;
	if (n == 1)
		buf_puts(ret, "replace\n");
}

extern const struct command cmd_pin;
const struct command cmd_pin = {
	.name = "pin",
	.synopsis = "PATH [replace]",
	.notes = "  PATH: a new file in a bpffs, mostly below /sys/fs/bpf\n"
		 "  replace: takes the place of the map that is pinned at PATH\n",
	.summary = "give a map a path in a bpffs",
	.takes = TAKES_MAP,
	.flags = COMMAND_WORDS | COMMAND_CHANGES,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
	.complete = complete,
};
