/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/views.h"

#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/nearest.h"
#include "codec/view.h"
#include "map/map.h"
#include "map/view_sources.h"

/* A key or a value, as its fields are named. */
struct side {
	const char *name;
	uint32_t size;
	struct plan **plan;
};

/* A field, found: of a side, at path. */
struct field {
	const struct side *side;
	const char *path;
};

/* "key", "key.x", "key[0]": what stands behind the word, or NULL. */
static const char *behind_word(const char *field, const char *word)
{
	size_t len = strlen(word);

	if (strncmp(field, word, len) != 0 || (field[len] && !strchr(".[", field[len])))
		return NULL;
	return field + len;
}

static bool has_field(const struct side *side, const char *field)
{
	return *side->plan && plan_has_field(*side->plan, field);
}

static int refuse_unknown(const struct side sides[2], const char *field, struct err *err)
{
	const char *who = *sides[0].plan ? "neither the key nor the value has a"
					 : "the value has no";
	struct nearest nearest = NEAREST(field);

	for (int i = 0; i < 2; i++)
		if (*sides[i].plan)
			plan_offer_fields(*sides[i].plan, &nearest);
	if (!*sides[0].plan && !*sides[1].plan)
		return err_set(err, ERR_USAGE,
			       "there is no type that could have a field '%s': 'key' and 'value' "
			       "are what can be viewed",
			       field);
	if (nearest.best)
		return err_set(err, ERR_USAGE, "%s field '%s'; did you mean '%s'?", who, field,
			       nearest.best);
	return err_set(err, ERR_USAGE, "%s field '%s'", who, field);
}

static int find_field(const struct side sides[2], const char *field, struct field *ret,
		      struct err *err)
{
	bool in_key, in_value;

	for (int i = 0; i < 2; i++) {
		const char *path = behind_word(field, sides[i].name);

		if (path) {
			*ret = (struct field){ &sides[i], path };
			return 0;
		}
	}
	in_key = has_field(&sides[0], field);
	in_value = has_field(&sides[1], field);
	if (in_key && in_value)
		return err_set(
			err, ERR_USAGE,
			"'%s' is a field of the key and of the value: 'key.%s' or 'value.%s'",
			field, field, field);
	if (!in_key && !in_value)
		return refuse_unknown(sides, field, err);
	*ret = (struct field){ &sides[in_value], field };
	return 0;
}

static int find_view(const struct map *map, const char *name, struct view_wanted *ret,
		     struct err *err)
{
	struct nearest nearest = NEAREST(name);
	_cleanup_(buf_done) struct buf listed = { 0 };

	*ret = (struct view_wanted){
		.view = view_find(name),
		.is_numeric = map->is_numeric,
	};
	if (ret->view) {
		if (ret->view->flags & VIEW_NAMES)
			ret->names = view_source_load(name);
		return 0;
	}
	view_offer_names(&nearest);
	if (nearest.best)
		return err_set(err, ERR_USAGE, "there is no view '%s'; did you mean '%s'?", name,
			       nearest.best);
	view_list_names(&listed);
	return err_set(err, ERR_USAGE, "there is no view '%s'; there are %s", name,
		       buf_str(&listed));
}

/* What the map shows by a hook of its own, and what it does not have, has no views. */
static int check_side(const struct map *map, const struct side *side, const char *path,
		      struct err *err)
{
	bool is_key = !strcmp(side->name, "key");

	if (!side->size)
		return err_set(err, ERR_USAGE, "type %s has no %ss", map->type->name, side->name);
	if (is_key && map->type->key == KEY_FD)
		return err_set(err, ERR_USAGE, "in type %s keys are what they stand for",
			       map->type->name);
	if (!is_key && map->type->write_value)
		return err_set(err, ERR_USAGE, "in type %s values are shown as what they stand for",
			       map->type->name);
	if (!*side->plan && *path)
		return err_set(err, ERR_USAGE,
			       "the type of the %s is not known here: only '%s' as a whole can be "
			       "viewed",
			       side->name, side->name);
	return 0;
}

static int lay_one(const struct map *map, const struct side sides[2], const char *name,
		   const char *view, struct err *err)
{
	struct view_wanted wanted;
	struct field field = { 0 };
	int r = find_view(map, view, &wanted, err);

	if (!r)
		r = find_field(sides, name, &field, err);
	if (!r)
		r = check_side(map, field.side, field.path, err);
	if (!r && !*field.side->plan)
		r = plan_of_bytes(field.side->size, field.side->plan, err);
	return r ? r : plan_lay_view(*field.side->plan, field.path, &wanted, err);
}

/* Cuts "FIELD=VIEW" in two, at the last sign. */
static int lay_item(const struct map *map, const struct side sides[2], char *item, struct err *err)
{
	char *equals = strrchr(item, '=');
	int r;

	if (!equals || equals == item || !equals[1])
		return err_set(err, ERR_USAGE, "--as: '%s' is not FIELD=VIEW", item);
	*equals = '\0';
	r = lay_one(map, sides, item, equals + 1, err);
	return r ? err_wrap(err, "--as %s=%s", item, equals + 1) : 0;
}

static int lay_all(const struct map *map, const struct side sides[2], const char *spec,
		   struct err *err)
{
	_cleanup_free_ char *copy = mem_strdup(spec);
	char *rest = copy, *item;
	int r = 0;

	while (!r && (item = strsep(&rest, ",")))
		r = lay_item(map, sides, item, err);
	return r;
}

int map_lay_views_over(const struct map *map, struct plan **key, struct plan **value,
		       const char *spec, struct err *err)
{
	const struct side sides[2] = {
		{ "key", map->info.key_size, key },
		{ "value", map->info.value_size, value },
	};

	return lay_all(map, sides, spec, err) ? err_wrap(err, "%s", map_called(map)) : 0;
}

int map_lay_record_views(const struct map *map, struct plan **plan, uint32_t size, const char *spec,
			 struct err *err)
{
	struct plan *none = NULL;
	const struct side sides[2] = { { "key", 0, &none }, { "value", size, plan } };

	return lay_all(map, sides, spec, err);
}

int map_lay_views(struct map *map, const char *spec, struct err *err)
{
	int r = map_lay_views_over(map, &map->key_plan, &map->value_plan, spec, err);

	/* Who wants to see parts of a prefix does not want it whole. */
	if (!r && map->key_plan && plan_has_view(map->key_plan))
		map->has_cidr = false;
	return r;
}

static bool is_native(const struct plan *plan)
{
	return plan && plan->dialect == PLAN_NATIVE;
}

/* NULL where there is none, or its type does not compile. */
static struct plan *compile_native(const struct plan *like, uint32_t size)
{
	struct plan *plan = NULL;
	struct err err;

	if (!like || plan_compile(like->btf, like->type_id, size, PLAN_NATIVE, &plan, &err))
		return NULL;
	return plan;
}

int map_native_plan(const struct map *map, bool is_value, const char *views, struct plan **ret,
		    struct err *err)
{
	struct plan *own = is_value ? map->value_plan : map->key_plan;
	struct plan *key, *value;
	int r = 0;

	*ret = NULL;
	if (is_native(own) || (!own && !views))
		return 0;
	key = compile_native(map->key_plan, map->info.key_size);
	value = compile_native(map->value_plan, map->info.value_size);
	if (views)
		r = map_lay_views_over(map, &key, &value, views, err);
	if (!r)
		*ret = is_value ? value : key;
	plan_free(r || is_value ? key : NULL);
	plan_free(r || !is_value ? value : NULL);
	return r;
}

void map_view_names(struct buf *ret)
{
	struct buf listed = { 0 };

	view_list_names(&listed);
	for (const char *name = buf_str(&listed); *name; name += strspn(name, ", ")) {
		size_t len = strcspn(name, ",");

		buf_printf(ret, "%.*s\n", (int)len, name);
		name += len;
	}
	buf_done(&listed);
}
