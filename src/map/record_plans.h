/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The plans of records: one for all of a type, or, where it ends flexibly, one for each size. */
#ifndef MAP_RECORD_PLANS_H
#define MAP_RECORD_PLANS_H

#include <stdint.h>

#include "base/err.h"
#include "codec/plan.h"

struct map;
struct record_plans;
struct record_type;

/*
 * map and type are borrowed; views as in given_types.h, or NULL: names that they take are read
 * here, before privileges go.  ERR_USAGE for a view, also where the type is not known.
 */
int record_plans_open(const struct map *map, const struct record_type *type, const char *views,
		      enum plan_dialect dialect, struct record_plans **ret, struct err *err);
struct record_plans *record_plans_free(struct record_plans *plans);

/*
 * The plan of a record of size bytes, borrowed until the next call; it covers plan->size of them.
 * NULL: bytes, since the record is shorter than its type, that is not known, or a record of such
 * a size breaks a bound of plan.h.
 */
const struct plan *record_plan(struct record_plans *plans, uint32_t size);

#endif
