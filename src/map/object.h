/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * The maps that a BPF object file defines.  No program of it is loaded or even looked
 * at, and nothing in it is trusted: it may be any file.
 */
#ifndef MAP_OBJECT_H
#define MAP_OBJECT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "map/shape.h"

/* A file above this is not read. */
#define OBJECT_MAX_BYTES (128u << 20)

/* More maps in one object are refused: a program can use 64. */
#define OBJECT_MAX_MAPS 1024

/* As libbpf's loader would make it: its max_entries too. */
struct object_map {
	struct map_shape shape; /* its btf is the object's; name as libbpf gives it, in full */
	const char *section;	/* ".maps", "maps", ".rodata.cst"; borrowed from the object */

	/* The map of a section of global variables: made by who asks for it by name. */
	bool is_data;
	bool is_frozen; /* its programs rely on contents that never change: .rodata, .kconfig */
	const void *contents; /* of its one entry, shape.value_size bytes, borrowed; NULL: zeros */
};

struct object {
	char *name; /* of the file, without its folder, up to the first dot */
	size_t n, cap;
	struct object_map *map; /* sections of definitions in their order, then global data */
	/* the types of its keys and values and nothing else, not loaded; NULL: it has none */
	struct btf *btf;
	void *file; /* what contents and section point into */
};

/*
 * Reads the file at path.  ERR_USAGE, saying why, for what is no BPF object of this machine's
 * byte order, or is damaged, or defines a map that cannot be understood;
 * ERR_NO where there is no such file; ERR_SYSTEM and ERR_DENIED where it cannot be read.
 */
int object_read(const char *path, struct object **ret, struct err *err);

/* The same of size bytes, borrowed until object_free(). */
int object_read_bytes(const char *path, void *bytes, size_t size, struct object **ret,
		      struct err *err);

struct object *object_free(struct object *object);

/*
 * By its name, or NULL, with ERR_NO and the nearest name in err.  The map of global data is found
 * by its section alone too: ".rodata" where libbpf calls it "prog.rodata".
 */
struct object_map *object_find(const struct object *object, const char *name, struct err *err);

#endif
