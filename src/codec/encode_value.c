/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A node of a value: from JSON, or from one word. */
#include <stdio.h>
#include <string.h>

#include "codec/encode_parts.h"
#include "codec/json_numbers.h"
#include "output/unescape.h"

void given_bytes(const struct given *given, struct buf *ret)
{
	if (given->is_unescaped)
		buf_add(ret, given->text, given->len);
	else
		unescape(ret, given->text, given->len);
}

static int encode_given(struct encode *e, uint32_t index, uint32_t base, const struct given *given)
{
	const struct step *step = &e->plan->steps[index];

	if (step_is_compound(step))
		return encode_address(e, index, base, given);
	return encode_scalar(e, (struct target){ .step = step, .at = base + step->offset }, given);
}

/* Members may come in any order; those of a dump come in the order of the steps. */
static int encode_object(struct encode *e, uint32_t index, uint32_t base, const json_t *json)
{
	struct buf name = { 0 };
	uint32_t hint = index + 1, member;
	json_t *value;
	const char *key;
	int r = 0;

	json_object_foreach((json_t *)json, key, value)
	{
		size_t mark;

		buf_clear(&name);
		unescape(&name, key, strlen(key));
		member = encode_member(e, index, &hint, buf_str(&name), name.len);
		if (!member) {
			r = encode_no_member(e, index, buf_str(&name));
			break;
		}
		mark = encode_enter(e, e->plan->steps[member].label.name);
		r = encode_json_node(e, member, base, value);
		if (r)
			break;
		encode_leave(e, mark);
	}
	buf_done(&name);
	return r;
}

static int encode_array(struct encode *e, uint32_t index, uint32_t base, const json_t *json)
{
	const struct step *step = &e->plan->steps[index];
	size_t n = json_array_size(json);

	if (n != step->count)
		return encode_refuse(e, "it has %u elements, and %zu %s given", step->count, n,
				     n == 1 ? "is" : "are");
	for (uint32_t i = 0; i < step->count; i++) {
		size_t mark = encode_enter_index(e, i);
		int r = encode_json_node(e, index + 1, base + step->offset + i * step->stride,
					 json_array_get(json, i));

		if (r)
			return r;
		encode_leave(e, mark);
	}
	return 0;
}

static const char *noun_of(const json_t *json)
{
	if (json_is_object(json))
		return "an object";
	return json_is_array(json) ? "an array" : "a single value";
}

static int refuse_shape(const struct encode *e, const struct step *step, const json_t *json)
{
	const char *wants = "a single value";

	if (step->kind == STEP_OPEN)
		wants = "an object, {...}";
	else if (step->kind == STEP_ARRAY)
		wants = "an array, [...]";
	else if (step->kind == STEP_STRING)
		wants = "text, \"...\"";
	return encode_refuse(e, "it takes %s, not %s", wants, noun_of(json));
}

static int encode_json_scalar(struct encode *e, uint32_t index, uint32_t base, const json_t *json)
{
	char spelled[64];
	struct given given = { .kind = GIVEN_NUMBER, .text = spelled };

	switch (json_typeof(json)) {
	case JSON_STRING:
		given.kind = GIVEN_TEXT;
		given.text = json_string_value(json);
		given.len = json_string_length(json);
		return encode_given(e, index, base, &given);
	case JSON_INTEGER:
		snprintf(spelled, sizeof(spelled), "%" JSON_INTEGER_FORMAT,
			 json_integer_value(json));
		break;
	case JSON_REAL:
		/* Only of a caller's own making: json_numbers_parse() leaves none. */
		snprintf(spelled, sizeof(spelled), "%.17g", json_real_value(json));
		break;
	case JSON_NULL:
		given = (struct given){ .kind = GIVEN_NULL, .text = "null" };
		break;
	default:
		given.kind = GIVEN_BOOL;
		given.text = json_is_true(json) ? "true" : "false";
	}
	given.len = strlen(given.text);
	return encode_given(e, index, base, &given);
}

int encode_json_node(struct encode *e, uint32_t index, uint32_t base, const json_t *json)
{
	const struct step *step = &e->plan->steps[index];

	if (step->kind == STEP_OPEN && json_is_object(json))
		return encode_object(e, index, base, json);
	if (step->kind == STEP_ARRAY && json_is_array(json))
		return encode_array(e, index, base, json);
	if (json_is_object(json) || json_is_array(json) ||
	    (step_is_compound(step) && !json_is_string(json)))
		return refuse_shape(e, step, json);
	return encode_json_scalar(e, index, base, json);
}

static int encode_json_word(struct encode *e, uint32_t index, uint32_t base, const char *word)
{
	struct err why;
	json_t *json;
	int r;

	if (json_numbers_parse(word, strlen(word), &json, &why))
		return encode_refuse(e, "%s", why.msg);
	r = encode_json_node(e, index, base, json);
	json_decref(json);
	return r;
}

/* JSON, or what the text format puts between quotes, where some escapes are no JSON. */
static int encode_quoted(struct encode *e, uint32_t index, uint32_t base, const char *word)
{
	size_t len = strlen(word);
	_cleanup_(buf_done) struct buf text = { 0 };
	struct given given = { .kind = GIVEN_TEXT };
	struct err why;
	json_t *json;
	int r;

	if (!json_numbers_parse(word, len, &json, &why)) {
		r = encode_json_node(e, index, base, json);
		json_decref(json);
		return r;
	}
	if (len < 2 || word[len - 1] != '"' || !unescape_quoted(&text, word + 1, len - 2))
		return encode_refuse(e, "%s is neither JSON nor a text in quotes", word);
	given.text = buf_str(&text);
	given.len = text.len;
	given.is_unescaped = true;
	return encode_given(e, index, base, &given);
}

int encode_word(struct encode *e, uint32_t index, uint32_t base, const char *word)
{
	struct given given = { .kind = GIVEN_WORD, .text = word, .len = strlen(word) };

	if (*word == '"')
		return encode_quoted(e, index, base, word);
	if ((*word == '{' || *word == '[') && step_is_compound(&e->plan->steps[index]))
		return encode_json_word(e, index, base, word);
	return encode_given(e, index, base, &given);
}
