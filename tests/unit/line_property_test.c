/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The line that a value becomes is, split as a shell does it, the words of the same value. */
#include <stdio.h>

#include "base/buf.h"
#include "codec/encode.h"
#include "codec/words.h"
#include "line_fixture.h"
#include "random_types.h"

#define ROUNDS	  6000
#define WORDS_MAX 4096

struct words {
	char *word[WORDS_MAX];
	struct buf chars;
	size_t start[WORDS_MAX];
	int n;
};

/* As POSIX 2.2 has it, without expansions; a character that means more outside quotes fails. */
static const char *take_char(const char *p, char *quote, struct buf *word)
{
	if (*quote && *p == *quote) {
		*quote = 0;
		return p + 1;
	}
	if (!*quote && (*p == '"' || *p == '\'')) {
		*quote = *p;
		return p + 1;
	}
	if (*quote == '"' && *p == '\\' && strchr("$`\"\\\n", p[1]))
		p++;
	else if (*quote == '"' && strchr("$`!", *p))
		fail_msg("%c is expanded: %s", *p, p);
	else if (!*quote && strchr("|&;<>()$`\\\"'\t\n*?[]#~{}!^", *p))
		fail_msg("%c means something: %s", *p, p);
	buf_add(word, p, 1);
	return p + 1;
}

static void split(const char *line, struct words *ret)
{
	const char *p = line;
	char quote = 0;

	memset(ret, 0, sizeof(*ret));
	while (*p && *p != '\n') {
		assert_in_range(ret->n, 0, WORDS_MAX - 1);
		ret->start[ret->n++] = ret->chars.len;
		while (*p && *p != '\n' && (quote || *p != ' '))
			p = take_char(p, &quote, &ret->chars);
		buf_add(&ret->chars, "", 1);
		p += *p == ' ';
	}
	assert_int_equal(quote, 0);
	for (int i = 0; i < ret->n; i++)
		ret->word[i] = ret->chars.data + ret->start[i];
}

static void expect_safe(const char *line)
{
	size_t len = strlen(line);

	assert_true(len > 0 && line[len - 1] == '\n');
	for (size_t i = 0; i + 1 < len; i++)
		if ((unsigned char)line[i] < 0x20 || line[i] == 0x7f)
			fail_msg("byte 0x%02x in %s", (unsigned char)line[i], line);
	assert_null(strstr(line, "\xe2\x80\xae"));
	assert_null(strstr(line, "\xc2\x85"));
}

static bool has_opaque(const struct plan *plan)
{
	for (uint32_t i = 0; i < plan->n_steps; i++)
		if (plan->steps[i].kind == STEP_OPAQUE && !plan->steps[i].count)
			return true;
	return false;
}

/* An array has no words for NaN: JSON has none. */
static bool is_finite(const struct types *t, int type_id, const uint8_t *data, uint32_t size)
{
	struct decoding d = { .types = t, .type_id = type_id };

	free(decoded(&d, "json", data, size));
	return !d.nonfinite;
}

static char *json_of(const struct types *t, int type_id, const uint8_t *data, uint32_t size)
{
	struct decoding d = { .types = t, .type_id = type_id };

	return decoded(&d, "json", data, size);
}

static bool comes_back(const struct types *t, int type_id, const uint8_t *data, uint32_t size)
{
	_cleanup_free_ char *line = NULL, *before = NULL, *after = NULL;
	uint8_t *again = mem_zero(size + 1);
	static struct words words;
	struct plan *plan = NULL;
	struct err err;
	bool is_tried;

	is_tried = !plan_compile(t->btf, (uint32_t)type_id, size, PLAN_NATIVE, &plan, &err) &&
		   !has_opaque(plan) && is_finite(t, type_id, data, size);
	if (is_tried) {
		line = line_of(plan, data);
		expect_safe(line);
		split(line, &words);
		if (words_encode("value", plan, words.n, words.word, again, size, NULL, &err))
			fail_msg("%s: %s", err.msg, line);
		before = json_of(t, type_id, data, size);
		after = json_of(t, type_id, again, size);
		assert_string_equal(before, after);
		buf_done(&words.chars);
	}
	free(again);
	plan_free(plan);
	return is_tried;
}

static void values_come_back(void **state)
{
	const struct types *t = *state;
	uint8_t data[RANDOM_BYTES_MAX];
	uint32_t n = 0;

	for (int i = 0; n < ROUNDS && i < 4 * ROUNDS; i++) {
		int type_id = random_type(t, 3);
		uint32_t size = random_size(t, type_id);

		random_bytes(data, sizeof(data));
		n += comes_back(t, type_id, data, size);
	}
	assert_int_equal(n, ROUNDS);
}

/* Mostly what means something to a shell, to JSON, or to the escapes. */
static void random_text(uint8_t *bytes, size_t size)
{
	static const char *const pieces[] = {
		"\\",	    "\"",   "'",    "x",	"4",
		"1",	    "$",    "`",    "!",	"\n",
		" ",	    "\x85", "\xff", "\xc3\xa9", "\xe2\x80\xae",
		"\xc2\x85", "=",    "~",    "#",	"{",
		"[",	    "@",    "a",    "\x7f",	"\x1b",
		"",
	};
	size_t len = 0;

	memset(bytes, 0, size);
	for (uint32_t i = random_below(12); i; i--) {
		const char *piece = pieces[random_below(sizeof(pieces) / sizeof(*pieces))];
		size_t n = *piece ? strlen(piece) : 1;

		if (len + n > size)
			break;
		memcpy(bytes + len, piece, n);
		len += n;
	}
}

static void texts_come_back(void **state)
{
	const struct types *t = *state;
	int text = array_of(t, t->chr, 16), texts = array_of(t, text, 2), both;
	uint8_t data[48];

	both = btf__add_struct(t->btf, "both", sizeof(data));
	field(t, "text", text, 0, 0);
	field(t, "list", texts, 128, 0);
	for (int i = 0; i < ROUNDS; i++) {
		for (size_t k = 0; k < sizeof(data); k += 16)
			random_text(data + k, 16);
		assert_true(comes_back(t, text, data, 16));
		assert_true(comes_back(t, both, data, sizeof(data)));
	}
}

/* The kernel lets names have dots; other marks of a path are in BTF files only. */
static void names_that_look_like_paths(void **state)
{
	static const char *const names[] = { "a.b", "a=b", "a[1]", ".", "\\x41", "@a", "-1" };
	const struct types *t = *state;
	const uint8_t bytes[] = { 7 };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		int outer, inner = btf__add_struct(t->btf, "inner", 1);

		field(t, names[i], t->u8, 0, 0);
		assert_true(comes_back(t, inner, bytes, 1));
		outer = btf__add_struct(t->btf, "outer", 1);
		field(t, names[i], inner, 0, 0);
		assert_true(comes_back(t, outer, bytes, 1));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TYPE_TEST(values_come_back),
		TYPE_TEST(texts_come_back),
		TYPE_TEST(names_that_look_like_paths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
