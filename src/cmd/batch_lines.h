/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * A batch file, line by line, in bpftool's grammar: blanks between words, '…' or "…"
 * around a word that has blanks, # up to the end of the line is a comment,
 * a line that ends with \ goes on in the next.  Inside quotes nothing is special.
 */
#ifndef CMD_BATCH_LINES_H
#define CMD_BATCH_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

/* A line may have this many bytes, and so may those that are joined. */
#define BATCH_LINE_MAX (64u << 20)

struct batch_lines {
	int fd; /* borrowed */
	const char *called;
	char *buf;
	size_t at, end, cap; /* what was read and not yet given out */
	bool is_over;
	uint64_t line; /* number of the line that was given out last, from 1 */
	uint64_t next; /* of the one behind it */
	/* called before waiting for more; -code ends the reading */
	int (*before_wait)(void *context, struct err *err);
	void *context;
};

void batch_lines_init(struct batch_lines *lines, int fd, const char *called);
void batch_lines_done(struct batch_lines *lines);

/*
 * The next line, as it stands in the file, without its end, LF or CR LF, and a
 * NUL behind it; borrowed until the next call, and may be written to.  1, 0 at the end, -code.
 */
int batch_lines_next(struct batch_lines *lines, char **ret, size_t *ret_len, struct err *err);

/* The words of a command. */
struct batch_words {
	int n;
	size_t cap;
	char **word; /* into text */
	struct buf text;
};

/*
 * Splits text, reading on from lines where it ends with \.  No words at all of
 * a comment.  ERR_USAGE: a quote that is not closed, or has something behind it.
 */
int batch_words_split(struct batch_words *words, struct batch_lines *lines, const char *text,
		      size_t len, struct err *err);
void batch_words_done(struct batch_words *words);

#endif
