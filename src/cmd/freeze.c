/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <errno.h>
#include <stddef.h>

#include "cli/command.h"
#include "kern/fdinfo.h"
#include "kern/map_writes.h"
#include "map/map.h"
#include "output/writer.h"

struct settings {
	bool dry_run;
};

static const struct opt options[] = {
	{ "dry-run", 0, OPT_FLAG, offsetof(struct settings, dry_run), NULL, NULL,
	  "say what would be frozen, and freeze nothing" },
	{ .name = NULL },
};

static bool is_frozen(const struct map *map)
{
	struct fdinfo_file file = FDINFO_FILE;
	struct map_fdinfo info = { 0 };
	bool frozen = !kern_fdinfo_again(&file, map->fd, &info) && info.frozen;

	kern_fdinfo_done(&file);
	return frozen;
}

static int already(const struct map *map, struct err *err)
{
	return err_set(err, ERR_SYSTEM, "%s is frozen already", map_called(map));
}

static int refused(const struct map *map, int error, struct err *err)
{
	if (error == EBUSY)
		return err_set(
			err, ERR_SYSTEM,
			"%s: somebody has it mapped for writing, and a map can be frozen only "
			"when nobody has",
			map_called(map));
	if (error == KERN_ENOTSUPP)
		return err_set(err, ERR_SYSTEM,
			       "%s: the kernel does not freeze maps of type struct_ops, and none "
			       "with locks, timers or pointers of the kernel in their values",
			       map_called(map));
	errno = error;
	return err_sys(err, "freezing %s", map_called(map));
}

static void say(const struct session *session)
{
	static const struct label action = LABEL_LOOK("action", LOOK_NAME),
				  name = LABEL_LOOK("name", LOOK_NAME), id = LABEL("id");
	struct writer *out = session->out;

	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	writer_str(out, &action, "freeze");
	writer_str(out, &name, session->maps[0]->name);
	out->format->uint(out, &id, session->maps[0]->info.id);
	out->format->finish(out);
}

static int run(const struct session *session, const void *settings_of_command, struct err *err)
{
	const struct settings *settings = settings_of_command;
	const struct map *map = session->maps[0];
	int r;

	if (is_frozen(map))
		return already(map, err);
	if (settings->dry_run) {
		say(session);
		return 0;
	}
	r = kern_map_freeze(map->fd);
	return r ? refused(map, -r, err) : 0;
}

extern const struct command cmd_freeze;
const struct command cmd_freeze = {
	.name = "freeze",
	.summary = "forbid changes from outside for good",
	.takes = TAKES_MAP,
	.flags = COMMAND_WRITES,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
};
