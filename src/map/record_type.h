/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The type of the records that programs and processes put into a map. */
#ifndef MAP_RECORD_TYPE_H
#define MAP_RECORD_TYPE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct btf;
struct map;
struct type_settings;

struct record_type {
	const struct btf *btf; /* NULL: not known, records are bytes */
	uint32_t type_id;
	uint32_t bytes;	  /* of a record, without what a flexible array at its end takes */
	bool is_flexible; /* it has one */
	char *name;	  /* "struct exec_event" */
	/* for a note: how it was found, or why not and what would help; NULL: nothing to say */
	char *how;
	bool over_bound; /* a type was found and breaks a bound: exit status 4 */

	struct btf *own_btf, *file_btf; /* what btf is, if that is not shared */
	const struct btf *shared_btf;
};

/*
 * The first of: the type that is given, in C or a name in the BTF of programs that use the map,
 * then in given->btf_file or, without that, the kernel; the map's own value type; the `value` of
 * its definition in such a program's BTF; the one struct there that is named like it.  Needs
 * privileges for all but a type in C.
 *
 * ERR_USAGE for a type that is given and not understood, or over a bound.  Where none is found
 * that is no failure.  record_type_done() frees, also on failure.
 */
int record_type_find(const struct map *map, const char *type, const struct type_settings *given,
		     struct record_type *ret, struct err *err);
void record_type_done(struct record_type *type);

#endif
