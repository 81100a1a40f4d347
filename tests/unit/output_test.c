/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What output is made of: escaping, labels, digits, the stream. */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <jansson.h>

#include "base/buf.h"
#include "output/digits.h"
#include "output/escape.h"
#include "output/label.h"
#include "output/real.h"
#include "output/stream.h"

#define N_OF(a)	   (sizeof(a) / sizeof((a)[0]))
#define LITERAL(s) (s), (sizeof(s) - 1)

/* Undoes \xNN and doubled backslashes, as escape.h says it can be done. */
static size_t unescape(const char *text, size_t len, char *ret)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		if (text[i] == '\\' && i + 1 < len && text[i + 1] == '\\') {
			ret[n++] = text[i++];
		} else if (text[i] == '\\' && i + 1 < len && text[i + 1] == 'x') {
			char digits[3] = { text[i + 2], text[i + 3] };

			ret[n++] = (char)strtoul(digits, NULL, 16);
			i += 3;
		} else {
			ret[n++] = text[i];
		}
	}
	return n;
}

/* Escaped text and JSON are printable, and say the same bytes again. */
static void expect_lossless(const char *bytes, size_t len)
{
	struct buf text = { 0 }, inside = { 0 }, json = { 0 };
	char back[256];
	json_t *root;

	escape_text(&text, bytes, len);
	for (size_t i = 0; i < text.len; i++)
		assert_false((unsigned char)text.data[i] < 0x20 || text.data[i] == 0x7f);
	assert_int_equal(unescape(buf_str(&text), text.len, back), len);
	assert_memory_equal(back, bytes, len);

	escape_json(&inside, bytes, len);
	assert_int_equal(escape_is_plain(bytes, len),
			 inside.len == len && !memcmp(buf_str(&inside), bytes, len));
	buf_printf(&json, "[\"%s\"]", buf_str(&inside));
	root = json_loads(json.data, JSON_ALLOW_NUL, NULL);
	assert_non_null(root);
	assert_int_equal(unescape(json_string_value(json_array_get(root, 0)),
				  json_string_length(json_array_get(root, 0)), back),
			 len);
	assert_memory_equal(back, bytes, len);
	json_decref(root);
	buf_done(&text);
	buf_done(&inside);
	buf_done(&json);
}

static void bytes_from_outside_are_escaped(void **state)
{
	static const struct {
		const char *bytes;
		size_t len;
		const char *text, *json;
	} cases[] = {
		{ LITERAL("plain ~"), "plain ~", "plain ~" },
		{ LITERAL("a\"b"), "a\"b", "a\\\"b" },
		{ LITERAL("\n\t\r"), "\\x0a\\x09\\x0d", "\\n\\t\\u000d" },
		{ LITERAL("\x1b[2J"), "\\x1b[2J", "\\u001b[2J" },
		{ LITERAL("a\0b"), "a\\x00b", "a\\u0000b" },
		{ LITERAL("\x7f"), "\\x7f", "\\u007f" },
		{ LITERAL("\xc2\x9b"), "\\xc2\\x9b", "\\u009b" },
		{ LITERAL("\xe2\x80\xae"), "\\xe2\\x80\\xae", "\\u202e" },
		{ LITERAL("\xef\xbb\xbf"), "\\xef\\xbb\\xbf", "\\ufeff" },
		{ LITERAL("caf\xc3\xa9 \xf0\x9f\x98\x80"), "caf\xc3\xa9 \xf0\x9f\x98\x80",
		  "caf\xc3\xa9 \xf0\x9f\x98\x80" },
		{ LITERAL("caf\xe9"), "caf\\xe9", "caf\\\\xe9" },
		{ LITERAL("\xc0\xaf"), "\\xc0\\xaf", "\\\\xc0\\\\xaf" }, /* overlong */
		{ LITERAL("\xed\xa0\x80"), "\\xed\\xa0\\x80",
		  "\\\\xed\\\\xa0\\\\x80" },				 /* surrogate */
		{ LITERAL("\xe2\x82"), "\\xe2\\x82", "\\\\xe2\\\\x82" }, /* cut */
		{ LITERAL("\\x41"), "\\\\x41", "\\\\\\\\x41" },
		{ LITERAL("\\\\"), "\\\\\\", "\\\\\\\\\\\\" },
		{ LITERAL("\\\xff"), "\\\\\\xff", "\\\\\\\\\\\\xff" },
		{ LITERAL("\\\n"), "\\\\\\x0a", "\\\\\\n" },
	};

	(void)state;
	for (size_t i = 0; i < N_OF(cases); i++) {
		struct buf text = { 0 }, json = { 0 };

		expect_lossless(cases[i].bytes, cases[i].len);
		escape_text(&text, cases[i].bytes, cases[i].len);
		escape_json(&json, cases[i].bytes, cases[i].len);
		assert_string_equal(text.data, cases[i].text);
		assert_string_equal(json.data, cases[i].json);
		buf_done(&text);
		buf_done(&json);
	}
}

static void any_bytes_come_back(void **state)
{
	static const char nasty[] =
		"\\\\xx41\"\n\x1b\x80\xbf\xc2\xc3\xa9\xe2\x80\xae\xed\xf0\x9f\x98\xff\0a";
	unsigned int seed = 1;
	char bytes[12];

	(void)state;
	for (int i = 0; i < 20000; i++) {
		size_t len = (size_t)rand_r(&seed) % sizeof(bytes);

		for (size_t j = 0; j < len; j++)
			bytes[j] = nasty[(size_t)rand_r(&seed) % (sizeof(nasty) - 1)];
		expect_lossless(bytes, len);
	}
}

static void a_long_label_is_cut_at_a_character(void **state)
{
	struct label label;
	char name[3001];

	(void)state;
	for (size_t i = 0; i < 3000; i += 2)
		memcpy(name + i, i % 4 ? "\xc3\xa9" : "\xff\x01", 3);
	label_init(&label, name, LOOK_CHAR);
	assert_in_range(label.json_len, LABEL_JSON_MAX - 16, LABEL_JSON_MAX);
	assert_int_equal(strlen(label.json), label.json_len);
	assert_memory_equal(label.name, name, strlen(label.name));
	assert_string_equal(label.json + label.json_len - 2, "\":");
	label_done(&label);
	label_init(&label, "a\"b", LOOK_PLAIN);
	assert_string_equal(label.json, "\"a\\\"b\":");
	assert_string_equal(label.name, "a\"b");
	label_done(&label);
	assert_int_equal(escape_width("e\xcc\x81\xe4\xb8\xad", 6), 3);
}

static void expect_digits(uint64_t v)
{
	char got[DIGITS_MAX + 1], expected[DIGITS_MAX + 1];

	*digits_u64(got, v) = '\0';
	snprintf(expected, sizeof(expected), "%" PRIu64, v);
	assert_string_equal(got, expected);
	*digits_s64(got, (int64_t)~v) = '\0';
	snprintf(expected, sizeof(expected), "%" PRId64, (int64_t)~v);
	assert_string_equal(got, expected);
	*digits_hex_u64(got, v) = '\0';
	snprintf(expected, sizeof(expected), "%" PRIx64, v);
	assert_string_equal(got, expected);
}

static void digits_are_exact(void **state)
{
	unsigned int seed = 7;

	(void)state;
	for (uint64_t power = 1, i = 0; i < 20; i++, power *= 10) {
		expect_digits(power);
		expect_digits(power - 1);
	}
	expect_digits(UINT64_MAX);
	for (int i = 0; i < 20000; i++)
		expect_digits(((uint64_t)rand_r(&seed) << 33 ^ (uint64_t)rand_r(&seed)) >>
			      rand_r(&seed) % 64);
}

static void reals_come_back_from_the_shortest_decimal(void **state)
{
	static const struct {
		double value;
		int digits;
		const char *spelled;
	} cases[] = {
		{ 0, 17, "0.0" },
		{ -0.0, 17, "-0.0" },
		{ 5, 17, "5.0" },
		{ 1e15, 17, "1000000000000000.0" },
		{ 0.1, 17, "0.1" },
		{ 1.0 / 3, 17, "0.3333333333333333" },
		{ 1e300, 17, "1e+300" },
		{ 5e-324, 17, "5e-324" },
		{ (double)0.1f, 9, "0.1" },
		{ (double)16777216.0f, 9, "16777216.0" },
		{ (double)1e-45f, 9, "1e-45" },
		{ 0.0999755859375, 5, "0.1" }, /* halves */
		{ 65504, 5, "65504.0" },
		{ 1.0 / (1 << 24), 5, "6e-08" },
	};
	unsigned int seed = 3;
	char spelled[REAL_MAX + 1];

	(void)state;
	for (size_t i = 0; i < N_OF(cases); i++) {
		*real_spell(spelled, cases[i].value, cases[i].digits) = '\0';
		assert_string_equal(spelled, cases[i].spelled);
	}
	for (int i = 0; i < 20000; i++) {
		uint32_t words[2] = { (uint32_t)rand_r(&seed) << 8 ^ (uint32_t)rand_r(&seed),
				      (uint32_t)rand_r(&seed) << 8 ^ (uint32_t)rand_r(&seed) };
		double wide;
		float narrow;

		memcpy(&wide, words, sizeof(wide));
		memcpy(&narrow, words, sizeof(narrow));
		if (isfinite(wide)) {
			*real_spell(spelled, wide, 17) = '\0';
			assert_true(strtod(spelled, NULL) == wide);
		}
		if (isfinite(narrow)) {
			*real_spell(spelled, (double)narrow, 9) = '\0';
			assert_true(strtof(spelled, NULL) == narrow);
		}
	}
}

static void a_failed_write_is_never_forgotten(void **state)
{
	static char large[3 * STREAM_SIZE];
	int fd = open("/dev/full", O_WRONLY);
	struct stream out;

	(void)state;
	assert_true(fd >= 0);
	stream_init(&out, fd);
	stream_puts(&out, "held back");
	assert_int_equal(out.error, 0);
	stream_add(&out, large, sizeof(large));
	assert_int_equal(out.error, ENOSPC);
	stream_puts(&out, "dropped");
	assert_int_equal(stream_flush(&out), -ENOSPC);
	assert_int_equal(stream_close(&out), -ENOSPC);
	close(fd);

	stream_init(&out, fd);
	stream_puts(&out, "closed");
	assert_int_equal(stream_close(&out), -EBADF);
}

/* A pipe takes less than a buffer at a time, and here without blocking. */
static void a_slow_reader_gets_everything(void **state)
{
	static char large[STREAM_SIZE + 12345], back[sizeof(large)];
	struct stream out;
	size_t got = 0;
	ssize_t n;
	int fds[2];

	(void)state;
	for (size_t i = 0; i < sizeof(large); i++)
		large[i] = (char)(i * 2654435761u >> 24);
	assert_int_equal(pipe2(fds, O_NONBLOCK), 0);
	if (!fork()) {
		stream_init(&out, fds[1]);
		stream_add(&out, large, sizeof(large));
		_exit(stream_close(&out) ? 1 : 0);
	}
	close(fds[1]);
	fcntl(fds[0], F_SETFL, 0);
	while ((n = read(fds[0], back + got, sizeof(back) - got)) > 0)
		got += (size_t)n;
	assert_int_equal(got, sizeof(large));
	assert_memory_equal(back, large, sizeof(large));
	close(fds[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_from_outside_are_escaped),
		cmocka_unit_test(any_bytes_come_back),
		cmocka_unit_test(a_long_label_is_cut_at_a_character),
		cmocka_unit_test(digits_are_exact),
		cmocka_unit_test(reals_come_back_from_the_shortest_decimal),
		cmocka_unit_test(a_failed_write_is_never_forgotten),
		cmocka_unit_test(a_slow_reader_gets_everything),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
