/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/fdinfo.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum field { MAP_ID, MEMLOCK, MAP_EXTRA, FROZEN, OWNER_TYPE, OWNER_JITED };

#define FIELD(text, field)                    \
	{                                     \
		text, sizeof(text) - 1, field \
	}

static const struct {
	const char *text;
	size_t len;
	enum field field;
} fields[] = {
	FIELD("map_id:", MAP_ID),
	FIELD("memlock:", MEMLOCK),
	FIELD("map_extra:", MAP_EXTRA),
	FIELD("frozen:", FROZEN),
	FIELD("owner_prog_type:", OWNER_TYPE),
	FIELD("owner_jited:", OWNER_JITED),
};

static void take(struct map_fdinfo *ret, enum field field, uint64_t number)
{
	switch (field) {
	case MAP_ID:
		ret->map_id = (uint32_t)number;
		break;
	case MEMLOCK:
		ret->memory = number;
		ret->has_memory = true;
		break;
	case MAP_EXTRA:
		ret->map_extra = number;
		break;
	case FROZEN:
		ret->frozen = number != 0;
		break;
	case OWNER_TYPE:
		ret->owner_prog_type = (int)number;
		break;
	case OWNER_JITED:
		ret->owner_jited = number != 0;
		break;
	}
}

static void parse_line(const char *line, struct map_fdinfo *ret)
{
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		if (strncmp(line, fields[i].text, fields[i].len) != 0)
			continue;
		take(ret, fields[i].field, strtoull(line + fields[i].len, NULL, 0));
		return;
	}
}

void kern_fdinfo_parse(const char *text, struct map_fdinfo *ret)
{
	*ret = (struct map_fdinfo){ .owner_prog_type = -1 };
	while (text && *text) {
		parse_line(text, ret);
		text = strchr(text, '\n');
		if (text)
			text++;
	}
}

/* The content of an open fdinfo file from its start; made anew by the kernel each time. */
static int read_whole(int file, struct map_fdinfo *ret)
{
	char text[4096];
	ssize_t n = pread(file, text, sizeof(text) - 1, 0);

	if (n < 0)
		return -errno;
	text[n] = '\0';
	kern_fdinfo_parse(text, ret);
	return 0;
}

static int open_fdinfo(int fd)
{
	char path[48];
	int file;

	snprintf(path, sizeof(path), "/proc/thread-self/fdinfo/%d", fd);
	file = open(path, O_RDONLY | O_CLOEXEC);
	return file < 0 ? -errno : file;
}

int kern_fdinfo_again(struct fdinfo_file *file, int fd, struct map_fdinfo *ret)
{
	if (file->of != fd || file->file < 0) {
		kern_fdinfo_done(file);
		file->file = open_fdinfo(fd);
		file->of = fd;
	}
	return file->file < 0 ? file->file : read_whole(file->file, ret);
}

void kern_fdinfo_done(struct fdinfo_file *file)
{
	if (file->file >= 0)
		close(file->file);
	*file = FDINFO_FILE;
}
