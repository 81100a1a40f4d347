/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/record_type.h"

#include <stdlib.h>
#include <string.h>

#include <bpf/btf.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "codec/btf_type.h"
#include "codec/ctype.h"
#include "codec/plan.h"
#include "kern/btf.h"
#include "map/btf_file.h"
#include "map/given_types.h"
#include "map/map.h"
#include "map/record_found.h"
#include "map/record_progs.h"

#define LINKS_MAX  (1024 * 1024) /* from type to type, to see how large one is */
#define RECORD_MAX (1u << 30)	 /* the kernel counts the bytes of a record in 30 bits */
#define FLEXIBLE   4096		 /* bytes that a flexible array takes something of */

/* What is known of the size of a type, or why no plan can be made of it. */
static int measure(struct record_type *type, struct err *err)
{
	uint64_t links = LINKS_MAX, bytes = 0;
	struct plan *plan = NULL;
	int r;

	if (btf_bytes(type->btf, type->type_id, &links, &bytes) < 0)
		return err_set(err, ERR_PARTIAL, "%.200s goes through too many types", type->name);
	if (bytes > RECORD_MAX)
		return err_set(err, ERR_PARTIAL, "%.200s is larger than any record", type->name);
	r = plan_compile(type->btf, type->type_id, (uint32_t)bytes + FLEXIBLE, PLAN_NATIVE, &plan,
			 err);
	if (r)
		return r;
	type->bytes = (uint32_t)bytes;
	type->is_flexible = plan->size > bytes;
	plan_free(plan);
	if (!bytes && !type->is_flexible)
		return err_set(err, ERR_PARTIAL, "%.200s has no bytes", type->name);
	return 0;
}

/* Behind whatever has set btf, type_id and how. */
static int settle(struct record_type *type, struct err *err)
{
	_cleanup_free_ char *why = type->how;
	struct buf name = { 0 };

	ctype_name(type->btf, type->type_id, &name);
	type->name = mem_strdup(buf_str(&name));
	type->how = why ? mem_printf("records are %.200s: %s", type->name, why) : NULL;
	buf_done(&name);
	return measure(type, err);
}

static const char *place_name(const struct btf *btf, const struct record_progs *progs,
			      const struct type_settings *given)
{
	for (size_t i = 0; i < progs->n; i++)
		if (btf == progs->prog[i].btf)
			return progs->prog[i].name;
	return given->btf_file ? given->btf_file : "the kernel";
}

/* Programs' types, then those of the file. */
static int find_given(const char *text, const struct type_settings *given,
		      const struct record_progs *progs, struct record_type *ret, struct err *err)
{
	const struct btf *places[RECORD_PROGS_MAX + 1];
	struct given_type found;
	size_t n = 0;
	int r;

	for (; n < progs->n; n++)
		places[n] = progs->prog[n].btf;
	if (ret->file_btf)
		places[n++] = ret->file_btf;
	r = given_type_find(text, 0, places, n, !given->btf_file, &found, err);
	if (r)
		return r;
	ret->btf = found.btf;
	ret->own_btf = found.own;
	ret->type_id = found.id;
	if (!found.own)
		ret->how = mem_printf("as %.200s has it", place_name(found.btf, progs, given));
	for (size_t i = 0; i < progs->n; i++)
		if (found.btf == progs->prog[i].btf)
			kern_btf_get(progs->prog[i].btf_id, &ret->shared_btf);
	return settle(ret, err);
}

static int take_given(const char *type, const struct type_settings *given,
		      const struct record_progs *progs, struct record_type *ret, struct err *err)
{
	int r = 0;

	if (given->btf_file)
		r = btf_file_read(given->btf_file, &ret->file_btf, err);
	if (r)
		return err_wrap(err, "--btf");
	r = find_given(type ? type : given->value_type, given, progs, ret, err);
	if (!r)
		return 0;
	/* A name that is not there, a bound that is broken: the words were wrong. */
	if (err->code == ERR_NO || err->code == ERR_PARTIAL)
		err->code = ERR_USAGE;
	return err_wrap(err, "%s", type ? "--type" : "--value-type");
}

static bool take_own(const struct map *map, struct record_type *ret)
{
	const struct bpf_map_info *info = &map->info;

	if (map->type->value != VALUE_RECORDS || !info->btf_id || !info->btf_value_type_id ||
	    kern_btf_get(info->btf_id, &ret->shared_btf))
		return false;
	ret->btf = ret->shared_btf;
	ret->type_id = info->btf_value_type_id;
	ret->how = mem_strdup("it is the type of the map's values");
	return true;
}

static char *why_unknown(const struct record_progs *progs)
{
	static const char help[] = "; --type says what they are";

	if (progs->is_refused)
		return mem_printf("what its programs know of them takes CAP_SYS_ADMIN to see%s",
				  help);
	if (!progs->is_used)
		return mem_printf("no program uses the map that could say more%s", help);
	if (!progs->n)
		return mem_printf("the programs that use the map have no BTF%s", help);
	return mem_printf("the BTF of %s has no type that is named like the map%s",
			  progs->n == 1 ? progs->prog[0].name : "the programs that use it", help);
}

/* Bytes, with the reason in how. */
static void take_none(struct record_type *ret)
{
	_cleanup_free_ char *why = ret->how;

	ret->btf = NULL;
	ret->how = mem_printf("records are shown as bytes: %s", why);
}

static void look_around(const struct map *map, const struct record_progs *progs,
			struct record_type *ret)
{
	struct err err;

	if (!take_own(map, ret) && !record_found(map, progs, ret))
		ret->how = why_unknown(progs);
	if (ret->btf && !settle(ret, &err))
		return;
	/* A type that was found and cannot be used. */
	if (ret->btf) {
		ret->over_bound = true;
		free(ret->how);
		ret->how = mem_strdup(err.msg);
	}
	take_none(ret);
}

int record_type_find(const struct map *map, const char *type, const struct type_settings *given,
		     struct record_type *ret, struct err *err)
{
	struct record_progs progs;
	int r = 0;

	*ret = (struct record_type){ 0 };
	if (given->key_type)
		return err_set(err, ERR_USAGE, "--key-type: records have no keys");
	if (type && given->value_type)
		return err_set(err, ERR_USAGE, "--type or --value-type, not both");
	if (given->btf_file && !type && !given->value_type)
		return err_set(err, ERR_USAGE,
			       "--btf says where to look up the name in --type, and none is given");
	record_progs_read(map, &progs);
	if (type || given->value_type)
		r = take_given(type, given, &progs, ret, err);
	else
		look_around(map, &progs, ret);
	record_progs_done(&progs);
	return r;
}

void record_type_done(struct record_type *type)
{
	btf__free(type->own_btf);
	btf__free(type->file_btf);
	kern_btf_put(type->shared_btf);
	free(type->name);
	free(type->how);
	*type = (struct record_type){ 0 };
}
