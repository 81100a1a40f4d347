/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "output/stream.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/alloc.h"

void stream_init(struct stream *stream, int fd)
{
	*stream = (struct stream){ .fd = fd, .buf = mem_zero(STREAM_SIZE) };
}

/* Who left us a descriptor that does not block gets a whole document all the same. */
static int await(int fd)
{
	struct pollfd pfd = { .fd = fd, .events = POLLOUT };

	return poll(&pfd, 1, -1) < 0 && errno != EINTR ? errno : 0;
}

static int write_all(int fd, const char *bytes, size_t n)
{
	while (n) {
		ssize_t done = write(fd, bytes, n);

		if (done > 0) {
			bytes += done;
			n -= (size_t)done;
		} else if (done == 0) {
			return EIO;
		} else if (errno == EAGAIN) {
			int error = await(fd);

			if (error)
				return error;
		} else if (errno != EINTR) {
			return errno;
		}
	}
	return 0;
}

int stream_flush(struct stream *stream)
{
	if (stream->len && !stream->error && stream->fd >= 0)
		stream->error = write_all(stream->fd, stream->buf, stream->len);
	stream->gone += stream->len;
	stream->len = 0;
	return -stream->error;
}

int stream_close(struct stream *stream)
{
	int r = stream_flush(stream);

	free(stream->buf);
	stream->buf = NULL;
	return r;
}

void stream_add_long(struct stream *stream, const void *bytes, size_t n)
{
	const char *from = bytes;

	while (n) {
		size_t room = STREAM_SIZE - stream->len;
		size_t part = n < room ? n : room;

		memcpy(stream->buf + stream->len, from, part);
		stream->len += part;
		from += part;
		n -= part;
		if (stream->len == STREAM_SIZE)
			stream_flush(stream);
	}
}

void stream_spaces(struct stream *stream, size_t n)
{
	static const char spaces[] =
		"                                                                ";
	const size_t most = sizeof(spaces) - 1;

	for (; n > most; n -= most)
		stream_add(stream, spaces, most);
	stream_add(stream, spaces, n);
}
