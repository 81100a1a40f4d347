/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/mounts.h"

#include <stdio.h>
#include <string.h>
#include <sys/sysmacros.h>

static bool is_octal(const char *s)
{
	return s[0] >= '0' && s[0] <= '3' && s[1] >= '0' && s[1] <= '7' && s[2] >= '0' &&
	       s[2] <= '7';
}

/* The kernel writes space, tab, newline and backslash as \ooo. */
static void unescape(char *s)
{
	char *to = s;

	for (; *s; s++) {
		if (s[0] == '\\' && is_octal(s + 1)) {
			*to++ = (char)((s[1] - '0') << 6 | (s[2] - '0') << 3 | (s[3] - '0'));
			s += 3;
		} else {
			*to++ = *s;
		}
	}
	*to = '\0';
}

/* id parent major:minor root path options [tags...] - type source options */
bool mount_line_parse(char *line, struct mount_line *ret)
{
	char *field[6], *rest = line;
	unsigned int major, minor;

	for (size_t i = 0; i < sizeof(field) / sizeof(field[0]); i++) {
		field[i] = strsep(&rest, " ");
		if (!rest)
			return false;
	}
	rest = *rest == '-' ? rest : strstr(rest, " - ");
	if (!rest || sscanf(field[2], "%u:%u", &major, &minor) != 2)
		return false;
	rest += *rest == '-' ? 2 : 3;
	ret->dev = makedev(major, minor);
	ret->is_whole = !strcmp(field[3], "/");
	ret->is_bpf = !strncmp(rest, "bpf ", 4);
	ret->path = field[4];
	unescape(ret->path);
	return true;
}
