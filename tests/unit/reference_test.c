/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Maps and programs as values name them, before anything is opened. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "map/reference.h"

#define WORDS(...)                                                       \
	(int)(sizeof((const char *[]){ __VA_ARGS__ }) / sizeof(char *)), \
		(char *const *)(const char *[])                          \
	{                                                                \
		__VA_ARGS__                                              \
	}

static const char map_usage[] = "a map is expected: 'id N', 'name NAME' or 'pinned PATH'";

static void takes_id(const struct reference_noun *noun, int n, char *const *words, uint32_t id,
		     const char *called)
{
	struct reference reference;
	struct err err;

	assert_int_equal(reference_parse(noun, n, words, &reference, &err), 0);
	assert_int_equal(reference.kind, REFERENCE_ID);
	assert_int_equal(reference.id, id);
	if (called)
		assert_string_equal(reference.called, called);
	else
		assert_null(reference.called);
	reference_done(&reference);
}

static void takes_text(const struct reference_noun *noun, int n, char *const *words,
		       enum reference_kind kind, const char *text)
{
	struct reference reference;
	struct err err;

	assert_int_equal(reference_parse(noun, n, words, &reference, &err), 0);
	assert_int_equal(reference.kind, kind);
	assert_string_equal(reference.text, text);
	reference_done(&reference);
}

static void refuses(const struct reference_noun *noun, int n, char *const *words, const char *why)
{
	struct reference reference;
	struct err err;

	assert_int_equal(reference_parse(noun, n, words, &reference, &err), -ERR_USAGE);
	assert_string_equal(err.msg, why);
	reference_done(&reference);
}

static void test_words(void **state)
{
	(void)state;
	takes_id(&reference_map, WORDS("id", "7"), 7, NULL);
	takes_id(&reference_map, WORDS("4294967295"), UINT32_MAX, NULL);
	takes_text(&reference_map, WORDS("name", "7"), REFERENCE_NAME, "7");
	takes_text(&reference_map, WORDS("pinned", "x"), REFERENCE_PIN, "x");
	takes_text(&reference_map, WORDS("conns"), REFERENCE_NAME, "conns");
	takes_text(&reference_map, WORDS("./conns"), REFERENCE_PIN, "./conns");
	takes_text(&reference_program, WORDS("tag", "0123"), REFERENCE_TAG, "0123");
	/* A word of its own, of a map. */
	takes_text(&reference_map, WORDS("tag"), REFERENCE_NAME, "tag");
}

static void test_quotes(void **state)
{
	(void)state;
	takes_text(&reference_map, WORDS("\"value\""), REFERENCE_NAME, "value");
	takes_text(&reference_map, WORDS("name", "\"any\""), REFERENCE_NAME, "any");
	takes_text(&reference_map, WORDS("pinned", "\"a\\u002fb\""), REFERENCE_PIN, "a/b");
	takes_text(&reference_map, WORDS("name", "\"half"), REFERENCE_NAME, "\"half");
}

static void test_json(void **state)
{
	(void)state;
	takes_id(&reference_map, WORDS("{\"id\":5,\"name\":\"in\"}"), 5, "in");
	takes_id(&reference_map, WORDS("{\"id\":5,\"name\":null}"), 5, NULL);
	takes_id(&reference_program, WORDS("{\"id\":\"5\"}"), 5, NULL);
	takes_text(&reference_map, WORDS("{\"name\":\"in\"}"), REFERENCE_NAME, "in");
}

static void test_bad_words(void **state)
{
	(void)state;
	refuses(&reference_map, WORDS("id"),
		"'id' needs a word behind it: 'id N', 'name NAME' or 'pinned PATH'");
	refuses(&reference_program, WORDS("tag"),
		"'tag' needs a word behind it: 'id N', 'name NAME', 'tag T' or 'pinned PATH'");
	refuses(&reference_map, WORDS("tag", "0123"), map_usage);
	refuses(&reference_map, WORDS("id", "x"),
		"'x' is not the id of a map: ids are numbers up to 4294967295");
	refuses(&reference_program, WORDS("4294967296"),
		"'4294967296' is not the id of a program: ids are numbers up to 4294967295");
	refuses(&reference_map, WORDS(""), map_usage);
	refuses(&reference_map, WORDS("@file"), map_usage);
	refuses(&reference_map, WORDS("name", ""), map_usage);
	refuses(&reference_map, WORDS("name", "a", "b"), map_usage);
}

static void test_bad_json(void **state)
{
	static const char shape[] =
		"in JSON a map is {\"id\": N, \"name\": NAME}, or one of the two";

	(void)state;
	refuses(&reference_map, WORDS("{}"), shape);
	refuses(&reference_map, WORDS("{\"name\":null}"), shape);
	refuses(&reference_map, WORDS("{\"id\":1,\"nmae\":\"in\"}"), shape);
	refuses(&reference_map, WORDS("{\"id\":1,\"name\":2}"), shape);
	refuses(&reference_map, WORDS("{\"id\":-1}"),
		"\"id\" is not the id of a map: a number up to 4294967295");
	refuses(&reference_map, WORDS("{\"id\":4294967296}"),
		"\"id\" is not the id of a map: a number up to 4294967295");
	refuses(&reference_map, WORDS("{\"id\":"), "not JSON: unexpected token near end of file");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),	 cmocka_unit_test(test_quotes),
		cmocka_unit_test(test_json),	 cmocka_unit_test(test_bad_words),
		cmocka_unit_test(test_bad_json),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
