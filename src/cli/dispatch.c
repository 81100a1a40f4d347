/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/dispatch.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "cli/complete.h"
#include "cli/help.h"
#include "cli/parse.h"
#include "cli/report.h"
#include "kern/log.h"
#include "kern/sandbox.h"
#include "map/map.h"
#include "output/writer.h"

void session_note(const struct session *session, const char *fmt, ...)
{
	char msg[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(msg, sizeof(msg), fmt, ap);
	va_end(ap);
	/* What was said before stands before, where both go to one terminal. */
	stream_flush(session->stream);
	report_note(globals_json(session->globals), "%s", msg);
}

int session_sandbox(const struct session *session, struct err *err)
{
	const char *mode = session->globals->sandbox;

	if (mode && !strcmp(mode, "off"))
		return 0;
	return kern_sandbox(mode ? SANDBOX_REQUIRE : SANDBOX_BEST_EFFORT, err);
}

static bool takes_many(const struct invocation *inv)
{
	if (inv->command->takes != TAKES_MAPS && inv->command->takes != TAKES_MAPS_IF)
		return false;
	return inv->globals.all || !globals_json(&inv->globals);
}

static int load_types(const struct invocation *inv, const struct session *session, struct map *map,
		      struct err *err)
{
	unsigned int format = session->out->format->flags;
	int r;

	map->is_numeric = inv->globals.numeric;
	if (!(inv->command->flags & COMMAND_TYPES) || (format & FORMAT_RAW))
		return 0;
	r = map_load_types(map, format & FORMAT_BOTH ? PLAN_BPFTOOL : PLAN_NATIVE, err);
	if (!r && map->untyped && !map->over_bound)
		session_note(session, "%s: %s", map_called(map), map->untyped);
	return r;
}

static int load_maps(const struct invocation *inv, const struct session *session, struct err *err)
{
	int r = 0;

	for (size_t i = 0; !r && i < session->n_maps; i++)
		if (inv->command->flags & COMMAND_TYPES)
			r = map_load_special(session->maps[i], err);
	/* Headings stand above several. */
	if (!r && (session->n_maps > 1 || inv->globals.all))
		map_load_names(session->maps, session->n_maps);
	for (size_t i = 0; !r && i < session->n_maps; i++)
		r = load_types(inv, session, session->maps[i], err);
	return r;
}

static int open_maps(const struct invocation *inv, struct session *session, struct err *err)
{
	int r;

	if (!inv->has_map)
		return 0;
	if (takes_many(inv)) {
		r = map_open_all(&inv->map, MAP_ACCESS_READ, &session->maps, &session->n_maps, err);
	} else {
		session->maps = mem_zero(sizeof(*session->maps));
		r = map_open(&inv->map, MAP_ACCESS_READ, &session->maps[0], err);
		session->n_maps = !r;
	}
	if (r)
		return r;
	return load_maps(inv, session, err);
}

static void say_text(const char *line)
{
	report_note(false, "%s", line);
}

static void say_json(const char *line)
{
	report_note(true, "%s", line);
}

static void log_as(const struct globals *globals)
{
	if (!globals->debug)
		kern_log(NULL);
	else
		kern_log(globals_json(globals) ? say_json : say_text);
}

/* A network, or a quota, may tell only now that what was written is lost. */
static int close_stdout(void)
{
	return close(STDOUT_FILENO) && errno != EINTR ? -errno : 0;
}

/* What the writer could not say in its format, and what the stream could not write. */
static int close_output(struct session *session, int r, struct err *err)
{
	int failed;

	if (session->out->nonfinite)
		session_note(session, "%llu value%s NaN or infinite: null in JSON",
			     (unsigned long long)session->out->nonfinite,
			     session->out->nonfinite == 1 ? " is" : "s are");
	failed = stream_close(session->stream);
	if (!failed)
		failed = close_stdout();
	if (!failed)
		return r;
	errno = -failed;
	err_sys(err, "writing the output");
	err->code = ERR_SYSTEM;
	return -ERR_SYSTEM;
}

static int run(const struct invocation *inv, struct session *session, struct err *err)
{
	int r = open_maps(inv, session, err);

	if (!r)
		r = inv->command->run(session, inv->settings, err);
	for (size_t i = 0; i < session->n_maps; i++) {
		if (!r && session->maps[i]->over_bound)
			r = err_set(err, ERR_PARTIAL, "%s: %s", map_called(session->maps[i]),
				    session->maps[i]->untyped);
		map_free(session->maps[i]);
	}
	free(session->maps);
	return r;
}

static int dispatch_parsed(const struct command *const *commands, const struct invocation *inv,
			   struct err *err)
{
	struct writer_options options = {
		.pretty = inv->globals.pretty,
		.int64_strings = inv->globals.int64_strings,
	};
	struct stream stream;
	struct session session = {
		.globals = &inv->globals,
		.commands = commands,
		.stream = &stream,
		.argc = inv->argc,
		.argv = inv->argv,
	};
	int r;

	if (!inv->has_command && !inv->globals.help && !inv->globals.version)
		return err_set(err, ERR_USAGE,
			       "what is to be done? 'mapctl help' lists the commands");
	stream_init(&stream, STDOUT_FILENO);
	session.out = writer_new(globals_format(&inv->globals), &stream, &options);
	if (inv->globals.version)
		r = help_version(&session);
	else if (inv->globals.help)
		r = help_print(&session, inv->has_command ? inv->command : NULL);
	else
		r = run(inv, &session, err);
	r = close_output(&session, r, err);
	writer_free(session.out);
	return r;
}

int dispatch(const struct command *const *commands, int n_words, char *const *words)
{
	struct invocation inv;
	struct err err = { 0 };
	int r;

	if (n_words && !strcmp(words[0], "--complete"))
		return complete_words(commands, n_words - 1, words + 1) || close_stdout()
			       ? ERR_SYSTEM
			       : 0;
	r = parse_words(commands, n_words, words, &inv, &err);

	log_as(&inv.globals);
	if (!r)
		r = dispatch_parsed(commands, &inv, &err);
	/* A "no" without a message has been said on standard output. */
	if (r && (r != -ERR_NO || *err.msg))
		report_error(globals_json(&inv.globals), &err);
	invocation_done(&inv);
	return -r;
}
