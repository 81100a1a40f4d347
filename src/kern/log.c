/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <bpf/libbpf.h>

#include "base/alloc.h"

/* libbpf's callback has no context. */
static void (*say_line)(const char *line);

/* One message may be a whole log of the verifier. */
__attribute__((format(printf, 2, 0))) static int say_all(enum libbpf_print_level level,
							 const char *fmt, va_list ap)
{
	_cleanup_free_ char *text = NULL;
	char *rest, *line;

	(void)level;
	if (vasprintf(&text, fmt, ap) < 0)
		text = NULL;
	for (rest = text; (line = strsep(&rest, "\n"));)
		if (*line)
			say_line(line);
	return 0;
}

void kern_log(void (*say)(const char *line))
{
	say_line = say;
	libbpf_set_print(say ? say_all : NULL);
}
