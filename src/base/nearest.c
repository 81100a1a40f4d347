/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "base/nearest.h"

#include <string.h>

#define LETTERS_MAX 48 /* longer words are not guessed at */

static unsigned int least(unsigned int a, unsigned int b)
{
	return a < b ? a : b;
}

/* Optimal string alignment distance, three rows at a time. */
static unsigned int distance(const char *a, size_t alen, const char *b, size_t blen)
{
	unsigned int rows[3][LETTERS_MAX + 1];
	size_t i, j;

	for (j = 0; j <= blen; j++)
		rows[0][j] = (unsigned int)j;
	for (i = 1; i <= alen; i++) {
		unsigned int *now = rows[i % 3], *last = rows[(i + 2) % 3];
		const unsigned int *before = rows[(i + 1) % 3];

		now[0] = (unsigned int)i;
		for (j = 1; j <= blen; j++) {
			unsigned int differs = a[i - 1] != b[j - 1];

			now[j] = least(least(last[j], now[j - 1]) + 1, last[j - 1] + differs);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				now[j] = least(now[j], before[j - 2] + 1);
		}
	}
	return rows[alen % 3][blen];
}

void nearest_offer(struct nearest *nearest, const char *candidate)
{
	size_t wlen = strlen(nearest->word), clen = strlen(candidate);
	unsigned int d;

	if (!wlen || wlen > LETTERS_MAX || clen > LETTERS_MAX)
		return;
	d = distance(nearest->word, wlen, candidate, clen);
	/* A word that was not finished is as near as one with a slip. */
	if (wlen >= 3 && !strncmp(nearest->word, candidate, wlen))
		d = 1;
	/* Where every letter would have to be another nothing is alike. */
	if (d > (wlen < 6 ? 1 : wlen / 3) || d >= nearest->distance ||
	    d >= (wlen > clen ? wlen : clen))
		return;
	nearest->distance = d;
	nearest->best = candidate;
}
