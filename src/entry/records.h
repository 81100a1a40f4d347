/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Records on their way out of a ring buffer or of the buffers of a perf event
 * array: whoever reads them hands each to a sink.
 */
#ifndef ENTRY_RECORDS_H
#define ENTRY_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct record {
	const void *data; /* borrowed until the call returns; aligned to 8 bytes */
	uint32_t size;	  /* bytes */
	bool has_cpu;	  /* the three below are known: of perf events */
	uint32_t cpu, index;
	uint64_t time; /* ns, as the event has it (CLOCK_MONOTONIC unless it was asked otherwise) */
};

/* What a reader knows of records that it could not read. */
struct records_missed {
	uint64_t records; /* 0: not known, records are of several sizes */
	uint64_t bytes;	  /* 0: not known */
	bool has_cpu;
	uint32_t cpu, index;
	uint64_t event_id; /* of perf events, as the kernel tells it */
};

struct record_sink {
	/* 0; 1: that was the last one wanted; -code */
	int (*record)(struct record_sink *sink, const struct record *record, struct err *err);
	int (*missed)(struct record_sink *sink, const struct records_missed *missed,
		      struct err *err);
	/* nothing more for now: what was written goes out to whoever reads it; 0 or -code */
	int (*idle)(struct record_sink *sink, struct err *err);
};

#endif
