/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "words/key_owner.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>

#include <jansson.h>

#include "base/number.h"
#include "codec/json_numbers.h"
#include "map/reference.h"

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

static bool is_by_path(enum owner_kind kind)
{
	return kind == OWNER_CGROUP || kind == OWNER_FILE;
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

static int refuse(const struct form *form, struct err *err)
{
	return err_set(err, ERR_USAGE, "its keys are %s: '%s'", form->plural, form->usage);
}

static bool take_members(const struct form *form, const json_t *json, struct owner *ret,
			 char **ret_path)
{
	const json_t *first = json_object_get(json, form->first);
	const json_t *second = form->second ? json_object_get(json, form->second) : NULL;

	if (!first || json_object_size(json) != (form->second ? 2 : 1))
		return false;
	if (is_by_path(ret->kind)) {
		*ret_path = reference_json_text(first);
		ret->path = *ret_path;
		return ret->path;
	}
	return reference_json_u32(first, &ret->pid) && ret->pid && ret->pid <= INT_MAX &&
	       (!form->second || (reference_json_u32(second, &ret->fd) && ret->fd <= INT_MAX));
}

static int take_json(const struct form *form, const char *word, struct owner *ret, char **ret_path,
		     struct err *err)
{
	json_t *json;
	int r = json_numbers_parse(word, strlen(word), &json, err);

	if (r)
		return err_wrap(err, "key");
	if (!take_members(form, json, ret, ret_path))
		r = refuse(form, err);
	json_decref(json);
	return r;
}

int key_owner_parse(enum owner_kind kind, int n_words, char *const *words, struct owner *ret,
		    char **ret_path, struct err *err)
{
	const struct form *form = &forms[kind];
	int r;

	*ret = (struct owner){ .kind = kind };
	if (n_words == 1 && *words[0] == '{')
		return take_json(form, words[0], ret, ret_path, err);
	if (!has_form(form, n_words, words))
		return refuse(form, err);
	if (is_by_path(kind)) {
		ret->path = words[1];
		return 0;
	}
	r = parse_number("process id", words[1], 1, &ret->pid, err);
	if (!r && form->second)
		r = parse_number("file descriptor", words[3], 0, &ret->fd, err);
	return r;
}
