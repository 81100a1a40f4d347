/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "codec/json_numbers.h"

static const struct {
	const char *in, *out;
} cases[] = {
	{ "[1,-2,0]", "[1,-2,0]" },
	{ "9223372036854775807", "9223372036854775807" },
	{ "-9223372036854775808", "-9223372036854775808" },
	{ "9223372036854775808", "\"9223372036854775808\"" },
	{ "[18446744073709551615]", "[\"18446744073709551615\"]" },
	{ "-9223372036854775809", "\"-9223372036854775809\"" },
	{ "{\"a\":1.5e400, \"b\":-0.0}", "{\"a\":\"1.5e400\", \"b\":\"-0.0\"}" },
	{ "{\"a\":\"1.5\",\"99999999999999999999\":1}",
	  "{\"a\":\"1.5\",\"99999999999999999999\":1}" },
	{ "\"\\\"1.5\\\\\"", "\"\\\"1.5\\\\\"" },
	{ "\"\\\\\",1.5", "\"\\\\\",\"1.5\"" },
	/* No numbers by the grammar: for the parser to refuse. */
	{ "01.5", "01.5" },
	{ "1.", "1." },
	{ ".5", ".5" },
	{ "-", "-" },
	{ "1e", "1e" },
	{ "+1", "+1" },
	{ "1-2", "1-2" },
	{ "0x10", "0x10" },
	{ "true,1e5,null", "true,\"1e5\",null" },
	{ "", "" },
	{ "\"open", "\"open" },
};

/* The document comes in pieces of n bytes. */
static void filter_by(size_t n)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct json_numbers filter = { 0 };
		struct buf out = { 0 };
		size_t len = strlen(cases[i].in);

		for (size_t at = 0; at < len; at += n)
			json_numbers_feed(&filter, cases[i].in + at, len - at < n ? len - at : n,
					  &out);
		json_numbers_end(&filter, &out);
		assert_string_equal(buf_str(&out), cases[i].out);
		buf_done(&out);
	}
}

static void numbers_are_quoted(void **state)
{
	(void)state;
	filter_by(1000);
	filter_by(1);
	filter_by(3);
}

static void long_numbers(void **state)
{
	static char digits[100000];
	struct json_numbers filter = { 0 };
	struct buf out = { 0 };
	struct err err;
	json_t *json;

	(void)state;
	memset(digits, '7', sizeof(digits));
	json_numbers_feed(&filter, digits, sizeof(digits), &out);
	json_numbers_end(&filter, &out);
	assert_int_equal(out.len, sizeof(digits));
	buf_done(&out);
	assert_int_equal(json_numbers_parse(digits, sizeof(digits), &json, &err), -ERR_USAGE);
}

static void parses(void **state)
{
	static const char nest[] = "[[[[[[[[";
	struct err err;
	json_t *json;
	char *deep;

	(void)state;
	assert_int_equal(json_numbers_parse("18446744073709551615", 20, &json, &err), 0);
	assert_string_equal(json_string_value(json), "18446744073709551615");
	json_decref(json);
	assert_int_equal(json_numbers_parse("\"a\\u0000b\"", 10, &json, &err), 0);
	assert_int_equal(json_string_length(json), 3);
	json_decref(json);
	assert_int_equal(json_numbers_parse("{\"a\":1,\"a\":1}", 13, &json, &err), -ERR_USAGE);
	assert_int_equal(json_numbers_parse("", 0, &json, &err), -ERR_USAGE);
	assert_int_equal(json_numbers_parse("1 2", 3, &json, &err), -ERR_USAGE);
	assert_int_equal(json_numbers_parse("\"\xff\"", 3, &json, &err), -ERR_USAGE);
	deep = malloc(800000);
	for (size_t i = 0; i < 800000; i++)
		deep[i] = nest[i % 8];
	assert_int_equal(json_numbers_parse(deep, 800000, &json, &err), -ERR_USAGE);
	assert_string_equal(err.msg, "not JSON: maximum parsing depth reached near '['");
	free(deep);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_quoted),
		cmocka_unit_test(long_numbers),
		cmocka_unit_test(parses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
