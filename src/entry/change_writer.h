/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What a change would do, for those who ask before it is made. */
#ifndef ENTRY_CHANGE_WRITER_H
#define ENTRY_CHANGE_WRITER_H

struct map;
struct owner;
struct writer;

struct change {
	const char *action;	   /* "insert", "replace", "delete", … */
	const void *key;	   /* NULL: none */
	const struct owner *owner; /* whom key stands for; or NULL */
	const void *old_value;	   /* every cell; NULL: not known, or none, by old_error */
	int old_error;		   /* entry_old()'s -errno */
	const void *new_value;	   /* every cell; or NULL */
	const char *new_words;	   /* what stands for it where its bytes say nothing; or NULL */
};

/*
 * One record, between start() and finish(): {"action": S, "key": K, "old": V,
 * "new": V}, null for what is not there or not known; of a per-CPU map V is
 * [{"cpu": N, "value": V}, …].
 */
void change_write(const struct map *map, const struct change *change, struct writer *out);

#endif
