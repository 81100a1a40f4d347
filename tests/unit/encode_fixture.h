/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What the encoder makes of words, and how it refuses them. */
#ifndef TESTS_UNIT_ENCODE_FIXTURE_H
#define TESTS_UNIT_ENCODE_FIXTURE_H

#include "base/buf.h"
#include "codec/encode.h"
#include "plan_fixture.h"

#define WORDS_MAX 16

struct encoding {
	const struct types *types;
	int type_id;
	uint32_t size;
	struct buf left_out;
	struct err err;
};

/* 0 or -code; data has size bytes and is in memory of just that size. */
static inline int encoded(struct encoding *e, const char *const words[], int n, uint8_t *data)
{
	char *copies[WORDS_MAX];
	struct plan *plan;
	int r;

	if (plan_compile(e->types->btf, (uint32_t)e->type_id, e->size, PLAN_NATIVE, &plan, &e->err))
		fail_msg("%s", e->err.msg);
	for (int i = 0; i < n; i++)
		copies[i] = mem_strdup(words[i]);
	buf_clear(&e->left_out);
	r = plan_encode_words(plan, n, copies, data, &e->left_out, &e->err);
	for (int i = 0; i < n; i++)
		free(copies[i]);
	plan_free(plan);
	return r;
}

static inline void expect_encoded(const struct types *types, int type_id, const uint8_t *want,
				  uint32_t size, const char *left_out, const char *const words[],
				  int n)
{
	struct encoding e = { .types = types, .type_id = type_id, .size = size };
	uint8_t *data = mem_zero(size);

	if (encoded(&e, words, n, data))
		fail_msg("%s: %s", words[0], e.err.msg);
	assert_memory_equal(data, want, size);
	assert_string_equal(buf_str(&e.left_out), left_out);
	buf_done(&e.left_out);
	free(data);
}

static inline void expect_refusal(const struct types *types, int type_id, uint32_t size,
				  const char *why, const char *const words[], int n)
{
	struct encoding e = { .types = types, .type_id = type_id, .size = size };
	uint8_t *data = mem_zero(size);

	assert_int_equal(encoded(&e, words, n, data), -ERR_USAGE);
	assert_string_equal(e.err.msg, why);
	buf_done(&e.left_out);
	free(data);
}

#define N_WORDS(...) ((int)(sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *)))

/* The words become the C value. */
#define EXPECT_ENCODED(types, id, type, value, ...)                                               \
	do {                                                                                      \
		const type expect_value_ = (value);                                               \
		expect_encoded(types, id, (const uint8_t *)&expect_value_, sizeof(expect_value_), \
			       "", (const char *const[]){ __VA_ARGS__ }, N_WORDS(__VA_ARGS__));   \
	} while (0)

#define EXPECT_REFUSAL(types, id, size, why, ...)                                  \
	expect_refusal(types, id, size, why, (const char *const[]){ __VA_ARGS__ }, \
		       N_WORDS(__VA_ARGS__))

#endif
