/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <inttypes.h>
#include <stdio.h>

#include "counts/view.h"
#include "output/writer.h"

/* What a value of rate_limit_stats is made of. */
enum { PASSED, DROPPED };

static void write_row(const struct counter_run *run, const struct tally_row *row,
		      struct writer *out)
{
	static const struct label label_passed = LABEL("passed"), label_dropped = LABEL("dropped");

	(void)run;
	out->format->uint(out, &label_passed, row->words[PASSED]);
	out->format->uint(out, &label_dropped, row->words[DROPPED]);
}

static bool write_text(const struct counter_run *run, const struct tally *tally, size_t width,
		       struct stream *out)
{
	char line[sizeof("Passed: , Dropped:  (rate limited)\n") + 40];

	(void)run, (void)width;
	for (size_t i = 0; i < tally->n; i++) {
		const uint64_t *words = tally->rows[i].words;

		snprintf(line, sizeof(line),
			 "Passed: %" PRIu64 ", Dropped: %" PRIu64 " (rate limited)\n",
			 words[PASSED], words[DROPPED]);
		stream_puts(out, line);
	}
	return true;
}

const struct counter_view view_ratelimit = {
	.counter = "ratelimit",
	.map = { "rate_limit_stats", sizeof(uint32_t), 2 },
	.write_row = write_row,
	.write_text = write_text,
};
