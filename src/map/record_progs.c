/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/record_progs.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "kern/btf.h"
#include "kern/progs.h"
#include "kern/refusal.h"
#include "map/map.h"

static bool is_there(const struct record_progs *progs, uint32_t btf_id)
{
	for (size_t i = 0; i < progs->n; i++)
		if (progs->prog[i].btf_id == btf_id)
			return true;
	return false;
}

static void add(struct record_progs *progs, const struct map_prog *prog)
{
	const struct btf *btf;
	int r;

	if (!prog->btf_id || is_there(progs, prog->btf_id) || progs->n == RECORD_PROGS_MAX)
		return;
	r = kern_btf_get(prog->btf_id, &btf);
	progs->is_refused |= is_refusal(r);
	if (r)
		return;
	progs->prog[progs->n].btf = btf;
	progs->prog[progs->n].btf_id = prog->btf_id;
	progs->prog[progs->n++].name = *prog->name ? mem_printf("program %s", prog->name)
						   : mem_printf("program %u", prog->prog_id);
}

void record_progs_read(const struct map *map, struct record_progs *ret)
{
	struct map_progs *all = NULL;
	const struct map_prog *prog;
	size_t n = 0;
	int r = kern_progs_read(&all);

	*ret = (struct record_progs){ .is_refused = is_refusal(r) || (all && all->partial) };
	prog = kern_progs_of(all, map->info.id, &n);
	ret->is_used = n;
	for (size_t i = 0; i < n; i++)
		add(ret, &prog[i]);
	kern_progs_free(all);
}

void record_progs_done(struct record_progs *progs)
{
	for (size_t i = 0; i < progs->n; i++) {
		kern_btf_put(progs->prog[i].btf);
		free(progs->prog[i].name);
	}
	progs->n = 0;
}
