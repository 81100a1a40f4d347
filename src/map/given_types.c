/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/given_types.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "codec/btf_find.h"
#include "codec/btf_type.h"
#include "codec/ctype.h"
#include "codec/ctype_parse.h"
#include "kern/btf.h"
#include "map/btf_file.h"
#include "map/cidr.h"
#include "map/map.h"
#include "map/views.h"

#define LINKS_MAX (1024 * 1024) /* from type to type, to see how large one is */

/* One type that was given, and what it is for. */
struct given {
	const char *option, *text, *part;
	uint32_t size; /* of the map's */
	enum plan_dialect dialect;
	struct plan **plan;   /* of the map */
	struct btf **own_btf; /* of the map: what the plan's types are in */
	const struct btf *file;
};

/* What a word in front of a name restricts it to; *name is moved behind it. */
static uint32_t kinds_of(const char **name)
{
	static const struct {
		const char *word;
		uint32_t kinds;
	} keywords[] = {
		{ "struct ", BTF_KINDS_STRUCT },
		{ "union ", BTF_KINDS_UNION },
		{ "enum ", BTF_KINDS_ENUM },
	};

	for (size_t i = 0; i < sizeof(keywords) / sizeof(*keywords); i++) {
		size_t len = strlen(keywords[i].word);

		if (strncmp(*name, keywords[i].word, len) != 0)
			continue;
		*name += len + strspn(*name + len, " ");
		return keywords[i].kinds;
	}
	return BTF_KINDS_PLAIN;
}

/* Of several types that have the name the one of the map's size, if there is one. */
static uint32_t find_sized(const struct btf *btf, const char *name, uint32_t kinds, uint32_t size)
{
	uint32_t first = btf_find(btf, name, kinds);
	uint64_t links = LINKS_MAX;

	for (uint32_t id = first; id; id = btf_find_behind(btf, id, name, kinds)) {
		uint64_t bytes = 0;

		if (!btf_bytes(btf, id, &links, &bytes) && bytes == size)
			return id;
	}
	return first;
}

/* A lone name in btf, with its keyword or without; false where it is none, or is not there. */
static bool find_name(const struct btf *btf, const char *text, uint32_t size,
		      struct given_type *ret)
{
	uint32_t kinds = kinds_of(&text);

	if (!*text)
		return false;
	ret->btf = btf;
	ret->id = find_sized(btf, text, kinds, size);
	if (!ret->id && kinds == BTF_KINDS_PLAIN)
		ret->id = find_sized(btf, text, BTF_KINDS_TAGGED, size);
	return ret->id;
}

static int parse(const char *text, const struct btf *known, struct given_type *ret, struct err *err)
{
	struct btf *own = btf__new_empty();
	int r;

	if (!own)
		return err_sys(err, "room for types");
	r = ctype_parse(text, own, known, &ret->id, err);
	if (r) {
		btf__free(own);
		return r;
	}
	ret->btf = ret->own = own;
	return 0;
}

/* The kernel's types take a while to read: most texts do without. */
int given_type_find(const char *text, uint32_t size, const struct btf *const *places,
		    size_t n_places, bool with_kernel, struct given_type *ret, struct err *err)
{
	const struct btf *vmlinux;
	int r = -ERR_NO;

	*ret = (struct given_type){ 0 };
	for (size_t i = 0; i < n_places; i++)
		if (find_name(places[i], text, size, ret))
			return 0;
	for (size_t i = 0; r == -ERR_NO && i < n_places; i++)
		r = parse(text, places[i], ret, err);
	if (!n_places)
		r = parse(text, NULL, ret, err);
	if (r != -ERR_NO || !with_kernel)
		return r;
	vmlinux = kern_btf_vmlinux();
	if (!vmlinux || find_name(vmlinux, text, size, ret))
		return vmlinux ? 0 : r;
	return parse(text, vmlinux, ret, err);
}

static int wrong_size(const struct given *given, const struct given_type *found, uint64_t bytes,
		      struct err *err)
{
	_cleanup_(buf_done) struct buf name = { 0 };

	ctype_name(found->btf, found->id, &name);
	return err_set(err, ERR_USAGE, "%.200s has %llu byte%s, and the map's %ss have %u",
		       buf_str(&name), (unsigned long long)bytes, bytes == 1 ? "" : "s",
		       given->part, given->size);
}

/* A plan of the map's whole size: to the end, or up to where a flexible array makes it so. */
static int compile_native(const struct given *given, const struct given_type *found,
			  struct plan **ret, struct err *err)
{
	uint64_t links = LINKS_MAX, bytes = 0;
	struct plan *plan = NULL;
	int r;

	if (btf_bytes(found->btf, found->id, &links, &bytes) < 0)
		return err_set(err, ERR_USAGE, "it goes through too many types");
	if (bytes > given->size)
		return wrong_size(given, found, bytes, err);
	r = plan_compile(found->btf, found->id, given->size, PLAN_NATIVE, &plan, err);
	if (!r && plan->size != given->size) {
		plan_free(plan);
		return wrong_size(given, found, bytes, err);
	}
	if (!r)
		*ret = plan;
	return r;
}

static int compile(const struct given *given, const struct given_type *found, struct plan **ret,
		   struct err *err)
{
	struct plan *native = NULL, *plan = NULL;
	int r = compile_native(given, found, &native, err);

	if (!r && given->dialect != PLAN_NATIVE) {
		r = plan_compile(found->btf, found->id, given->size, given->dialect, &plan, err);
		plan_free(native);
		native = plan;
	}
	if (!r)
		*ret = native;
	return r;
}

static int check_part(const struct map *map, const struct given *given, struct err *err)
{
	if (!given->size)
		return err_set(err, ERR_USAGE, "maps of type %s have no %ss", map->type->name,
			       given->part);
	if (given->plan == &map->key_plan && map->type->key == KEY_FD)
		return err_set(err, ERR_USAGE, "the keys of type %s are what its values hang on",
			       map->type->name);
	return 0;
}

static int give(struct map *map, const struct given *given, struct err *err)
{
	struct given_type found = { 0 };
	struct plan *plan = NULL;
	int r;

	if (!given->text)
		return 0;
	r = check_part(map, given, err);
	if (!r)
		r = given_type_find(given->text, given->size, &given->file, given->file != NULL,
				    !given->file, &found, err);
	if (!r)
		r = compile(given, &found, &plan, err);
	if (r) {
		btf__free(found.own);
		/* A name that is not there, a bound that is broken: the words were wrong. */
		if (err->code == ERR_NO || err->code == ERR_PARTIAL)
			err->code = ERR_USAGE;
		return err_wrap(err, "%s: %s", map_called(map), given->option);
	}
	if (map->is_numeric)
		plan_forget_names(plan);
	plan_free(*given->plan);
	btf__free(*given->own_btf);
	*given->plan = plan;
	*given->own_btf = found.own;
	return 0;
}

static int read_file(struct map *map, const struct type_settings *given, struct err *err)
{
	int r;

	if (!given->btf_file || map->file_btf)
		return 0;
	if (!given->key_type && !given->value_type)
		return err_set(err, ERR_USAGE,
			       "--btf says where to look up the names in --key-type and "
			       "--value-type, and none is given");
	r = btf_file_read(given->btf_file, &map->file_btf, err);
	return r ? err_wrap(err, "--btf") : 0;
}

/* Why its own types are not used is of no interest where nothing is left to them. */
static void forget_why(struct map *map)
{
	if ((map->info.key_size && !map->key_plan) || (map->info.value_size && !map->value_plan))
		return;
	free(map->untyped);
	map->untyped = NULL;
	map->over_bound = false;
}

int map_given_types(struct map *map, const struct type_settings *given, enum plan_dialect dialect,
		    struct err *err)
{
	int r = read_file(map, given, err);
	const struct given key = {
		"--key-type", given->key_type, "key",	      map->info.key_size,
		dialect,      &map->key_plan,  &map->key_btf, map->file_btf,
	};
	const struct given value = {
		"--value-type", given->value_type, "value",	    map->info.value_size,
		dialect,	&map->value_plan,  &map->value_btf, map->file_btf,
	};

	if (!r)
		r = give(map, &key, err);
	if (!r)
		r = give(map, &value, err);
	if (!r && given->key_type && map->type->key == KEY_PREFIX)
		map->has_cidr = cidr_fits(map->key_plan->btf, map->key_plan->type_id,
					  map->info.key_size);
	if (!r && (given->key_type || given->value_type))
		forget_why(map);
	if (!r && given->views && dialect == PLAN_NATIVE)
		r = map_lay_views(map, given->views, err);
	return r;
}
