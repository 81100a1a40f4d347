/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A session with a map that is nowhere, for what becomes of records on their way out. */
#ifndef TESTS_UNIT_RECORDS_FIXTURE_H
#define TESTS_UNIT_RECORDS_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "cli/globals.h"
#include "cli/session.h"
#include "entry/records.h"
#include "events/events.h"
#include "map/given_types.h"
#include "map/map.h"
#include "output/writer.h"

struct stage {
	struct map map;
	struct map *maps[1];
	struct globals globals;
	struct type_settings types;
	struct stream stream;
	struct session session;
	struct events_settings settings;
	struct record_sink *sink;
	int out, notes, stderr_before;
	struct err err;
};

static inline void stage_open(struct stage *stage, uint32_t map_type, const char *format,
			      const char *type)
{
	const struct writer_options options = { 0 };

	memset(stage, 0, sizeof(*stage));
	stage->map.fd = -1;
	stage->map.type = map_type_find(map_type);
	stage->map.info.id = UINT32_MAX;
	stage->map.name = stage->map.called = (char *)"ring";
	stage->maps[0] = &stage->map;
	stage->out = memfd_create("out", 0);
	stage->notes = memfd_create("notes", 0);
	stage->stderr_before = dup(STDERR_FILENO);
	stage->settings.type = type;
	stream_init(&stage->stream, stage->out);
	stage->session = (struct session){
		.globals = &stage->globals,
		.types = &stage->types,
		.stream = &stage->stream,
		.out = writer_new(writer_format_find(format), &stage->stream, &options),
		.maps = stage->maps,
		.n_maps = 1,
	};
	dup2(stage->notes, STDERR_FILENO);
}

static inline int stage_start(struct stage *stage)
{
	return records_open(&stage->session, &stage->settings, &stage->sink, &stage->err);
}

static inline void expect_content(int fd, const char *want)
{
	char got[4096];
	ssize_t n = pread(fd, got, sizeof(got) - 1, 0);

	assert_true(n >= 0);
	got[n] = '\0';
	assert_string_equal(got, want);
}

/* Behind reading that returned read; returns what records_close() does. */
static inline int stage_end_of(struct stage *stage, int read, const char *out, const char *notes)
{
	int r = records_close(stage->sink, read, &stage->err);

	writer_free(stage->session.out);
	assert_int_equal(stream_close(&stage->stream), 0);
	fflush(stderr);
	dup2(stage->stderr_before, STDERR_FILENO);
	close(stage->stderr_before);
	expect_content(stage->out, out);
	expect_content(stage->notes, notes);
	close(stage->out);
	close(stage->notes);
	return r;
}

static inline int stage_end(struct stage *stage, const char *out, const char *notes)
{
	return stage_end_of(stage, 0, out, notes);
}

/* In memory of just its size. */
static inline int send_from(struct stage *stage, bool has_cpu, const char *bytes, uint32_t size)
{
	void *exact = malloc(size ? size : 1);
	struct record record = { .data = exact, .size = size, .has_cpu = has_cpu };
	int r;

	memcpy(exact, bytes, size);
	if (has_cpu) {
		record.cpu = 1;
		record.index = 2;
		record.time = UINT64_C(1234567890123);
	}
	r = stage->sink->record(stage->sink, &record, &stage->err);
	free(exact);
	return r;
}

static inline int miss(struct stage *stage, uint64_t records, uint64_t bytes, bool has_cpu)
{
	const struct records_missed missed = {
		.records = records,
		.bytes = bytes,
		.has_cpu = has_cpu,
		.cpu = 1,
		.index = 2,
	};

	return stage->sink->missed(stage->sink, &missed, &stage->err);
}

#endif
