/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/hexdump.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "output/stream.h"

#define LINE_BYTES 16
#define LINE_MAX   96

static void put_line(struct stream *out, size_t at, const uint8_t *bytes, size_t n)
{
	char line[LINE_MAX];
	int len = snprintf(line, sizeof(line), "%08zx ", at);

	for (size_t i = 0; i < LINE_BYTES; i++) {
		const char *gap = i % 8 ? "" : " ";

		if (i < n)
			len += snprintf(line + len, sizeof(line) - (size_t)len, "%s%02x ", gap,
					bytes[i]);
		else
			len += snprintf(line + len, sizeof(line) - (size_t)len, "%s   ", gap);
	}
	line[len++] = ' ';
	line[len++] = '|';
	for (size_t i = 0; i < n; i++)
		line[len++] = bytes[i] >= ' ' && bytes[i] <= '~' ? (char)bytes[i] : '.';
	line[len++] = '|';
	line[len++] = '\n';
	line[len] = '\0';
	stream_puts(out, line);
}

void hexdump_write(struct stream *out, const void *bytes, size_t n)
{
	const uint8_t *p = bytes;
	bool is_starred = false;
	char end[LINE_MAX];

	for (size_t at = 0; at < n; at += LINE_BYTES) {
		size_t len = n - at < LINE_BYTES ? n - at : LINE_BYTES;

		if (at && len == LINE_BYTES && !memcmp(p + at, p + at - LINE_BYTES, LINE_BYTES)) {
			if (!is_starred)
				stream_puts(out, "*\n");
			is_starred = true;
			continue;
		}
		is_starred = false;
		put_line(out, at, p + at, len);
	}
	snprintf(end, sizeof(end), "%08zx\n", n);
	stream_puts(out, end);
}
