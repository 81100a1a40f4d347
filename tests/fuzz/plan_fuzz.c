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

#define TYPES_MAX   64
#define NODES_QUICK 2048 /* more of the same finds nothing, and takes its time */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void add_members(struct btf *btf, uint8_t ref, uint8_t arg)
{
	char name[16];

	for (unsigned int i = 0; i < arg % 8u; i++) {
		snprintf(name, sizeof(name), "m%u", i);
		btf__add_field(btf, arg & 16 ? "" : name, (ref + (int)i) % TYPES_MAX,
			       i * (arg | 1u), arg & 32 ? arg % 64u : 0);
	}
}

static void add_type(struct btf *btf, uint8_t kind, uint8_t ref, uint8_t arg)
{
	static const int encodings[] = { 0, BTF_INT_SIGNED, BTF_INT_CHAR, BTF_INT_BOOL };
	int to = ref % TYPES_MAX;

	switch (kind % 10) {
	case 0:
		btf__add_int(btf, arg & 64 ? "char" : "int", 1u << ref % 5, encodings[arg % 4]);
		break;
	case 1:
		btf__add_ptr(btf, to);
		break;
	case 2:
		btf__add_array(btf, 1, to, arg & 128 ? arg << 20u : arg);
		break;
	case 3:
		btf__add_struct(btf, "s", (uint32_t)arg * ref);
		add_members(btf, ref, arg);
		break;
	case 4:
		btf__add_union(btf, arg & 1 ? "u" : NULL, arg);
		add_members(btf, ref, arg);
		break;
	case 5:
		btf__add_enum(btf, "e", 1u << ref % 4);
		btf__add_enum_value(btf, "A", arg);
		break;
	case 6:
		btf__add_typedef(btf, arg & 1 ? "__be32" : "t", to);
		break;
	case 7:
		btf__add_float(btf, "f", arg & 1 ? 8 : 4);
		break;
	case 8:
		btf__add_enum64(btf, "l", 8, arg & 1);
		btf__add_enum64_value(btf, "B", (uint64_t)arg << 56);
		break;
	default:
		btf__add_const(btf, to);
	}
}

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
	size_t n = size ? data[0] % TYPES_MAX : 0, used = 1;
	uint8_t *value;

	if (!stream.buf)
		stream_init(&stream, open("/dev/null", O_WRONLY | O_CLOEXEC));
	for (; n && used + 3 <= size; n--, used += 3)
		add_type(btf, data[used], data[used + 1], data[used + 2]);
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
