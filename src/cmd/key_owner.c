/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cmd/key_owner.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>

#include "base/number.h"

struct form {
	const char *first, *second; /* the words before the data; second may be NULL */
	const char *usage, *plural;
};

static const struct form forms[] = {
	[OWNER_PROCESS] = { "pid", NULL, "key pid PID", "processes" },
	[OWNER_CGROUP] = { "cgroup", NULL, "key cgroup PATH", "cgroups" },
	[OWNER_FILE] = { "path", NULL, "key path FILE", "files" },
	[OWNER_SOCKET] = { "pid", "fd", "key pid PID fd N", "sockets" },
};

const char *key_owner_usage(enum owner_kind kind)
{
	return forms[kind].usage;
}

static bool has_form(const struct form *form, int n, char *const *words)
{
	if (n != (form->second ? 4 : 2) || strcmp(words[0], form->first))
		return false;
	return !form->second || !strcmp(words[2], form->second);
}

static int parse_number(const char *what, const char *word, uint32_t least, uint32_t *ret,
			struct err *err)
{
	uint64_t number;

	if (number_u64(word, INT_MAX, &number) || number < least)
		return err_set(err, ERR_USAGE, "key: '%s' is no %s", word, what);
	*ret = (uint32_t)number;
	return 0;
}

int key_owner_parse(enum owner_kind kind, int n_words, char *const *words, struct owner *ret,
		    struct err *err)
{
	const struct form *form = &forms[kind];
	int r;

	*ret = (struct owner){ .kind = kind };
	if (!has_form(form, n_words, words))
		return err_set(err, ERR_USAGE, "its keys are %s: '%s'", form->plural, form->usage);
	if (kind == OWNER_CGROUP || kind == OWNER_FILE) {
		ret->path = words[1];
		return 0;
	}
	r = parse_number("process id", words[1], 1, &ret->pid, err);
	if (!r && form->second)
		r = parse_number("file descriptor", words[3], 0, &ret->fd, err);
	return r;
}
