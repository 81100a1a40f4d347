/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <string.h>

#include "base/buf.h"
#include "base/nearest.h"
#include "cli/command.h"
#include "cli/globals.h"
#include "counter/counter.h"
#include "output/writer.h"

static int list(const struct session *session, struct err *err)
{
	static const struct label label_name = LABEL_LOOK("name", LOOK_NAME),
				  label_state = LABEL_LOOK("state", LOOK_NAME),
				  label_map = LABEL_LOOK("map", LOOK_NAME),
				  label_lost = LABEL("lost"), label_shows = LABEL("shows");
	struct writer *out = session->out;
	const struct counter *counter;
	enum counter_state state;
	uint64_t lost;
	int r = 0;

	out->format->start(out, SHAPE_LIST);
	for (size_t i = 0; !r && (counter = counter_nth(i)); i++) {
		r = counter_look(counter, NULL, &state, err);
		lost = 0;
		if (!r && state == COUNTER_RUNNING)
			r = counter_lost(counter, NULL, &lost, err);
		if (r)
			break;
		out->format->record(out);
		writer_str(out, &label_name, counter->name);
		writer_str(out, &label_state, counter_state_name(state));
		writer_str(out, &label_map, counter->map);
		out->format->uint(out, &label_lost, lost);
		writer_str(out, &label_shows, counter->summary);
	}
	out->format->finish(out);
	return r;
}

static int refuse_verb(const char *verb, struct err *err)
{
	struct nearest nearest = NEAREST(verb);

	nearest_offer(&nearest, "start");
	nearest_offer(&nearest, "stop");
	nearest_offer(&nearest, "list");
	if (nearest.best)
		return err_set(err, ERR_USAGE, "counter: there is no '%s'; did you mean '%s'?",
			       verb, nearest.best);
	return err_set(err, ERR_USAGE, "counter: there is no '%s'; start, stop or list", verb);
}

static int run(const struct session *session, const void *settings, struct err *err)
{
	const char *verb = session->argc ? session->argv[0] : "list";
	bool start = !strcmp(verb, "start"), stop = !strcmp(verb, "stop");
	const struct counter *counter;
	int words = start || stop ? 2 : 1, r;

	(void)settings;
	if (!start && !stop && strcmp(verb, "list"))
		return refuse_verb(verb, err);
	if (session->argc > words)
		return err_set(err, ERR_USAGE, "counter %s: does not know what to do with '%s'",
			       verb, session->argv[words]);
	if (!start && !stop)
		return list(session, err);
	if (session->argc < 2)
		return err_set(err, ERR_USAGE,
			       "counter %s: which one? 'mapctl counter list' shows them", verb);
	r = counter_find(session->argv[1], &counter, err);
	if (r)
		return r;
	return start ? counter_start(counter, NULL, err) : counter_stop(counter, NULL, err);
}

static void complete(int n, char *const *words, struct buf *ret)
{
	const struct counter *counter;

	if (n == 0)
		buf_puts(ret, "list\nstart\nstop\n");
	else if (n == 1 && strcmp(words[0], "list"))
		for (size_t i = 0; (counter = counter_nth(i)); i++)
			buf_printf(ret, "%s\n", counter->name);
}

extern const struct command cmd_counter;
const struct command cmd_counter = {
	.name = "counter",
	.heading = "Count",
	.synopsis = "[list] | start NAME | stop NAME",
	.summary = "run the counter programs that come with mapctl",
	.takes = TAKES_NO_MAP,
	.flags = COMMAND_WORDS | COMMAND_CHANGES,
	.run = run,
	.complete = complete,
};
