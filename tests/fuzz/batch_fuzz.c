/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A batch file: its lines and their words. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cmd/batch_lines.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int fd = memfd_create("batch", MFD_CLOEXEC), r;
	struct batch_words words = { 0 };
	struct batch_lines lines;
	struct err err = { 0 };
	uint64_t before = 0;
	char *text;
	size_t len;

	if (fd < 0 || write(fd, data, size) != (ssize_t)size || lseek(fd, 0, SEEK_SET))
		abort();
	batch_lines_init(&lines, fd, "fuzz");
	while ((r = batch_lines_next(&lines, &text, &len, &err)) > 0) {
		if (lines.line <= before || strnlen(text, len + 1) > len)
			abort();
		before = lines.line;
		r = batch_words_split(&words, &lines, text, len, &err);
		if (r ? r != -ERR_USAGE || !*err.msg : *err.msg)
			abort();
		for (int i = 0; !r && i < words.n; i++)
			if (strlen(words.word[i]) > size)
				abort();
		err.msg[0] = '\0';
	}
	batch_words_done(&words);
	batch_lines_done(&lines);
	close(fd);
	return r < 0;
}
