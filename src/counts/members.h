/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Members that the rows of more than one counter have. */
#ifndef COUNTS_MEMBERS_H
#define COUNTS_MEMBERS_H

#include <stdint.h>

#include "output/label.h"

struct counter_run;
struct writer;

/* The names of one count. */
struct count_labels {
	struct label count;	 /* "packets" */
	struct label rate;	 /* "packets_per_second", for programs */
	struct label short_rate; /* "packets/s", for people */
};

#define COUNT_LABELS(text)                                               \
	{                                                                \
		.count = LABEL(text), .rate = LABEL(text "_per_second"), \
		.short_rate = LABEL(text "/s"),                          \
	}

/* What people get of a count: with --rate how much that is in a second, rounded. */
uint64_t count_for_people(const struct counter_run *run, uint64_t count);

/*
 * What was counted in the interval.  With --rate programs get how much that is in a second
 * behind it, and people get that instead, rounded.
 */
void write_count(const struct counter_run *run, const struct count_labels *labels, uint64_t count,
		 struct writer *out);

/*
 * The protocol above IP by its name, its number where it has none, "other" for the one that
 * the counters give what they cannot tell (PACKET_OTHER of bpf/packet.h).
 */
void write_protocol(const struct counter_run *run, uint8_t number, struct writer *out);

#endif
