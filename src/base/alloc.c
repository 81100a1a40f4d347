/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "base/alloc.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static void *must(void *p)
{
	if (!p)
		abort();
	return p;
}

void *mem_zero(size_t size)
{
	return must(calloc(1, size ? size : 1));
}

char *mem_strdup(const char *s)
{
	return must(strdup(s));
}

char *mem_vprintf(const char *fmt, va_list ap)
{
	char *s = NULL;

	if (vasprintf(&s, fmt, ap) < 0)
		s = NULL;
	return must(s);
}

char *mem_printf(const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = mem_vprintf(fmt, ap);
	va_end(ap);
	return s;
}

void *mem_try_array(size_t n, size_t size)
{
	return calloc(n ? n : 1, size ? size : 1);
}

void *mem_more(void *items, size_t n, size_t *cap, size_t size)
{
	size_t want;

	if (n < *cap)
		return items;
	want = *cap ? *cap * 2 : 16;
	items = must(reallocarray(items, want, size));
	*cap = want;
	return items;
}
