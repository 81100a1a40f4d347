/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/reference.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/number.h"
#include "codec/json_numbers.h"
#include "output/unescape.h"

const struct reference_noun reference_map = {
	.name = "map",
	.usage = "'id N', 'name NAME' or 'pinned PATH'",
};

const struct reference_noun reference_program = {
	.name = "program",
	.usage = "'id N', 'name NAME', 'tag T' or 'pinned PATH'",
	.has_tag = true,
};

static int refuse(const struct reference_noun *noun, struct err *err)
{
	return err_set(err, ERR_USAGE, "a %s is expected: %s", noun->name, noun->usage);
}

static int take_id(const struct reference_noun *noun, const char *word, struct reference *ret,
		   struct err *err)
{
	ret->kind = REFERENCE_ID;
	if (number_u32(word, &ret->id))
		return err_set(err, ERR_USAGE,
			       "'%s' is not the id of a %s: ids are numbers up to %u", word,
			       noun->name, UINT32_MAX);
	return 0;
}

/* What is a keyword of the command line's too is written in double quotes. */
static const char *take_text(char *word, struct reference *ret)
{
	struct err ignored;
	json_t *json;

	if (*word != '"' || json_numbers_parse(word, strlen(word), &json, &ignored))
		return word;
	ret->held = reference_json_text(json);
	json_decref(json);
	return ret->held ? ret->held : word;
}

static bool find_kind(const struct reference_noun *noun, const char *word, enum reference_kind *ret)
{
	static const char *const keywords[] = {
		[REFERENCE_ID] = "id",
		[REFERENCE_NAME] = "name",
		[REFERENCE_PIN] = "pinned",
		[REFERENCE_TAG] = "tag",
	};
	int n = noun->has_tag ? REFERENCE_TAG : REFERENCE_PIN;

	for (int i = 0; i <= n; i++) {
		if (strcmp(keywords[i], word) != 0)
			continue;
		*ret = (enum reference_kind)i;
		return true;
	}
	return false;
}

static int take_json(const struct reference_noun *noun, const char *word, struct reference *ret,
		     struct err *err)
{
	json_t *json;
	int r = json_numbers_parse(word, strlen(word), &json, err);

	if (r)
		return r;
	r = reference_of_json(noun, json, ret, err);
	json_decref(json);
	return r;
}

static int take_one(const struct reference_noun *noun, char *word, struct reference *ret,
		    struct err *err)
{
	enum reference_kind kind;

	if (find_kind(noun, word, &kind))
		return err_set(err, ERR_USAGE, "'%s' needs a word behind it: %s", word,
			       noun->usage);
	/* Bytes, in the words of other values. */
	if (!*word || *word == '@' || *word == '[')
		return refuse(noun, err);
	if (*word == '{')
		return take_json(noun, word, ret, err);
	if (number_is_digits(word))
		return take_id(noun, word, ret, err);
	ret->text = take_text(word, ret);
	ret->kind = strchr(ret->text, '/') ? REFERENCE_PIN : REFERENCE_NAME;
	return 0;
}

int reference_parse(const struct reference_noun *noun, int n_words, char *const *words,
		    struct reference *ret, struct err *err)
{
	*ret = (struct reference){ 0 };
	if (n_words == 1)
		return take_one(noun, words[0], ret, err);
	if (n_words != 2 || !find_kind(noun, words[0], &ret->kind) || !*words[1])
		return refuse(noun, err);
	if (ret->kind == REFERENCE_ID)
		return take_id(noun, words[1], ret, err);
	ret->text = take_text(words[1], ret);
	return 0;
}

char *reference_json_text(const json_t *json)
{
	struct buf text = { 0 };
	char *ret;

	if (!json_is_string(json))
		return NULL;
	unescape(&text, json_string_value(json), json_string_length(json));
	ret = strlen(buf_str(&text)) == text.len ? mem_strdup(buf_str(&text)) : NULL;
	buf_done(&text);
	return ret;
}

bool reference_json_u32(const json_t *json, uint32_t *ret)
{
	json_int_t number = json_integer_value(json);

	if (json_is_string(json))
		return !number_u32(json_string_value(json), ret);
	if (!json_is_integer(json) || number < 0 || number > UINT32_MAX)
		return false;
	*ret = (uint32_t)number;
	return true;
}

int reference_of_json(const struct reference_noun *noun, const json_t *json, struct reference *ret,
		      struct err *err)
{
	const json_t *id = json_object_get(json, "id"), *name = json_object_get(json, "name");
	size_t known = !!id + !!name;

	*ret = (struct reference){ .held = reference_json_text(name) };
	if (!json_is_object(json) || json_object_size(json) != known ||
	    (name && !ret->held && !json_is_null(name)) || (!id && !ret->held))
		return err_set(err, ERR_USAGE,
			       "in JSON a %s is {\"id\": N, \"name\": NAME}, or one of the two",
			       noun->name);
	if (id) {
		ret->called = ret->held;
		ret->kind = REFERENCE_ID;
		if (reference_json_u32(id, &ret->id))
			return 0;
		return err_set(err, ERR_USAGE, "\"id\" is not the id of a %s: a number up to %u",
			       noun->name, UINT32_MAX);
	}
	ret->kind = REFERENCE_NAME;
	ret->text = ret->held;
	return 0;
}

void reference_done(struct reference *reference)
{
	free(reference->held);
	reference->held = NULL;
}
