/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* When a stream of events ends: by a signal, or by the clock. */
#include <errno.h>
#include <signal.h>
#include <stddef.h>

#include "base/clock.h"
#include "base/duration.h"
#include "events/events.h"

#define MS 1000000u /* ns */

static volatile sig_atomic_t stopped;

int events_end_parse(const struct events_settings *settings, struct events_end *ret,
		     struct err *err)
{
	struct events_end end = { .is_over = settings->is_over, .of = settings->of };
	uint64_t ns;

	if (!settings->timeout) {
		*ret = end;
		return 0;
	}
	if (duration_parse(settings->timeout, &ns))
		return err_set(err, ERR_USAGE, "--timeout: '%s' is no time: " DURATION_USAGE,
			       settings->timeout);
	end.has_deadline = true;
	end.deadline = clock_now() + ns;
	*ret = end;
	return 0;
}

static void stop(int number)
{
	(void)number;
	stopped = 1;
}

/* The second of a kind ends mapctl at once, as when it cannot write for as long as nobody reads. */
void events_catch_signals(void)
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP };
	const struct sigaction action = { .sa_handler = stop, .sa_flags = (int)SA_RESETHAND };
	struct sigaction before;

	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		/* nohup(1), and a shell's background jobs, leave some ignored. */
		if (!sigaction(numbers[i], NULL, &before) && before.sa_handler != SIG_IGN)
			sigaction(numbers[i], &action, NULL);
}

bool events_stopped(void)
{
	return stopped;
}

int events_wait_ms(const struct events_end *end, int max)
{
	uint64_t at, left;

	if (stopped || (end->is_over && end->is_over(end->of)))
		return 0;
	if (!end->has_deadline)
		return max;
	at = clock_now();
	if (at >= end->deadline)
		return 0;
	left = (end->deadline - at + MS - 1) / MS;
	return left < (uint64_t)max ? (int)left : max;
}
