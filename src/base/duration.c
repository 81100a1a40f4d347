/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "base/duration.h"

#include <errno.h>
#include <string.h>

/* Nanoseconds in the unit that word is, 0 where it is none. */
static uint64_t unit_of(const char *word)
{
	static const struct {
		const char *word;
		uint64_t ns;
	} units[] = {
		{ "", 1000000000 },
		{ "ms", 1000000 },
		{ "s", 1000000000 },
		{ "m", 60 * 1000000000ull },
		{ "h", 3600 * 1000000000ull },
	};

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (!strcmp(units[i].word, word))
			return units[i].ns;
	return 0;
}

/* Adds digit times share to *ns. */
static int add_digit(char digit, uint64_t share, uint64_t *ns)
{
	uint64_t part;

	if (__builtin_mul_overflow(share, (uint64_t)(digit - '0'), &part) ||
	    __builtin_add_overflow(*ns, part, ns))
		return -ERANGE;
	return 0;
}

int duration_parse(const char *word, uint64_t *ret)
{
	static const char digits[] = "0123456789";
	size_t n = strspn(word, digits), n_behind = 0;
	const char *behind = NULL, *unit = word + n;
	uint64_t share, ns = 0;
	int r = 0;

	if (*unit == '.') {
		behind = unit + 1;
		n_behind = strspn(behind, digits);
		unit = behind + n_behind;
	}
	share = unit_of(unit);
	/* 010 is 8 to some and 10 to others. */
	if (!share || !n || (behind && !n_behind) || (n > 1 && *word == '0'))
		return -EINVAL;
	for (size_t i = 0; i < n && !r; i++) {
		if (__builtin_mul_overflow(ns, 10u, &ns))
			return -ERANGE;
		r = add_digit(word[i], share, &ns);
	}
	for (size_t i = 0; i < n_behind && !r; i++)
		r = add_digit(behind[i], share /= 10, &ns);
	if (r || ns > DURATION_MAX)
		return -ERANGE;
	*ret = ns;
	return 0;
}
