/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Types and words out of any bytes: the types as any_types.h makes them, behind
 * them the words, a line each, for a value of every type.  What is taken can be
 * decoded; what is refused says why.
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "codec/plan.h"
#include "codec/words.h"
#include "output/writer.h"

#include "any_types.h"

#define WORDS_MAX   16
#define VALUE_BYTES 256
#define NODES_QUICK 512

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void decode(const struct plan *plan, const void *value, struct stream *stream)
{
	static const struct label label = LABEL("value");
	static const struct writer_options options;
	struct writer *out = writer_new(writer_format_find("json"), stream, &options);

	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	plan_decode(plan, &label, value, out);
	out->format->finish(out);
	writer_free(out);
	stream_flush(stream);
}

static void run(const struct btf *btf, uint32_t id, int n, char *const *words,
		struct stream *stream)
{
	struct buf left_out = { 0 };
	struct plan *plan = NULL;
	struct err err = { 0 };
	void *value;

	if (plan_compile(btf, id, VALUE_BYTES, PLAN_NATIVE, &plan, &err))
		return;
	value = mem_zero(plan->size);
	err.msg[0] = '\0';
	if (plan->n_nodes > NODES_QUICK)
		;
	else if (!words_encode("key", plan, n, words, value, plan->size, &left_out, &err))
		decode(plan, value, stream);
	else if (!err.msg[0])
		abort();
	buf_done(&left_out);
	free(value);
	plan_free(plan);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct stream stream;
	struct btf *btf = btf__new_empty();
	size_t used = add_types(btf, data, size);
	char *text = mem_zero(size + 1), *rest = text, *words[WORDS_MAX];
	int n = 0;

	if (!stream.buf)
		stream_init(&stream, open("/dev/null", O_WRONLY | O_CLOEXEC));
	if (used < size)
		memcpy(text, data + used, size - used);
	while (n < WORDS_MAX && (words[n] = strsep(&rest, "\n")))
		n++;
	for (uint32_t id = 1; id < btf__type_cnt(btf); id++)
		run(btf, id, n, words, &stream);
	free(text);
	btf__free(btf);
	return 0;
}
