/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Types that the user gives: for a map without BTF, or to see other than its own. */
#ifndef MAP_GIVEN_TYPES_H
#define MAP_GIVEN_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "codec/plan.h"

struct btf;
struct map;

/* As the options say it; all borrowed, NULL where not given. */
struct type_settings {
	const char *key_type, *value_type; /* C, or the name of a type in btf_file */
	const char *btf_file; /* an object file, or raw BTF; NULL: the running kernel's */
	const char *views;    /* FIELD=VIEW[,…] */
};

/* Whether there is anything for map_given_types() to do. */
static inline bool map_types_given(const struct type_settings *given)
{
	return given->key_type || given->value_type || given->btf_file || given->views;
}

/*
 * To be called behind map_load_types(): compiles the types that are given in place of the map's
 * own, and lays the views over them.  ERR_USAGE for a type that is not
 * understood, not found, or of another size than the map's; for a view that is not known, or
 * a field that is not there or has no such view.
 */
int map_given_types(struct map *map, const struct type_settings *given, enum plan_dialect dialect,
		    struct err *err);

/* A type where it was found. */
struct given_type {
	const struct btf *btf;
	struct btf *own; /* the same, where it is not borrowed: the caller frees it */
	uint32_t id;
};

/*
 * What text means: a name in the first of the places that has it, the one of size bytes where a
 * place has several; or C, made of what the places know.  with_kernel: the kernel's types are
 * the last place.  ERR_USAGE; ERR_NO where a name in it is nowhere.
 */
int given_type_find(const char *text, uint32_t size, const struct btf *const *places,
		    size_t n_places, bool with_kernel, struct given_type *ret, struct err *err);

#endif
