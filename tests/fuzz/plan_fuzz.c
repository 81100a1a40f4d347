/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * A type and a value out of any bytes: three bytes add a type that refers to
 * earlier and later ones, what is behind them is the value.  Whatever
 * compiles is decoded from memory of just its size.
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <bpf/btf.h>

#include "base/alloc.h"
#include "codec/plan.h"
#include "output/writer.h"

#include "any_types.h"

#define NODES_QUICK 2048 /* more of the same finds nothing, and takes its time */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void run(const struct btf *btf, uint32_t id, enum plan_dialect dialect, const uint8_t *value,
		size_t size, struct stream *stream)
{
	static const struct label label = LABEL("value");
	static const struct writer_options options;
	struct plan *plan = NULL;
	struct writer *out;
	struct err err;

	if (plan_compile(btf, id, (uint32_t)size, dialect, &plan, &err))
		return;
	if (plan->size > size || plan->n_nodes > PLAN_NODES_MAX)
		abort();
	if (plan->n_nodes > NODES_QUICK) {
		plan_free(plan);
		return;
	}
	out = writer_new(writer_format_find(dialect == PLAN_NATIVE ? "json" : "text"), stream,
			 &options);
	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	plan_decode(plan, &label, value, out);
	out->format->finish(out);
	writer_free(out);
	stream_flush(stream);
	plan_free(plan);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct stream stream; /* its buffer is larger than all that is made here */
	struct btf *btf = btf__new_empty();
	size_t used = add_types(btf, data, size);
	uint8_t *value;

	if (!stream.buf)
		stream_init(&stream, open("/dev/null", O_WRONLY | O_CLOEXEC));
	if (size > used) {
		value = mem_zero(size - used);
		memcpy(value, data + used, size - used);
		for (uint32_t id = 1; id < btf__type_cnt(btf); id++) {
			run(btf, id, PLAN_NATIVE, value, size - used, &stream);
			run(btf, id, PLAN_BPFTOOL, value, size - used, &stream);
		}
		free(value);
	}
	btf__free(btf);
	return 0;
}
