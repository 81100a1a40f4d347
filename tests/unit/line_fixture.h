/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The line of a value that stands alone. */
#ifndef TESTS_UNIT_LINE_FIXTURE_H
#define TESTS_UNIT_LINE_FIXTURE_H

#include <stdio.h>

#include "output/line.h"
#include "plan_fixture.h"

static inline char *line_of(const struct plan *plan, const void *data)
{
	static const struct label label = LABEL("value");
	const struct writer_options options = { 0 };
	struct stream stream;
	struct writer *out;
	char *ret;

	stream_init(&stream, -1);
	out = writer_new(&line_format, &stream, &options);
	out->format->start(out, SHAPE_LIST);
	out->format->record(out);
	plan_decode(plan, &label, data, out);
	out->format->finish(out);
	assert_int_equal(stream.gone, 0);
	assert_int_equal(out->nonfinite, 0);
	ret = mem_printf("%.*s", (int)stream.len, stream.buf);
	writer_free(out);
	stream_close(&stream);
	return ret;
}

#endif
