/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Between the files that read an object: who reads which kind of definition. */
#ifndef MAP_OBJECT_PARTS_H
#define MAP_OBJECT_PARTS_H

#include <stdint.h>

#include "base/err.h"
#include "map/object.h"
#include "map/object_elf.h"

struct btf;
struct btf_copy;
struct btf_type;

struct object_reading {
	const char *path; /* for messages */
	const struct object_elf *elf;
	const struct btf *btf; /* as the compiler wrote it, its bounds checked; NULL: none */
	struct btf_copy *copy; /* from there to into->btf; NULL: none */
	uint64_t links;	       /* that may still be followed from type to type */
	struct object *into;
};

/* ERR_USAGE: "PATH: map 'NAME' …". */
int object_map_bad(const struct object_reading *o, const char *name, struct err *err,
		   const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/*
 * The type of the name and kind, or NULL, where there is none; looking costs as many links
 * as there are types, and without them nothing is found.
 */
const struct btf_type *object_type(struct object_reading *o, const char *name, uint32_t kind);

/*
 * Adds a map and takes its shape over, also on failure.  ERR_USAGE when there are too many,
 * or two of a name.
 */
int object_add(const struct object_reading *o, struct object_map *map, struct err *err);

/* SEC(".maps"), SEC("maps"), and the sections of global variables: each adds what it finds. */
int object_read_definitions(struct object_reading *o, struct err *err);
int object_read_legacy(struct object_reading *o, struct err *err);
int object_read_data(struct object_reading *o, struct err *err);

/* One definition out of .maps: *ret gets what the members of the struct type_id say. */
int object_define(struct object_reading *o, const char *name, uint32_t type_id,
		  struct map_shape *ret, struct err *err);

/* Types of the object's for the shape: they are copied, with what they are made of. */
int object_give_types(const struct object_reading *o, struct map_shape *shape, uint32_t key_id,
		      uint32_t value_id, struct err *err);

#endif
