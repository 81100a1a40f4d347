/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The lines of a batch that a program has written: the same update of the same map
 * over and over, with other bytes.  What they have in common is understood once.
 */
#ifndef CMD_BATCH_REPEAT_H
#define CMD_BATCH_REPEAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

struct batch_words;
struct entry_queue;
struct map;

struct batch_repeat {
	struct buf head; /* everything in front of the key's bytes; empty: nothing is known */
	const struct map *map;
};

/*
 * Behind a line that has put an update into queue: remembers text, if its words
 * are `[map] update MAP key …` and nothing else in front of the key.
 */
void batch_repeat_learn(struct batch_repeat *repeat, const char *text, size_t len,
			const struct batch_words *words, const struct entry_queue *queue);
void batch_repeat_forget(struct batch_repeat *repeat);
void batch_repeat_done(struct batch_repeat *repeat);

/*
 * Puts the update that text asks for into queue: 1; 0 where text is anything but the
 * remembered head and `BYTE… value BYTE…`; -code as entry_queue_room().
 */
int batch_repeat_take(const struct batch_repeat *repeat, const char *text, size_t len,
		      struct entry_queue *queue, struct err *err);

#endif
