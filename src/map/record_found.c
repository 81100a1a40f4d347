/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/record_found.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "codec/ctype.h"
#include "kern/btf.h"
#include "map/map.h"
#include "map/record_look.h"
#include "map/record_progs.h"
#include "map/record_type.h"

#define LISTED_MAX 3 /* candidates that a note names */

/* Types that different programs have, each once by its definition. */
struct candidate {
	const struct btf *btf;
	uint32_t btf_id, type_id;
	const char *prog; /* its name */
	struct buf name, text;
};

struct candidates {
	size_t n, cap;
	struct candidate *row;
};

static void candidates_add(struct candidates *all, const struct record_progs *progs, size_t prog,
			   uint32_t type_id)
{
	struct candidate c = {
		.btf = progs->prog[prog].btf,
		.btf_id = progs->prog[prog].btf_id,
		.type_id = type_id,
		.prog = progs->prog[prog].name,
	};

	ctype_name(c.btf, type_id, &c.name);
	ctype_define(c.btf, &type_id, 1, &c.text);
	for (size_t i = 0; i < all->n; i++) {
		if (strcmp(buf_str(&all->row[i].name), buf_str(&c.name)) != 0 ||
		    strcmp(buf_str(&all->row[i].text), buf_str(&c.text)) != 0)
			continue;
		buf_done(&c.name);
		buf_done(&c.text);
		return;
	}
	all->row = mem_more(all->row, all->n, &all->cap, sizeof(c));
	all->row[all->n++] = c;
}

static void candidates_done(struct candidates *all)
{
	for (size_t i = 0; i < all->n; i++) {
		buf_done(&all->row[i].name);
		buf_done(&all->row[i].text);
	}
	free(all->row);
}

static void list_names(const struct candidates *all, struct buf *ret)
{
	size_t n = all->n > LISTED_MAX ? LISTED_MAX - 1 : all->n;

	for (size_t i = 0; i < n; i++)
		buf_printf(ret, "%s%.60s (%.40s)", i ? ", " : "", buf_str(&all->row[i].name),
			   all->row[i].prog);
	if (n < all->n)
		buf_printf(ret, " and %zu more", all->n - n);
}

/* From several nobody chooses but the user.  true: there is no need to look further. */
static bool take_one(const struct candidates *all, const char *what, struct record_type *ret)
{
	const struct candidate *c = all->row;
	struct buf names = { 0 };

	if (!all->n)
		return false;
	if (all->n > 1) {
		list_names(all, &names);
		ret->how = mem_printf("several types are %s, %s; --type chooses", what,
				      buf_str(&names));
		buf_done(&names);
		return true;
	}
	if (kern_btf_get(c->btf_id, &ret->shared_btf))
		return false;
	ret->btf = ret->shared_btf;
	ret->type_id = c->type_id;
	ret->how = mem_printf("it is %s, in the BTF of %s", what, c->prog);
	return true;
}

static bool take_defined(const struct map *map, const struct record_progs *progs,
			 const char **ret_name, struct record_type *ret)
{
	struct candidates all = { 0 };
	bool is_taken;

	for (size_t i = 0; i < progs->n; i++) {
		uint32_t id = record_defined(progs->prog[i].btf, map, ret_name);

		if (id)
			candidates_add(&all, progs, i, id);
	}
	is_taken = take_one(&all, "the value in the map's definition", ret);
	candidates_done(&all);
	return is_taken;
}

static bool take_named(const struct record_progs *progs, const char *map_name,
		       struct record_type *ret)
{
	struct candidates all = { 0 };
	bool is_taken;

	for (size_t i = 0; i < progs->n; i++) {
		uint32_t ids[RECORD_NAMED_MAX];
		size_t n = record_named(progs->prog[i].btf, map_name, ids);

		for (size_t k = 0; k < n; k++)
			candidates_add(&all, progs, i, ids[k]);
	}
	is_taken = take_one(&all, "named like the map", ret);
	candidates_done(&all);
	return is_taken;
}

bool record_found(const struct map *map, const struct record_progs *progs, struct record_type *ret)
{
	const char *name = map->name;

	return take_defined(map, progs, &name, ret) || take_named(progs, name, ret);
}
