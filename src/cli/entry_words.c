/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "cli/entry_words.h"

#include <stddef.h>
#include <string.h>

#include <linux/bpf.h>

#define NO_RUN SIZE_MAX

struct keyword {
	const char *name;
	unsigned int takes;
	size_t run; /* offset of its struct word_run, or NO_RUN */
	uint64_t mode;
	bool is_lock;
};

#define RUN(member) offsetof(struct entry_words, member)

static const struct keyword keywords[] = {
	{ "key", ENTRY_KEY, RUN(key), 0, false },
	{ "value", ENTRY_VALUE, RUN(value), 0, false },
	{ "var", ENTRY_VAR, RUN(var), 0, false },
	{ "set", ENTRY_SET, RUN(set), 0, false },
	{ "any", ENTRY_MODE, NO_RUN, BPF_ANY, false },
	{ "exist", ENTRY_MODE, NO_RUN, BPF_EXIST, false },
	{ "noexist", ENTRY_MODE, NO_RUN, BPF_NOEXIST, false },
	{ "lock", ENTRY_MODE, NO_RUN, 0, true },
};

static const struct keyword *find(const char *word)
{
	for (size_t i = 0; i < sizeof(keywords) / sizeof(keywords[0]); i++)
		if (!strcmp(keywords[i].name, word))
			return &keywords[i];
	return NULL;
}

bool entry_words_keyword(const char *word)
{
	return find(word);
}

static int take_run(const char *called, const struct keyword *keyword, int n, char *const *words,
		    struct word_run *ret, struct err *err)
{
	int len = 0;

	while (len < n && !find(words[len]))
		len++;
	if (ret->n)
		return err_set(err, ERR_USAGE, "%s: '%s' is given twice", called, keyword->name);
	if (!len && n)
		return err_set(err, ERR_USAGE,
			       "%s: '%s' needs data behind it; if '%s' is meant to be that, "
			       "write '\"%s\"'",
			       called, keyword->name, words[0], words[0]);
	if (!len)
		return err_set(err, ERR_USAGE, "%s: '%s' needs data behind it", called,
			       keyword->name);
	*ret = (struct word_run){ .n = len, .words = words };
	return len;
}

static int take_mode(const char *called, const struct keyword *keyword, struct entry_words *ret,
		     struct err *err)
{
	if (keyword->is_lock ? ret->lock : ret->has_mode)
		return err_set(err, ERR_USAGE,
			       "%s: '%s' comes too late: one of any, exist and noexist, and lock",
			       called, keyword->name);
	if (keyword->is_lock) {
		ret->lock = true;
	} else {
		ret->mode = keyword->mode;
		ret->has_mode = true;
	}
	return 0;
}

/* What is to come first, or next. */
static const char *expected(unsigned int takes, const struct entry_words *have)
{
	if (takes & ENTRY_KEY && !have->key.n && !have->var.n)
		return "'key'";
	if (takes & ENTRY_VALUE && !have->value.n && !have->set.n)
		return "'value'";
	return "the end";
}

int entry_words_split(const char *called, int n_words, char *const *words, unsigned int takes,
		      struct entry_words *ret, struct err *err)
{
	int at = 0;

	*ret = (struct entry_words){ 0 };
	while (at < n_words) {
		const struct keyword *keyword = find(words[at]);
		int r;

		if (!keyword || !(keyword->takes & takes))
			return err_set(err, ERR_USAGE, "%s: %s was expected, not '%s'", called,
				       expected(takes, ret), words[at]);
		at++;
		if (keyword->run == NO_RUN)
			r = take_mode(called, keyword, ret, err);
		else
			r = take_run(called, keyword, n_words - at, words + at,
				     (struct word_run *)((char *)ret + keyword->run), err);
		if (r < 0)
			return r;
		at += r;
	}
	return 0;
}
