/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The options of `counter`, and which of its verbs and views take each. */
#ifndef CMD_COUNTER_OPTIONS_H
#define CMD_COUNTER_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "cli/option.h"

struct counter_setting;
struct counter_view;

struct counter_options {
	const char *run_for;		 /* --for */
	const char *duration, *interval; /* durations, see base/duration.h */
	uint64_t top;
	bool dry_run, per_process, rate, protocols;
};

extern const struct opt counter_option_rows[];

/* Whether the option that is this setting's word is given. */
bool counter_option_given(const struct counter_options *options, const char *name);

/*
 * What an option says of time, in ns: ERR_USAGE where the word is no duration, is 0, or is
 * longer than max, which is at most DURATION_MAX.
 */
int counter_option_time(const char *name, const char *word, uint64_t max, uint64_t *ret,
			struct err *err);

/* names: ended by NULL. */
bool counter_option_is_among(const char *name, const char *const *names);

/* The first option that is given and not among takes, NULL where there is none. */
const char *counter_option_not_among(const struct counter_options *options,
				     const char *const *takes);

/* ERR_USAGE for options given that are not among takes; who: "run execlog". */
int counter_options_check(const struct counter_options *options, const char *const *takes,
			  const char *who, struct err *err);

/* ERR_USAGE for options given that mean nothing to this view. */
int counter_options_check_view(const struct counter_options *options,
			       const struct counter_view *view, struct err *err);

#endif
