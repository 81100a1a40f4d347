/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/record_plans.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "map/map.h"
#include "map/record_type.h"
#include "map/views.h"

#define SLOTS 64 /* sizes that are remembered */

struct slot {
	uint32_t size;
	bool is_tried; /* plan NULL: it cannot be made */
	struct plan *plan;
};

struct record_plans {
	const struct map *map;
	const struct record_type *type;
	const char *views;
	enum plan_dialect dialect;
	struct slot slot[SLOTS]; /* by size; the one of a type of one size first */
};

static int compile(struct record_plans *plans, uint32_t size, struct plan **ret, struct err *err)
{
	const struct record_type *type = plans->type;
	struct plan *plan = NULL;
	int r = plan_compile(type->btf, type->type_id, size, plans->dialect, &plan, err);

	if (!r && plans->map->is_numeric)
		plan_forget_names(plan);
	if (!r && plans->views)
		r = map_lay_record_views(plans->map, &plan, size, plans->views, err);
	if (r)
		plan_free(plan);
	else
		*ret = plan;
	return r;
}

static struct slot *slot_of(struct record_plans *plans, uint32_t size)
{
	return &plans->slot[plans->type->is_flexible ? size % SLOTS : 0];
}

static int fill(struct record_plans *plans, struct slot *slot, uint32_t size, struct err *err)
{
	plan_free(slot->plan);
	*slot = (struct slot){ .size = size, .is_tried = true };
	return compile(plans, size, &slot->plan, err);
}

int record_plans_open(const struct map *map, const struct record_type *type, const char *views,
		      enum plan_dialect dialect, struct record_plans **ret, struct err *err)
{
	struct record_plans *plans;
	int r = 0;

	if (views && !type->btf)
		return err_set(err, ERR_USAGE,
			       "--as: the type of the records is not known; --type says it");
	plans = mem_zero(sizeof(*plans));
	plans->map = map;
	plans->type = type;
	plans->views = dialect == PLAN_NATIVE ? views : NULL;
	plans->dialect = dialect;
	if (type->btf)
		r = fill(plans, slot_of(plans, type->bytes), type->bytes, err);
	if (r)
		record_plans_free(plans);
	else
		*ret = plans;
	return r;
}

struct record_plans *record_plans_free(struct record_plans *plans)
{
	if (!plans)
		return NULL;
	for (size_t i = 0; i < SLOTS; i++)
		plan_free(plans->slot[i].plan);
	free(plans);
	return NULL;
}

const struct plan *record_plan(struct record_plans *plans, uint32_t size)
{
	struct slot *slot = slot_of(plans, size);
	struct err ignored;

	if (!plans->type->btf || size < plans->type->bytes)
		return NULL;
	if (plans->type->is_flexible && (!slot->is_tried || slot->size != size))
		fill(plans, slot, size, &ignored);
	return slot->plan;
}
