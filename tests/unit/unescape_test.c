/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What leaves through the funnel comes back as it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "base/buf.h"
#include "output/escape.h"
#include "output/label.h"
#include "output/spell.h"
#include "output/unescape.h"

static uint32_t random_state = 7;

static uint32_t random_below(uint32_t n)
{
	random_state = random_state * 1664525 + 1013904223;
	return (random_state >> 8) % n;
}

/* Mostly what escaping is about. */
static size_t random_text(char *text, size_t max)
{
	static const char *const pieces[] = {
		"\\",		"x",	    "4", "1",	"\"", "\n", "\x85", "\xff", "\xc3\xa9",
		"\xe2\x80\xae", "\xc2\x85", "a", "\x7f"
	};
	size_t len = 0, n;

	for (uint32_t i = random_below(12); i; i--) {
		const char *piece = random_below(12) ? pieces[random_below(13)] : "";

		n = !*piece ? 1 : random_below(10) ? strlen(piece) : 1;
		if (len + n > max)
			break;
		memcpy(text + len, piece, n);
		len += n;
	}
	return len;
}

static void expect(const struct buf *got, const char *text, size_t len)
{
	assert_int_equal(got->len, len);
	if (len)
		assert_memory_equal(got->data, text, len);
}

static void text_comes_back(const char *text, size_t len)
{
	struct buf escaped = { 0 }, back = { 0 };

	escape_text(&escaped, text, len);
	unescape(&back, buf_str(&escaped), escaped.len);
	expect(&back, text, len);
	buf_done(&escaped);
	buf_done(&back);
}

static void json_comes_back(const char *text, size_t len)
{
	struct buf escaped = { 0 }, back = { 0 };
	json_t *json;

	buf_puts(&escaped, "\"");
	escape_json(&escaped, text, len);
	buf_puts(&escaped, "\"");
	json = json_loadb(escaped.data, escaped.len, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
	assert_non_null(json);
	unescape(&back, json_string_value(json), json_string_length(json));
	expect(&back, text, len);
	json_decref(json);
	buf_done(&escaped);
	buf_done(&back);
}

/* A word in quotes is taken for JSON first: then it has to mean the same. */
static void quoted_is_no_other_json(const struct buf *quoted, const char *text, size_t len)
{
	json_t *json = json_loadb(quoted->data, quoted->len, JSON_DECODE_ANY | JSON_ALLOW_NUL,
				  NULL);
	struct buf back = { 0 };

	if (!json)
		return;
	unescape(&back, json_string_value(json), json_string_length(json));
	expect(&back, text, len);
	json_decref(json);
	buf_done(&back);
}

static void quoted_comes_back(const char *text, size_t len)
{
	static const struct label label = LABEL_LOOK("v", LOOK_CHAR);
	struct buf escaped = { 0 }, back = { 0 };

	while (len && !text[len - 1])
		len--;
	spell_text(&escaped, &label, text, len);
	assert_true(unescape_quoted(&back, escaped.data + 1, escaped.len - 2));
	expect(&back, text, len);
	quoted_is_no_other_json(&escaped, text, len);
	buf_done(&escaped);
	buf_done(&back);
}

static void random_texts(void **state)
{
	char text[64];

	(void)state;
	for (int i = 0; i < 50000; i++) {
		size_t len = random_text(text, sizeof(text));

		text_comes_back(text, len);
		json_comes_back(text, len);
		quoted_comes_back(text, len);
	}
}

static void as_people_type(void **state)
{
	static const struct {
		const char *typed, *means;
	} cases[] = {
		{ "eth0", "eth0" },	  { "\\x41\\x4a", "AJ" },
		{ "\\\\x41", "\\x41" },	  { "a\\", "a\\" },
		{ "\\x4", "\\x4" },	  { "\\xzz", "\\xzz" },
		{ "C:\\dir", "C:\\dir" }, { "", "" },
		{ "\"", "\"" },
	};
	struct buf back = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		buf_clear(&back);
		unescape(&back, cases[i].typed, strlen(cases[i].typed));
		assert_string_equal(buf_str(&back), cases[i].means);
	}
	assert_false(unescape_quoted(&back, "a\"b", 3));
	buf_clear(&back);
	assert_true(unescape_quoted(&back, "a\\\"b", 4));
	assert_string_equal(buf_str(&back), "a\"b");
	buf_done(&back);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_texts),
		cmocka_unit_test(as_people_type),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
