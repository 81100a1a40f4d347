/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/counter_options.h"

#include <errno.h>
#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "base/duration.h"
#include "counts/view.h"

#define NS	   UINT64_C(1000000000)
#define AT(member) offsetof(struct counter_options, member)

const struct opt counter_option_rows[] = {
	{ "dry-run", 0, OPT_FLAG, AT(dry_run), NULL, NULL,
	  "start, stop: check everything, and change nothing" },
	{ "duration", 0, OPT_WORD, AT(duration), "TIME", NULL,
	  "run: end after TIME: 2, 1.5, 500ms, 2m, 1h" },
	{ "for", 0, OPT_WORD, AT(run_for), "TIME", NULL,
	  "start: stop it again after TIME, in the background" },
	{ "interval", 0, OPT_WORD, AT(interval), "TIME", NULL,
	  "run: show every TIME what was counted in it" },
	{ "per-process", 0, OPT_FLAG, AT(per_process), NULL, NULL,
	  "syscalls: count each process separately" },
	{ "protocols", 0, OPT_FLAG, AT(protocols), NULL, NULL,
	  "run packets: show packets and bytes by protocol" },
	{ "rate", 0, OPT_FLAG, AT(rate), NULL, NULL,
	  "run packets, connections: show packets per second" },
	{ "top", 0, OPT_COUNT, AT(top), "N", NULL, "run: show only the N highest counts" },
	{ .name = NULL },
};

/* The options of views. */
static const struct {
	const char *name;
	unsigned int bit;
} of_views[] = {
	{ "per-process", COUNTER_TAKES_PER_PROCESS },
	{ "protocols", COUNTER_TAKES_PROTOCOLS },
	{ "rate", COUNTER_TAKES_RATE },
	{ "top", COUNTER_TAKES_TOP },
};

static bool is_set(const struct counter_options *options, const struct opt *row)
{
	const char *at = (const char *)options + row->offset;

	switch (row->kind) {
	case OPT_FLAG:
		return *(const bool *)at;
	case OPT_WORD:
		return *(const char *const *)at;
	case OPT_COUNT:
		return *(const uint64_t *)at;
	}
	return false;
}

bool counter_option_given(const struct counter_options *options, const char *name)
{
	for (const struct opt *row = counter_option_rows; row->name; row++)
		if (!strcmp(row->name, name))
			return is_set(options, row);
	return false;
}

int counter_option_time(const char *name, const char *word, uint64_t max, uint64_t *ret,
			struct err *err)
{
	uint64_t ns = 0;
	int r = duration_parse(word, &ns);

	if (r == -ERANGE || ns > max)
		return err_set(err, ERR_USAGE, "--%s: '%s' is too long: %" PRIu64 "s at most", name,
			       word, max / NS);
	if (r)
		return err_set(err, ERR_USAGE, "--%s: '%s' is no time: " DURATION_USAGE, name,
			       word);
	if (!ns)
		return err_set(err, ERR_USAGE, "--%s: '%s' is too short: more than 0", name, word);
	*ret = ns;
	return 0;
}

bool counter_option_is_among(const char *name, const char *const *names)
{
	for (; *names; names++)
		if (!strcmp(*names, name))
			return true;
	return false;
}

const char *counter_option_not_among(const struct counter_options *options,
				     const char *const *takes)
{
	for (const struct opt *row = counter_option_rows; row->name; row++)
		if (is_set(options, row) && !counter_option_is_among(row->name, takes))
			return row->name;
	return NULL;
}

int counter_options_check(const struct counter_options *options, const char *const *takes,
			  const char *who, struct err *err)
{
	const char *stray = counter_option_not_among(options, takes);

	return stray ? err_set(err, ERR_USAGE, "counter %s takes no --%s", who, stray) : 0;
}

int counter_options_check_view(const struct counter_options *options,
			       const struct counter_view *view, struct err *err)
{
	for (size_t i = 0; i < sizeof(of_views) / sizeof(of_views[0]); i++)
		if (!(view->takes & of_views[i].bit) &&
		    counter_option_given(options, of_views[i].name))
			return err_set(err, ERR_USAGE, "counter run %s takes no --%s",
				       view->counter, of_views[i].name);
	return 0;
}
