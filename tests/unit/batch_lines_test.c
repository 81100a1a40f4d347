/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The grammar of a batch file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "cmd/batch_lines.h"

/* The words of every line of text, each in brackets, "LINE:" in front; errors as "!". */
static void read_all(const char *text, size_t len, struct buf *ret, struct err *err)
{
	int fd = memfd_create("batch", MFD_CLOEXEC), r;
	struct batch_words words = { 0 };
	struct batch_lines lines;
	char *line;
	size_t n;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, len), len);
	lseek(fd, 0, SEEK_SET);
	batch_lines_init(&lines, fd, "f");
	while ((r = batch_lines_next(&lines, &line, &n, err)) > 0) {
		r = batch_words_split(&words, &lines, line, n, err);
		if (!r && !words.n)
			continue;
		buf_printf(ret, "%llu:", (unsigned long long)lines.line);
		for (int i = 0; !r && i < words.n; i++)
			buf_printf(ret, "[%s]", words.word[i]);
		buf_puts(ret, r ? "!" : "");
	}
	assert_int_equal(r, 0);
	batch_words_done(&words);
	batch_lines_done(&lines);
	close(fd);
}

static void expect(const char *text, const char *words, const char *why)
{
	_cleanup_(buf_done) struct buf got = { 0 };
	struct err err = { 0 };

	read_all(text, strlen(text), &got, &err);
	assert_string_equal(buf_str(&got), words);
	assert_string_equal(err.msg, why);
}

static void test_words(void **state)
{
	(void)state;
	expect("", "", "");
	expect("\n\n", "", "");
	expect("a  b\tc\r\n", "1:[a][b][c]", "");
	expect("a\nb", "1:[a]2:[b]", "");
	expect(" '{\"a\": 1}' \"b c\" ''\n", "1:[{\"a\": 1}][b c][]", "");
	expect("{\"a\":1} it's\n", "1:[{\"a\":1}][it's]", "");
	expect("'a#b' # c 'd\ne\n", "1:[a#b]2:[e]", "");
	expect("#\\\na\n", "2:[a]", "");
	expect("a#b\n", "1:[a]", "");
}

static void test_joined(void **state)
{
	(void)state;
	expect("a \\\n b\nc\n", "1:[a][b]3:[c]", "");
	expect("a\\\nb\n", "1:[ab]", "");
	expect("'a\\\n b'\n", "1:[a b]", "");
	expect("a\\", "1:[a]", "");
	expect("a\\b\n", "1:[a\\b]", "");
	expect("a \\\r\n b\r\nc\r\n", "1:[a][b]3:[c]", "");
	expect("a\r", "1:[a]", "");
}

static void test_refused(void **state)
{
	_cleanup_(buf_done) struct buf got = { 0 };
	struct err err = { 0 };

	(void)state;
	expect("a\n'b c\nd\n", "1:[a]2:!3:[d]", "the quote ' is not closed");
	expect("a\\\n\"b\nd\n", "1:[a\"b]3:[d]", "");
	expect("a \\\n\"b\nd\n", "1:!3:[d]", "the quote \" is not closed");
	expect("'b'c\n", "1:!", "a blank was expected behind ', not 'c'");
	read_all("a\0b\n", 4, &got, &err);
	assert_string_equal(buf_str(&got), "1:!");
	assert_string_equal(err.msg, "a line with a NUL in it");
}

/* Lines that are longer than what is read at once, and that end where a read does. */
static void test_long(void **state)
{
	static const size_t sizes[] = { 256 * 1024 - 2, 256 * 1024 - 1, 256 * 1024, 1000000 };

	(void)state;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		_cleanup_(buf_done) struct buf text = { 0 }, wanted = { 0 }, got = { 0 };
		struct err err = { 0 };

		for (size_t n = 0; n < sizes[i]; n++)
			buf_add(&text, n % 7 ? "x" : " ", 1);
		buf_puts(&text, "\nlast");
		read_all(text.data, text.len, &got, &err);
		buf_puts(&wanted, "1:");
		for (size_t n = 0; n < sizes[i]; n++) {
			if (n % 7)
				buf_puts(&wanted, n % 7 == 1 ? "[x" : "x");
			if (n % 7 == 6 || (n % 7 && n + 1 == sizes[i]))
				buf_puts(&wanted, "]");
		}
		buf_puts(&wanted, "2:[last]");
		assert_string_equal(buf_str(&got), buf_str(&wanted));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_joined),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
