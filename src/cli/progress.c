/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "cli/globals.h"
#include "cli/session.h"

#define BETWEEN 100 /* milliseconds */

static uint64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC_COARSE, &time);
	return (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
}

static void step(struct progress *progress, const char *done, uint64_t n, uint64_t of)
{
	struct progress_line *line = (struct progress_line *)progress;
	uint64_t at = now();
	char text[80];
	int len;

	if (at < line->next)
		return;
	line->next = at + BETWEEN;
	if (of)
		len = snprintf(text, sizeof(text), "%" PRIu64 " of %" PRIu64 " entries %s", n, of,
			       done);
	else
		len = snprintf(text, sizeof(text), "%" PRIu64 " entries %s", n, done);
	dprintf(STDERR_FILENO, "\r%-*s", line->width, text);
	line->width = len > line->width ? len : line->width;
}

struct progress *progress_line_begin(const struct session *session, struct progress_line *ret)
{
	*ret = (struct progress_line){ .progress.step = step, .next = now() + BETWEEN };
	if (globals_json(session->globals) || !isatty(STDERR_FILENO))
		return NULL;
	return &ret->progress;
}

/* Blanks, which terminals understand that understand nothing else. */
void progress_line_end(struct progress_line *line)
{
	if (line->width)
		dprintf(STDERR_FILENO, "\r%*s\r", line->width, "");
	line->width = 0;
}
