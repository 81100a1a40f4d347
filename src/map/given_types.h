/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Types that the user gives: for a map without BTF, or to see other than its own. */
#ifndef MAP_GIVEN_TYPES_H
#define MAP_GIVEN_TYPES_H

#include <stdbool.h>

#include "base/err.h"
#include "codec/plan.h"

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

#endif
