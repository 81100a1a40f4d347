/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * What the JSON writer made of random bytes of random types comes back: the
 * same JSON, and the same bytes wherever JSON says them.
 */
#include <float.h>
#include <stdio.h>

#include "base/buf.h"
#include "codec/encode.h"
#include "codec/encode_parts.h"
#include "codec/json_numbers.h"
#include "plan_fixture.h"
#include "random_types.h"

#define ROUNDS 12000

/* Where bytes may differ, though they read alike. */
static bool is_vague(const struct step *s)
{
	return s->kind == STEP_BOOL || s->kind == STEP_BBITS ||
	       (s->kind == STEP_FLOAT && s->size > 8) || (s->kind == STEP_ENUM && s->bits);
}

struct masks {
	uint8_t *exact, *covered;
};

static void mask_steps(const struct plan *plan, uint32_t from, uint32_t to, uint32_t base,
		       const struct masks *masks, bool vague)
{
	for (uint32_t i = from; i < to; i++) {
		const struct step *s = &plan->steps[i];
		uint8_t bits[SPAN_MAX];
		size_t n;

		if (s->kind == STEP_ARRAY) {
			for (uint32_t k = 0; k < s->count; k++)
				mask_steps(plan, i + 1, s->next - 1,
					   base + s->offset + k * s->stride, masks, vague);
			i = s->next - 1;
			continue;
		}
		if (s->kind == STEP_OPEN || s->kind == STEP_CLOSE || is_vague(s) != vague)
			continue;
		n = encode_span(s, bits);
		for (size_t k = 0; k < n; k++) {
			uint8_t mask = k < SPAN_MAX ? bits[k] : 0xff;

			masks->covered[base + s->offset + k] |= mask;
			if (!vague)
				masks->exact[base + s->offset + k] |= mask;
		}
	}
}

static json_t *parsed(const char *member)
{
	char *text = mem_printf("{%s}", member);
	json_t *json, *v;
	struct err err;

	if (json_numbers_parse(text, strlen(text), &json, &err))
		fail_msg("%s: %s", text, err.msg);
	v = json_incref(json_object_get(json, "v"));
	json_decref(json);
	free(text);
	return v;
}

static void compare(const struct plan *plan, const uint8_t *data, const uint8_t *again,
		    const char *json)
{
	struct masks masks = { mem_zero(plan->size + 1), mem_zero(plan->size + 1) };

	mask_steps(plan, 0, plan->n_steps, 0, &masks, false);
	mask_steps(plan, 0, plan->n_steps, 0, &masks, true);
	for (uint32_t i = 0; i < plan->size; i++)
		if ((data[i] ^ again[i]) & masks.exact[i] || again[i] & ~masks.covered[i])
			fail_msg("byte %u is 0x%02x and comes back as 0x%02x: %s", i, data[i],
				 again[i], json);
	free(masks.exact);
	free(masks.covered);
}

static bool comes_back(const struct types *t, int type_id, const uint8_t *data, uint32_t size)
{
	struct decoding d = { .types = t, .type_id = type_id };
	struct buf left_out = { 0 };
	char *before, *after;
	struct plan *plan;
	uint8_t *again;
	struct err err;
	json_t *json;

	if (plan_compile(t->btf, (uint32_t)type_id, size, PLAN_NATIVE, &plan, &err) < 0)
		return false;
	before = decoded(&d, "json", data, size);
	if (d.nonfinite) {
		free(before);
		plan_free(plan);
		return false;
	}
	json = parsed(before);
	again = mem_zero(size + 1);
	if (plan_encode_json(plan, json, again, &left_out, &err))
		fail_msg("%s: %s", err.msg, before);
	assert_string_equal(buf_str(&left_out), "");
	after = decoded(&d, "json", again, size);
	assert_string_equal(before, after);
	compare(plan, data, again, before);
	json_decref(json);
	free(before);
	free(after);
	free(again);
	plan_free(plan);
	return true;
}

static void json_comes_back(void **state)
{
	const struct types *t = *state;
	uint32_t n = 0;
	uint8_t data[RANDOM_BYTES_MAX];

	for (int i = 0; n < ROUNDS && i < 4 * ROUNDS; i++) {
		int type_id = random_type(t, 3);
		uint32_t size = random_size(t, type_id);

		random_bytes(data, sizeof(data));
		n += comes_back(t, type_id, data, size);
	}
	assert_int_equal(n, ROUNDS);
}

/* name=value for the members of a struct without structs inside, the values as JSON. */
static int words_of(json_t *json, char *words[], int max)
{
	const char *name;
	json_t *value;
	int n = 0;

	json_object_foreach(json, name, value)
	{
		char *v = json_dumps(value, JSON_ENCODE_ANY);

		assert_in_range(n, 0, max - 1);
		words[n++] = mem_printf("%s=%s", name, v);
		free(v);
	}
	return n;
}

static bool words_come_back(const struct types *t, int type_id, const uint8_t *data, uint32_t size)
{
	struct decoding d = { .types = t, .type_id = type_id };
	char *words[64], *before, *after;
	struct plan *plan;
	uint8_t *again;
	struct err err;
	json_t *json;
	int n = 0;

	if (plan_compile(t->btf, (uint32_t)type_id, size, PLAN_NATIVE, &plan, &err) < 0)
		return false;
	before = decoded(&d, "json", data, size);
	json = parsed(before);
	if (!d.nonfinite && json_is_object(json))
		n = words_of(json, words, 64);
	if (n) {
		again = mem_zero(size + 1);
		if (plan_encode_words(plan, n, words, again, NULL, &err))
			fail_msg("%s: %s", err.msg, before);
		after = decoded(&d, "json", again, size);
		assert_string_equal(before, after);
		compare(plan, data, again, before);
		free(after);
		free(again);
	}
	for (int i = 0; i < n; i++)
		free(words[i]);
	json_decref(json);
	free(before);
	plan_free(plan);
	return n;
}

static void words_of_flat_structs(void **state)
{
	const struct types *t = *state;
	uint32_t n = 0;
	uint8_t data[RANDOM_BYTES_MAX];

	for (int i = 0; n < ROUNDS / 4 && i < 4 * ROUNDS; i++) {
		int type_id = random_struct(t, 1);
		uint32_t size = random_size(t, type_id);

		random_bytes(data, sizeof(data));
		n += words_come_back(t, type_id, data, size);
	}
	assert_int_equal(n, ROUNDS / 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TYPE_TEST(json_comes_back),
		TYPE_TEST(words_of_flat_structs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
