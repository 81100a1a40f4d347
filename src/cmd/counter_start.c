/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <string.h>

#include "base/alloc.h"
#include "cli/session.h"
#include "cmd/counter_options.h"
#include "cmd/counter_verbs.h"
#include "cmd/counter_words.h"
#include "counter/counter.h"
#include "output/writer.h"

#define NS 1000000000ull

/* What a start or a stop would do. */
static void say(const struct session *session, const char *verb, const struct counter *counter)
{
	static const struct label label_action = LABEL_LOOK("action", LOOK_NAME),
				  label_counter = LABEL_LOOK("counter", LOOK_NAME);
	struct writer *out = session->out;

	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	writer_str(out, &label_action, verb);
	writer_str(out, &label_counter, counter->name);
	out->format->finish(out);
}

/* Begun seconds count whole. */
static int parse_for(const char *word, uint32_t *ret, struct err *err)
{
	uint64_t ns = 0;
	int r = counter_option_time("for", word, UINT32_MAX * NS, &ns, err);

	if (!r)
		*ret = (uint32_t)((ns + NS - 1) / NS);
	return r;
}

/* Options that only counters take which have the setting. */
static int check_flags(const struct counter *counter, const struct counter_options *options,
		       struct err *err)
{
	for (const struct counter_setting *s = counter->settings; s->word; s++)
		if (s->is_flag && !strcmp(s->word, "per-process"))
			return 0;
	if (!options->per_process)
		return 0;
	return err_set(err, ERR_USAGE, "counter start %s takes no --per-process", counter->name);
}

int counter_verb_start(const struct session *session, const struct counter_options *options,
		       const struct counter *counter, int n, char *const *words, struct err *err)
{
	struct counter_start start = { .dry_run = options->dry_run };
	struct counter_words given;
	uint32_t id;
	int r = check_flags(counter, options, err);

	if (!r && options->run_for)
		r = parse_for(options->run_for, &start.seconds, err);
	if (!r)
		r = counter_words_take(counter, n, words, options, &given, err);
	if (!r)
		r = counter_words_check(counter, &given, err);
	if (r)
		return r;
	start.dev = given.dev;
	memcpy(start.settings, given.settings, sizeof(start.settings));
	r = counter_start(counter, &start, &id, err);
	if (!r && options->dry_run)
		say(session, "start", counter);
	return r;
}

static int check_stop(const struct counter *counter, struct err *err)
{
	enum counter_state state;
	int r = counter_look(counter, NULL, &state, err);

	if (!r && state == COUNTER_STOPPED)
		r = err_set(err, ERR_NO, "it is not running");
	return r ? err_wrap(err, "stop counter %s", counter->name) : 0;
}

int counter_verb_stop(const struct session *session, const struct counter_options *options,
		      const struct counter *counter, int n, char *const *words, struct err *err)
{
	int r;

	if (n)
		return err_set(err, ERR_USAGE, "counter stop: does not know what to do with '%s'",
			       words[0]);
	if (!options->dry_run)
		return counter_stop(counter, NULL, err);
	r = check_stop(counter, err);
	if (!r)
		say(session, "stop", counter);
	return r;
}
