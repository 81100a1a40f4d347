/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "cli/command.h"
#include "cli/complete.h"
#include "kern/pins.h"
#include "map/pinning.h"
#include "output/writer.h"

struct settings {
	bool dry_run;
};

static const struct opt options[] = {
	{ "dry-run", 0, OPT_FLAG, offsetof(struct settings, dry_run), NULL, NULL,
	  "say what would be removed, and remove nothing" },
	{ .name = NULL },
};

static void say(const struct session *session)
{
	static const struct label action = LABEL_LOOK("action", LOOK_NAME),
				  path = LABEL_LOOK("path", LOOK_NAME);
	struct writer *out = session->out;

	out->format->start(out, SHAPE_LIST);
	for (int i = 0; i < session->argc; i++) {
		out->format->record(out);
		writer_str(out, &action, "unpin");
		writer_str(out, &path, session->argv[i]);
	}
	out->format->finish(out);
}

/* After a failure those in front are gone. */
static int unpin_all(int n, char *const *paths, struct err *err)
{
	for (int i = 0; i < n; i++) {
		int r = map_unpin(paths[i], err);

		if (r && i)
			err->code = ERR_PARTIAL;
		if (r)
			return i ? err_wrap(err, "unpin: %d of %d are removed", i, n)
				 : err_wrap(err, "unpin");
	}
	return 0;
}

static int run(const struct session *session, const void *settings_of_command, struct err *err)
{
	const struct settings *settings = settings_of_command;
	int r = 0;

	if (!session->argc)
		return err_set(err, ERR_USAGE, "unpin: which? 'mapctl unpin PATH...'");
	/* All of them, or none where one is a mistake. */
	for (int i = 0; !r && i < session->argc; i++)
		r = map_unpin_check(session->argv[i], err);
	if (r)
		return err_wrap(err, "unpin");
	if (!settings->dry_run)
		return unpin_all(session->argc, session->argv, err);
	say(session);
	return 0;
}

static void complete(int n, char *const *words, struct buf *ret)
{
	struct map_pins *pins = NULL;

	(void)n;
	(void)words;
	if (kern_pins_read(&pins))
		return;
	for (size_t i = 0; i < pins->n; i++)
		complete_add(pins->pin[i].path, strlen(pins->pin[i].path), "", ret);
	kern_pins_free(pins);
}

extern const struct command cmd_unpin;
const struct command cmd_unpin = {
	.name = "unpin",
	.synopsis = "PATH...",
	.summary = "remove pins of maps",
	.takes = TAKES_NO_MAP,
	.flags = COMMAND_WORDS | COMMAND_CHANGES,
	.options = options,
	.settings_size = sizeof(struct settings),
	.run = run,
	.complete = complete,
};
