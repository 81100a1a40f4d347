/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/batch_lines.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"

#define READ_BYTES (256 * 1024)

void batch_lines_init(struct batch_lines *lines, int fd, const char *called)
{
	*lines = (struct batch_lines){ .fd = fd, .called = called, .next = 1 };
}

void batch_lines_done(struct batch_lines *lines)
{
	free(lines->buf);
	lines->buf = NULL;
}

/* Room for READ_BYTES and a NUL behind what is held, which moves to the front. */
static int make_room(struct batch_lines *lines, struct err *err)
{
	size_t held = lines->end - lines->at;

	if (held > BATCH_LINE_MAX)
		return err_set(err, ERR_USAGE, "%s:%llu: a line of more than %u MiB", lines->called,
			       (unsigned long long)lines->next, BATCH_LINE_MAX >> 20);
	if (lines->cap - held < READ_BYTES + 1) {
		char *buf = realloc(lines->buf, 2 * held + READ_BYTES + 1);

		if (!buf)
			return err_sys(err, "%s: room for a line", lines->called);
		lines->buf = buf;
		lines->cap = 2 * held + READ_BYTES + 1;
	}
	memmove(lines->buf, lines->buf + lines->at, held);
	lines->at = 0;
	lines->end = held;
	return 0;
}

static bool would_wait(int fd)
{
	struct pollfd pfd = { .fd = fd, .events = POLLIN };

	return poll(&pfd, 1, 0) == 0;
}

static int read_more(struct batch_lines *lines, struct err *err)
{
	ssize_t n;
	int r = make_room(lines, err);

	if (!r && lines->before_wait && would_wait(lines->fd))
		r = lines->before_wait(lines->context, err);
	if (r < 0)
		return r;
	do
		n = read(lines->fd, lines->buf + lines->end, READ_BYTES);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return err_sys(err, "%s", lines->called);
	lines->is_over = !n;
	lines->end += (size_t)n;
	return 0;
}

int batch_lines_next(struct batch_lines *lines, char **ret, size_t *ret_len, struct err *err)
{
	size_t seen = 0, len;
	char *end = NULL;

	for (;;) {
		size_t held = lines->end - lines->at;

		if (held > seen)
			end = memchr(lines->buf + lines->at + seen, '\n', held - seen);
		if (end || lines->is_over)
			break;
		seen = held;
		if (read_more(lines, err))
			return -err->code;
	}
	len = end ? (size_t)(end - (lines->buf + lines->at)) : lines->end - lines->at;
	if (!end && !len)
		return 0;
	*ret = lines->buf + lines->at;
	lines->at += len + !!end;
	if (len && (*ret)[len - 1] == '\r')
		len--;
	(*ret)[len] = '\0';
	*ret_len = len;
	lines->line = lines->next++;
	return 1;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

/* Where the words have got to in a line. */
struct scan {
	struct batch_words *words;
	char quote; /* that the word began with, or '\0' */
	bool in_word, behind_quote;
};

/* Words are counted as offsets first: text may still move. */
static void begin_word(struct scan *scan)
{
	struct batch_words *words = scan->words;

	words->word = mem_more(words->word, (size_t)words->n, &words->cap, sizeof(*words->word));
	words->word[words->n++] = (char *)(uintptr_t)words->text.len;
	scan->in_word = true;
}

static void end_word(struct scan *scan)
{
	if (scan->in_word)
		buf_add(&scan->words->text, "", 1);
	scan->in_word = false;
}

static int put(struct scan *scan, char c, struct err *err)
{
	if (scan->behind_quote)
		return err_set(err, ERR_USAGE, "a blank was expected behind %c, not '%c'",
			       scan->quote, c);
	if (!scan->in_word) {
		begin_word(scan);
		scan->quote = c == '"' || c == '\'' ? c : '\0';
		if (scan->quote)
			return 0;
	}
	buf_add(&scan->words->text, &c, 1);
	return 0;
}

/* The words of one physical line.  1: it ends with \, so the next one belongs to it. */
static int scan_line(struct scan *scan, const char *text, size_t len, struct err *err)
{
	for (size_t i = 0; i < len; i++) {
		bool in_quotes = scan->in_word && scan->quote && !scan->behind_quote;
		char c = text[i];
		int r = 0;

		if (c == '\\' && i + 1 == len)
			return 1;
		if (!c)
			return err_set(err, ERR_USAGE, "a line with a NUL in it");
		if (in_quotes && c == scan->quote) {
			scan->behind_quote = true;
		} else if (!in_quotes && (is_blank(c) || c == '#')) {
			end_word(scan);
			scan->behind_quote = false;
			if (c == '#')
				return 0;
		} else {
			r = put(scan, c, err);
		}
		if (r < 0)
			return r;
	}
	return 0;
}

int batch_words_split(struct batch_words *words, struct batch_lines *lines, const char *text,
		      size_t len, struct err *err)
{
	struct scan scan = { .words = words };
	uint64_t line = lines->line;
	char *more = (char *)text;
	int r;

	words->n = 0;
	buf_clear(&words->text);
	for (;;) {
		r = scan_line(&scan, more, len, err);
		if (r <= 0)
			break;
		r = batch_lines_next(lines, &more, &len, err);
		if (r <= 0)
			break;
		if (words->text.len > BATCH_LINE_MAX)
			return err_set(err, ERR_USAGE, "a line of more than %u MiB",
				       BATCH_LINE_MAX >> 20);
	}
	lines->line = line;
	if (!r && scan.in_word && scan.quote && !scan.behind_quote)
		r = err_set(err, ERR_USAGE, "the quote %c is not closed", scan.quote);
	end_word(&scan);
	for (int i = 0; i < words->n; i++)
		words->word[i] = words->text.data + (uintptr_t)words->word[i];
	return r < 0 ? r : 0;
}

void batch_words_done(struct batch_words *words)
{
	free(words->word);
	buf_done(&words->text);
	*words = (struct batch_words){ 0 };
}
