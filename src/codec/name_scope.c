/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A tree and not a hash: names are the BTF author's, who may make them collide. */
#include <search.h>
#include <string.h>

#include "base/alloc.h"
#include "codec/compile.h"
#include "output/digits.h"
#include "output/escape.h"

/* With "#4294967295" behind it a label spells all of such a name. */
#define NAME_MAX_PLAIN 1000
#define NAME_MAX_OTHER 160 /* a byte becomes up to six */
#define NAME_ROOM      (NAME_MAX_PLAIN + 1 + DIGITS_MAX)

struct scope_name {
	const char *name;
	size_t len;
	uint32_t last;	/* number that was given out last */
	char storage[]; /* of name */
};

static int by_name(const void *a, const void *b)
{
	const struct scope_name *x = a, *y = b;
	int r = memcmp(x->name, y->name, x->len < y->len ? x->len : y->len);

	return r ? r : (x->len > y->len) - (x->len < y->len);
}

/* What is cut here is not cut later, where it could become equal to another. */
static size_t name_length(const char *name)
{
	size_t len = strnlen(name, NAME_MAX_PLAIN + 1);

	if (len <= NAME_MAX_OTHER)
		return len;
	return len <= NAME_MAX_PLAIN && escape_is_plain(name, len) ? len : NAME_MAX_OTHER;
}

static struct scope_name *scope_put(struct name_scope *scope, const char *name, size_t len)
{
	struct scope_name *n = mem_zero(sizeof(*n) + len + 1);

	memcpy(n->storage, name, len);
	n->name = n->storage;
	n->len = len;
	n->last = 1;
	if (!tsearch(n, &scope->names, by_name))
		abort();
	return n;
}

static struct scope_name *scope_find(struct name_scope *scope, const char *name, size_t len)
{
	const struct scope_name key = { .name = name, .len = len };
	struct scope_name **at = tfind(&key, &scope->names, by_name);

	return at ? *at : NULL;
}

const char *name_scope_add(struct name_scope *scope, const char *name)
{
	size_t len = name_length(name), numbered;
	struct scope_name *taken = scope_find(scope, name, len);
	char with[NAME_ROOM];

	if (!taken)
		return scope_put(scope, name, len)->name;
	if (scope->allows_twice)
		return taken->name;
	memcpy(with, name, len);
	with[len] = '#';
	do {
		numbered = (size_t)(digits_u64(with + len + 1, ++taken->last) - with);
	} while (scope_find(scope, with, numbered));
	return scope_put(scope, with, numbered)->name;
}

void name_scope_done(struct name_scope *scope)
{
	tdestroy(scope->names, free);
	scope->names = NULL;
}
