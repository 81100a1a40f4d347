/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <string.h>

#include "base/buf.h"
#include "base/nearest.h"
#include "cli/command.h"
#include "cmd/counter_options.h"
#include "cmd/counter_verbs.h"
#include "cmd/counter_words.h"
#include "counter/counter.h"

static const struct verb {
	const char *name;
	counter_verb *run;
	bool names_one;	     /* a counter stands behind it */
	bool takes_settings; /* … and what to start it with */
	const char *options[10];
} verbs[] = {
	/* Of what changes nothing a dry run is no other. */
	{ "list", counter_verb_list, false, false, { "dry-run" } },
	{ "run",
	  counter_verb_run,
	  true,
	  true,
	  { "duration", "interval", "per-process", "protocols", "rate", "top" } },
	{ "start", counter_verb_start, true, true, { "dry-run", "for", "per-process" } },
	{ "stop", counter_verb_stop, true, false, { "dry-run" } },
	{ .name = NULL },
};

static const struct verb *find_verb(const char *name)
{
	const struct verb *verb = verbs;

	while (verb->name && strcmp(verb->name, name))
		verb++;
	return verb->name ? verb : NULL;
}

static int refuse_verb(const char *name, struct err *err)
{
	struct nearest nearest = NEAREST(name);
	const struct counter *counter;
	struct err ignored;

	for (const struct verb *verb = verbs; verb->name; verb++)
		nearest_offer(&nearest, verb->name);
	if (!counter_find(name, &counter, &ignored))
		return err_set(err, ERR_USAGE,
			       "counter: '%s' is a counter, and goes behind run, start or stop: "
			       "'mapctl counter run %s'",
			       name, name);
	if (nearest.best)
		return err_set(err, ERR_USAGE, "counter: there is no '%s'; did you mean '%s'?",
			       name, nearest.best);
	return err_set(err, ERR_USAGE, "counter: there is no '%s'; list, run, start or stop", name);
}

/* With the verbs that do take the option. */
static int refuse_option(const char *name, const char *option, struct err *err)
{
	struct buf takers = { 0 };
	int r;

	for (const struct verb *verb = verbs; verb->name; verb++)
		if (counter_option_is_among(option, verb->options))
			buf_printf(&takers, "%s'%s'", takers.len ? ", " : "", verb->name);
	r = err_set(err, ERR_USAGE, "counter %s takes no --%s; it goes with %s", name, option,
		    buf_str(&takers));
	buf_done(&takers);
	return r;
}

static int run(const struct session *session, const void *settings, struct err *err)
{
	const struct counter_options *options = settings;
	const char *name = session->argc ? session->argv[0] : "list";
	const struct verb *verb = find_verb(name);
	const struct counter *counter = NULL;
	const char *stray;
	int r = 0, used;

	if (!verb)
		return refuse_verb(name, err);
	stray = counter_option_not_among(options, verb->options);
	if (stray)
		return refuse_option(name, stray, err);
	used = session->argc < 1 ? 0 : 1 + verb->names_one;
	if (session->argc < used)
		return err_set(err, ERR_USAGE,
			       "counter %s: which one? 'mapctl counter list' shows them", name);
	if (session->argc > used && !verb->names_one)
		return err_set(err, ERR_USAGE, "counter %s: does not know what to do with '%s'",
			       name, session->argv[used]);
	if (verb->names_one)
		r = counter_find(session->argv[1], &counter, err);
	if (r)
		return r;
	return verb->run(session, options, counter, session->argc - used, session->argv + used,
			 err);
}

static void complete(int n, char *const *words, struct buf *ret)
{
	const struct verb *verb = n ? find_verb(words[0]) : NULL;
	const struct counter *counter;
	struct err ignored;

	if (n == 0)
		for (verb = verbs; verb->name; verb++)
			buf_printf(ret, "%s\n", verb->name);
	else if (n == 1 && verb && verb->names_one)
		for (size_t i = 0; (counter = counter_nth(i)); i++)
			buf_printf(ret, "%s\n", counter->name);
	else if (n > 1 && verb && verb->takes_settings &&
		 !counter_find(words[1], &counter, &ignored))
		counter_words_complete(counter, n - 2, words + 2, ret);
}

extern const struct command cmd_counter;
const struct command cmd_counter = {
	.name = "counter",
	.heading = "Count",
	.synopsis = "[list] | start NAME [dev IF] [SETTING VALUE]... | stop NAME | "
		    "run NAME [dev IF] [SETTING VALUE]...",
	.summary = "run the counter programs that come with mapctl",
	.notes = "  NAME: one of those that 'mapctl counter list' shows\n"
		 "  dev IF: the interface, for packets, connections and ratelimit\n"
		 "  SETTING VALUE: for ratelimit: rate N, burst N, fail open|closed\n"
		 "  run: starts it, shows what it counts, and stops it again\n",
	.takes = TAKES_NO_MAP,
	.flags = COMMAND_WORDS | COMMAND_CHANGES,
	.options = counter_option_rows,
	.settings_size = sizeof(struct counter_options),
	.run = run,
	.complete = complete,
};
