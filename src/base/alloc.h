/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Memory.  The mem_ functions abort when a small allocation fails; a size that
 * comes from data goes through mem_try_array(), which can say no.
 */
#ifndef BASE_ALLOC_H
#define BASE_ALLOC_H

#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

/* Never NULL; the memory is zeroed.  The caller frees it. */
void *mem_zero(size_t size);
char *mem_strdup(const char *s);
char *mem_printf(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
char *mem_vprintf(const char *fmt, va_list ap) __attribute__((format(printf, 1, 0)));

/* n zeroed elements of size bytes, or NULL with errno ENOMEM, also on overflow. */
void *mem_try_array(size_t n, size_t size);

/*
 * Room for one more element behind the n of items: returns items, moved or
 * not, with *cap at least n + 1.  The new element is not initialised.
 */
void *mem_more(void *items, size_t n, size_t *cap, size_t size);

static inline void mem_freep(void *p)
{
	free(*(void **)p);
}

static inline void fd_closep(const int *fd)
{
	if (*fd >= 0)
		close(*fd);
}

#define _cleanup_(f)	__attribute__((cleanup(f)))
#define _cleanup_free_	_cleanup_(mem_freep)
#define _cleanup_close_ _cleanup_(fd_closep)

#endif
