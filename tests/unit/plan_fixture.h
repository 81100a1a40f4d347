/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Types made by hand, and what a plan makes of bytes of them. */
#ifndef TESTS_UNIT_PLAN_FIXTURE_H
#define TESTS_UNIT_PLAN_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <bpf/btf.h>

#include "base/alloc.h"
#include "codec/plan.h"
#include "output/writer.h"

#define IS_LITTLE (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__)

/* Types that most tests want; each test has its own BTF. */
struct types {
	struct btf *btf;
	int u8, u16, u32, u64, s8, s32, s64, chr, boolean;
};

static inline int types_setup(void **state)
{
	struct types *t = mem_zero(sizeof(*t));

	t->btf = btf__new_empty();
	t->u8 = btf__add_int(t->btf, "unsigned char", 1, 0);
	t->u16 = btf__add_int(t->btf, "unsigned short", 2, 0);
	t->u32 = btf__add_int(t->btf, "unsigned int", 4, 0);
	t->u64 = btf__add_int(t->btf, "unsigned long long", 8, 0);
	t->s8 = btf__add_int(t->btf, "signed char", 1, BTF_INT_SIGNED);
	t->s32 = btf__add_int(t->btf, "int", 4, BTF_INT_SIGNED);
	t->s64 = btf__add_int(t->btf, "long long", 8, BTF_INT_SIGNED);
	t->chr = btf__add_int(t->btf, "char", 1, BTF_INT_SIGNED);
	t->boolean = btf__add_int(t->btf, "_Bool", 1, BTF_INT_BOOL);
	*state = t;
	return 0;
}

static inline int types_teardown(void **state)
{
	struct types *t = *state;

	btf__free(t->btf);
	free(t);
	return 0;
}

static inline int array_of(const struct types *t, int type_id, uint32_t n)
{
	return btf__add_array(t->btf, t->u32, type_id, n);
}

/* One more member of the struct or union that was added last. */
static inline void field(const struct types *t, const char *name, int type_id, uint32_t bit_offset,
			 uint32_t bits)
{
	assert_int_equal(btf__add_field(t->btf, name, type_id, bit_offset, bits), 0);
}

/* A type whose BTF says more than btf__add_*() can: its own record, to change. */
static inline struct btf_type *raw_type(const struct types *t, int type_id)
{
	return (struct btf_type *)btf__type_by_id(t->btf, (uint32_t)type_id);
}

/* An INT of bits from offset. */
static inline int odd_int(const struct types *t, const char *name, uint32_t size, uint32_t encoding,
			  uint32_t offset, uint32_t bits)
{
	int id = btf__add_int(t->btf, name, 1, (int)encoding);

	raw_type(t, id)->size = size;
	*(uint32_t *)(raw_type(t, id) + 1) = encoding << 24 | offset << 16 | bits;
	return id;
}

struct decoding {
	const struct types *types;
	int type_id;
	enum plan_dialect dialect;
	uint64_t nonfinite; /* out */
};

/* What the format makes of one value labelled v; data is read from memory of exactly size bytes. */
static inline char *decoded(struct decoding *d, const char *format, const void *data, size_t size)
{
	static const struct label label = LABEL("v");
	const struct writer_options options = { 0 };
	void *exact = malloc(size ? size : 1);
	struct plan *plan = NULL;
	struct stream stream;
	struct writer *out;
	struct err err;
	char *ret;

	if (size)
		memcpy(exact, data, size);
	if (plan_compile(d->types->btf, (uint32_t)d->type_id, (uint32_t)size, d->dialect, &plan,
			 &err) < 0)
		fail_msg("%s", err.msg);
	assert_true(plan->size <= size);
	stream_init(&stream, -1);
	out = writer_new(writer_format_find(format), &stream, &options);
	out->format->start(out, SHAPE_ONE);
	out->format->record(out);
	stream.len = 0;
	plan_decode(plan, &label, exact, out);
	ret = mem_printf("%.*s", (int)stream.len, stream.buf);
	out->format->finish(out);
	d->nonfinite = out->nonfinite;
	writer_free(out);
	stream_close(&stream);
	plan_free(plan);
	free(exact);
	return ret;
}

static inline void expect_dialect(const struct types *types, int type_id, enum plan_dialect dialect,
				  const void *data, size_t size, const char *json)
{
	struct decoding d = { .types = types, .type_id = type_id, .dialect = dialect };
	char *got = decoded(&d, dialect == PLAN_NATIVE ? "json" : "bpftool", data, size);
	char *want = mem_printf("\"v\":%s", json);
	const char *node = strstr(got, "\"v\":");

	assert_non_null(node);
	assert_string_equal(node, want);
	free(got);
	free(want);
}

/* A C value, as the host holds it. */
#define EXPECT(types, id, json, type, value)                                                  \
	do {                                                                                  \
		const type expect_value_ = (value);                                           \
		expect_dialect(types, id, PLAN_NATIVE, &expect_value_, sizeof(expect_value_), \
			       json);                                                         \
	} while (0)
#define EXPECT_BPFTOOL(types, id, json, type, value)                                           \
	do {                                                                                   \
		const type expect_value_ = (value);                                            \
		expect_dialect(types, id, PLAN_BPFTOOL, &expect_value_, sizeof(expect_value_), \
			       json);                                                          \
	} while (0)

/* Bytes in the order they stand. */
#define EXPECT_BYTES_IN(types, id, dialect, json, ...)                                          \
	do {                                                                                    \
		const uint8_t expect_bytes_[] = { __VA_ARGS__ };                                \
		expect_dialect(types, id, dialect, expect_bytes_, sizeof(expect_bytes_), json); \
	} while (0)
#define EXPECT_BYTES(types, id, json, ...) \
	EXPECT_BYTES_IN(types, id, PLAN_NATIVE, json, __VA_ARGS__)

/* Compiling must fail, and say why. */
static inline void expect_refused(const struct types *types, int type_id, uint32_t size,
				  const char *why)
{
	struct plan *plan = NULL;
	struct err err = { 0 };

	assert_int_equal(
		plan_compile(types->btf, (uint32_t)type_id, size, PLAN_NATIVE, &plan, &err),
		-ERR_PARTIAL);
	assert_null(plan);
	if (!strstr(err.msg, why))
		fail_msg("\"%s\" does not say \"%s\"", err.msg, why);
}

#define TYPE_TEST(f) cmocka_unit_test_setup_teardown(f, types_setup, types_teardown)

#endif
