/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The word that somebody probably meant. */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include <stddef.h>

/*
 * A search for the candidate nearest to a typed word, by single-letter edits
 * (a swap of neighbours counts as one, and so does an end that is missing): start with
 * NEAREST(word), offer candidates, read best, which is NULL where none comes close.
 */
struct nearest {
	const char *word;
	const char *best; /* borrowed from the candidates */
	unsigned int distance;
};

#define NEAREST(w) ((struct nearest){ .word = (w), .distance = ~0u })

void nearest_offer(struct nearest *nearest, const char *candidate);

#endif
