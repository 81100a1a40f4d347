/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Numbers and their names, as the system has them, for views (codec/view.h). */
#ifndef MAP_NUMBERED_H
#define MAP_NUMBERED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;

#define NUMBERED_MAX (256 * 1024) /* rows; beyond, numbers stay without a name */

struct numbered_row {
	uint64_t number;
	char *name;	/* foreign bytes */
	uint32_t place; /* as it was added */
	bool is_vague;	/* does not tell the number: others are called so too, or it reads like one
			 */
};

struct numbered {
	size_t n, cap;
	struct numbered_row *row; /* by number; of several names the first that was added counts */
	bool with_number;	  /* shown as NAME(NUMBER), all of them; else only the vague ones */
};

/* Rows come in any order, then numbered_settle() once, then questions. */
void numbered_add(struct numbered *names, uint64_t number, const char *name);
void numbered_settle(struct numbered *names);

/* As in struct view_names, of being a struct numbered. */
bool numbered_name_of(const void *of, uint64_t number, struct buf *ret);
bool numbered_number_of(const void *of, const char *name, uint64_t *ret);

void numbered_done(struct numbered *names);

#endif
