/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Bytes on their way out: a large buffer in front of a file descriptor.
 *
 * An error sticks: after the first failed write everything is dropped, and
 * whoever made the stream asks stream_close() or stream->error in the end.
 */
#ifndef OUTPUT_STREAM_H
#define OUTPUT_STREAM_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define STREAM_SIZE (256 * 1024)

struct stream {
	int fd;	       /* borrowed; -1 drops everything (tests, sizing) */
	int error;     /* errno of the first failed write, 0 while all is well */
	uint64_t gone; /* bytes that have left the buffer */
	size_t len;
	char *buf; /* STREAM_SIZE bytes, owned */
};

void stream_init(struct stream *stream, int fd);

/* Writes out what is held; returns 0 or -errno of the first failure ever. */
int stream_flush(struct stream *stream);

/* Flushes and frees the buffer; returns as stream_flush(). The fd stays open. */
int stream_close(struct stream *stream);

/* The slow path of stream_add(): n bytes of any length. */
void stream_add_long(struct stream *stream, const void *bytes, size_t n);

/* Bytes that were ever added. */
static inline uint64_t stream_position(const struct stream *stream)
{
	return stream->gone + stream->len;
}

/* n spaces. */
void stream_spaces(struct stream *stream, size_t n);

/* Room for n ≤ 4096 bytes; the caller advances stream->len by what it used. */
static inline char *stream_room(struct stream *stream, size_t n)
{
	if (__builtin_expect(stream->len + n > STREAM_SIZE, 0))
		stream_flush(stream);
	return stream->buf + stream->len;
}

static inline void stream_add(struct stream *stream, const void *bytes, size_t n)
{
	if (__builtin_expect(n > 4096, 0)) {
		stream_add_long(stream, bytes, n);
		return;
	}
	memcpy(stream_room(stream, n), bytes, n);
	stream->len += n;
}

static inline void stream_puts(struct stream *stream, const char *s)
{
	stream_add(stream, s, strlen(s));
}

static inline void stream_putc(struct stream *stream, char c)
{
	*stream_room(stream, 1) = c;
	stream->len++;
}

#endif
