/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <errno.h>
#include <net/if.h>
#include <signal.h>
#include <string.h>

#include "base/alloc.h"
#include "base/duration.h"
#include "cli/session.h"
#include "cmd/counter_options.h"
#include "cmd/counter_verbs.h"
#include "cmd/counter_words.h"
#include "counter/counter.h"
#include "counts/loop.h"
#include "counts/records.h"
#include "counts/view.h"
#include "counts/wait.h"
#include "output/writer.h"

#define SECOND 1000000000ull

static int parse_time(const char *option, const char *word, uint64_t *ret, struct err *err)
{
	return word ? counter_option_time(option, word, DURATION_MAX, ret, err) : 0;
}

static int parse_times(const struct counter_options *options, struct counter_times *ret,
		       struct err *err)
{
	int r = parse_time("duration", options->duration, &ret->duration, err);

	if (!r)
		r = parse_time("interval", options->interval, &ret->interval, err);
	if (!r && !options->duration && !options->interval)
		ret->interval = SECOND;
	return r;
}

static int check_options(const struct counter *counter, const struct counter_options *options,
			 struct err *err)
{
	static const char *const of_records[] = { "duration", NULL };
	const struct counter_view *view = counter_view_find(counter);
	_cleanup_free_ char *who = mem_printf("run %s", counter->name);

	return view ? counter_options_check_view(options, view, err)
		    : counter_options_check(options, of_records, who, err);
}

/* Interfaces have alternative names. */
static bool is_same_dev(const char *a, const char *b)
{
	unsigned int index = if_nametoindex(a);

	return index && index == if_nametoindex(b);
}

/* One that runs already is what it was started as. */
static int check_as_it_runs(const struct counter *counter, const struct counter_words *words,
			    struct err *err)
{
	_cleanup_free_ char *dev = counter_dev(counter, NULL);
	const char *what = words->dev && !(dev && is_same_dev(words->dev, dev)) ? "dev" : NULL;

	for (size_t i = 0; !what && counter->settings[i].word; i++)
		if (words->is_given[i] && !counter->settings[i].is_flag)
			what = counter->settings[i].word;
	if (!what)
		return 0;
	return err_set(err, ERR_USAGE,
		       "counter run %s: it is running already%s%s, and takes '%s' only when it "
		       "starts; 'mapctl counter stop %s' first",
		       counter->name, dev ? " on " : "", dev ? dev : "", what, counter->name);
}

/* Starts it where it does not run; *ret_id is the run's, *ret_is_ours that it has to be ended. */
static int ensure(const struct counter *counter, const struct counter_words *words,
		  uint32_t *ret_id, bool *ret_is_ours, struct err *err)
{
	struct counter_start start = { .dev = words->dev };
	enum counter_state state;
	struct err ignored;
	int r = counter_look(counter, NULL, &state, err);

	if (!r && state == COUNTER_RUNNING) {
		*ret_id = counter_id(counter, NULL);
		return check_as_it_runs(counter, words, err);
	}
	/* Of one that has lost its interface a start says what to do, whatever the words. */
	if (!r && state != COUNTER_DETACHED)
		r = counter_words_check(counter, words, err);
	if (r)
		return r;
	memcpy(start.settings, words->settings, sizeof(start.settings));
	r = counter_start(counter, &start, ret_id, err);
	*ret_is_ours = !r;
	/* Somebody else was first, after we had looked: then it is that one that is shown. */
	if (r == -ERR_NO && !counter_look(counter, NULL, &state, &ignored) &&
	    state == COUNTER_RUNNING) {
		*ret_id = counter_id(counter, NULL);
		return check_as_it_runs(counter, words, err);
	}
	return r;
}

static int show(const struct session *session, const struct counter_options *options,
		const struct counter *counter, const struct counter_times *times, uint32_t id,
		bool is_new, const struct counter_wait *wait, struct err *err)
{
	struct counter_run run = {
		.session = session,
		.counter = counter,
		.view = counter_view_find(counter),
		.top = options->top,
		.per_process = options->per_process,
		.rate = options->rate,
		.protocols = options->protocols,
		.is_machine = session->out->format->flags & FORMAT_MACHINE,
	};

	if (run.view)
		return counter_loop(&run, times, is_new, id, wait, err);
	return counter_run_records(session, counter, options->duration, id, wait, err);
}

/* Whatever came of showing it, what was started is stopped; somebody else's run is not. */
static int stop(const struct counter *counter, uint32_t id, int r, struct err *err)
{
	struct err own;
	int stopped = counter_stop_one(counter, NULL, id, &own);

	if (!stopped || r || stopped == -ERR_NO)
		return r;
	*err = own;
	return stopped;
}

/* The end of a pipe that nobody reads is quiet, as it is without us in between. */
static void end_quietly(const struct session *session)
{
	if (session->stream->error == EPIPE && !session->kept)
		raise(SIGPIPE);
}

int counter_verb_run(const struct session *session, const struct counter_options *options,
		     const struct counter *counter, int n, char *const *words, struct err *err)
{
	struct counter_wait wait = COUNTER_WAIT_NONE;
	struct counter_times times = { 0 };
	struct counter_words given;
	bool is_ours = false;
	uint32_t id = 0;
	int r;

	r = parse_times(options, &times, err);
	if (!r)
		r = check_options(counter, options, err);
	if (!r)
		r = counter_words_take(counter, n, words, options, &given, err);
	if (!r)
		r = counter_wait_begin(&wait, err);
	if (!r)
		r = ensure(counter, &given, &id, &is_ours, err);
	if (!r)
		r = show(session, options, counter, &times, id, is_ours, &wait, err);
	if (is_ours)
		r = stop(counter, id, r, err);
	counter_wait_end(&wait);
	end_quietly(session);
	return r;
}
