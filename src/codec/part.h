/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A part of a value by its path: a variable of a DATASEC, a field, an element. */
#ifndef CODEC_PART_H
#define CODEC_PART_H

#include <stdint.h>

#include "base/err.h"
#include "codec/plan.h"

struct plan_part {
	struct plan plan; /* of this part alone; .size has its padding, too */
	uint32_t offset;  /* bytes from the start of the whole value */
};

/*
 * Finds path, NAME, NAME.NAME or NAME[I], in plan, whose root has fields or
 * elements.  The part's plan reads and writes the bytes from offset on; it
 * borrows plan's names, and plan_part_done() frees its steps, also on failure.
 * noun is what the root's fields are called: "field", "variable".
 * ERR_USAGE, with the nearest name where it is not there.
 */
int plan_part_find(const struct plan *plan, const char *noun, const char *path,
		   struct plan_part *ret, struct err *err);
void plan_part_done(struct plan_part *part);

/* Puts the bytes of a part, of its plan's size, into the whole value: of a bitfield its bits. */
void plan_part_put(const struct plan_part *part, const void *bytes, void *value);

/* The same for the FIELD of a word FIELD=V. */
int plan_part_assigned(const struct plan *plan, const char *word, struct plan_part *ret,
		       struct err *err);

#endif
