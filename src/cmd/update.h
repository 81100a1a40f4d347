/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* An update in two parts: its words become bytes, and these are written. */
#ifndef CMD_UPDATE_H
#define CMD_UPDATE_H

#include <stdbool.h>
#include <stdint.h>

#include "cli/command.h"
#include "cli/entry_words.h"
#include "words/key_words.h"
#include "words/value_words.h"

struct map;

struct update_settings {
	bool dry_run, echo;
};

extern const struct opt update_options[]; /* of struct update_settings */

/* Ready to be written; its keys and values may be fds, which are open until update_done(). */
struct update {
	const struct map *map;
	struct key_words key;
	struct value_words value;
	uint64_t mode; /* BPF_ANY, BPF_EXIST, BPF_NOEXIST */
	bool lock;     /* asked for; BPF_F_LOCK besides where map->has_lock */
};

/*
 * Takes the words for the session's one map into *ret, which update_done()
 * frees, also on failure.  `set` and some values of per-CPU maps read the map
 * (update_reads()): what was to be written before has to be there.
 * ERR_USAGE; ERR_NO where `set` finds no entry; what reading and opening fail with.
 */
int update_prepare(const struct session *session, const struct entry_words *words,
		   struct update *ret, struct err *err);
bool update_reads(const struct map *map, const struct entry_words *words);
void update_done(struct update *update);

/* Writes it.  As entry_update(), but calls the key as words have it. */
int update_write(const struct update *update, const struct entry_words *words, struct err *err);

/* The run of update, push and enqueue. */
int update_run(const struct session *session, const void *settings, struct err *err);

#define _cleanup_update_ _cleanup_(update_done)

#endif
