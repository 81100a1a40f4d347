/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* An open map: what it is, what its bytes mean, how its cells lie. */
#ifndef MAP_MAP_H
#define MAP_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <linux/bpf.h>

#include "base/err.h"
#include "codec/plan.h"
#include "map/map_types.h"
#include "map/names.h"

struct btf;

enum map_ref_kind { MAP_REF_ID, MAP_REF_NAME, MAP_REF_PIN };

/* How a user names a map. */
struct map_ref {
	enum map_ref_kind kind;
	uint32_t id;
	const char *text; /* the name or the path, borrowed */
};

enum map_access {
	MAP_ACCESS_READ, /* BPF_F_RDONLY: a readable pin is enough */
	MAP_ACCESS_WRITE,
};

struct map {
	int fd;
	enum map_access access;
	struct bpf_map_info info;
	const struct map_type *type;
	/* "", the kernel's 15 characters, or more where what is read anyway reveals it */
	char *name;
	char *path;   /* the pin it was opened by, or NULL */
	char *called; /* "map NAME", or "map 42" where it has no name: how messages call it */

	/*
	 * What the kernel keeps in its values besides data, filled by
	 * map_load_special(), whatever the plans can or cannot say.
	 */
	bool has_lock;		/* BPF_F_LOCK is accepted, and has to be given */
	bool has_kernel_fields; /* or may have: copies past the lookup show kernel memory */

	/* Filled by map_load_types(); NULL where there is none: the bytes are shown. */
	const struct btf *btf;	   /* own_btf, or the kernel's */
	const struct btf *own_btf; /* shared, given back with kern_btf_put() */
	struct plan *key_plan, *value_plan;
	/* What types that were given instead are in (see given_types.h); owned, or NULL. */
	struct btf *key_btf, *value_btf, *file_btf;
	char *untyped;		/* why BTF that the map has is not used, for a note; or NULL */
	bool over_bound;	/* … because the type breaks a bound: exit status 4 */
	char *nameless;		/* why names that are wanted cannot be had, for a note; or NULL */
	struct map_names names; /* of ids in its values */

	bool is_numeric; /* --numeric: no names for ids, prefixes, addresses; set before loading */
	bool has_cidr;	 /* its keys are prefixes of IP addresses */

	uint32_t cells; /* values an entry: the possible CPUs of a per-CPU map, else 1 */
	/* bytes from one cell to the next; of types not known, room for what the kernel may copy */
	uint32_t cell_stride;
};

/* Bytes of one entry's values as the kernel copies them. */
static inline size_t map_value_bytes(const struct map *map)
{
	return (size_t)map->cells * map->cell_stride;
}

/*
 * Opens the one map that ref names.  ERR_NO when there is none (with the
 * nearest name), ERR_USAGE when a name has several (with the candidates).
 */
int map_open(const struct map_ref *ref, enum map_access access, struct map **ret, struct err *err);

/* As map_open(), but all of them: at least one; the caller frees each and the array. */
int map_open_all(const struct map_ref *ref, enum map_access access, struct map ***ret,
		 size_t *ret_n, struct err *err);

struct map *map_free(struct map *map);

/*
 * An fd of the same map that could write, which the kernel wants for mapping its memory even to
 * read: the caller closes it.  -EPERM, -EACCES or -errno; -ENOENT where its pin is another map's
 * by now.
 */
int map_reopen_writable(const struct map *map);

/*
 * Finds out what the kernel keeps in the map's values for itself: before any
 * entry is read, in whatever format.  What BTF may not tell us is taken to be
 * there.  Fails only where the system has no room, for files or memory.
 */
int map_load_special(struct map *map, struct err *err);

/*
 * Finds the map's BTF and compiles its key and value.  Before privileges are
 * dropped, and once.  Without BTF, or without the right to read it, the plans
 * stay NULL and untyped says why; fails as map_load_special() does.
 */
int map_load_types(struct map *map, enum plan_dialect dialect, struct err *err);

/*
 * Reads the names of what its values stand for, unless it is numeric: for those who
 * show values, since it may take a while.  Behind map_load_types(), before
 * privileges are dropped, and once; nameless says what is missing.
 */
void map_load_value_names(struct map *map);

/*
 * Looks the full names up of maps that have more than 15 characters, in BTF
 * and in every pin there is: only for those who show names.
 */
void map_load_names(struct map *const *maps, size_t n);

/*
 * Writes a key, or one cell of a value, under label: a prefix as CIDR, an id
 * with the name behind it, a typed one by its plan, anything else as bytes.
 */
void map_write_key(const struct map *map, const struct label *label, const void *key,
		   struct writer *out);
void map_write_value(const struct map *map, const struct label *label, const void *cell,
		     struct writer *out);

/* {"pid": N}, {"pid": N, "fd": N}, {"cgroup": S} or {"path": S}: a key of local storage. */
void map_write_owner(const struct owner *owner, const struct label *label, struct writer *out);

/* How messages call it; borrowed from the map. */
static inline const char *map_called(const struct map *map)
{
	return map->called;
}

#endif
