/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/progs.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <linux/bpf.h>
#include <bpf/bpf.h>

#include "base/alloc.h"
#include "kern/refusal.h"
#include "kern/run.h"

#define MAPS_FIRST 64	     /* room that nearly always is enough (MAX_USED_MAPS of the kernel) */
#define MAPS_MAX   (1 << 20) /* programs bound to more are cut */

static int prog_info(int fd, uint32_t *ids, uint32_t room, struct bpf_prog_info *ret)
{
	uint32_t len = sizeof(*ret);

	memset(ret, 0, sizeof(*ret));
	ret->map_ids = (uintptr_t)ids;
	ret->nr_map_ids = room;
	return bpf_obj_get_info_by_fd(fd, ret, &len);
}

static void add(struct map_progs *progs, uint32_t map_id, const struct bpf_prog_info *info)
{
	struct map_prog *row;

	progs->prog = mem_more(progs->prog, progs->n, &progs->cap, sizeof(*progs->prog));
	row = &progs->prog[progs->n++];
	*row = (struct map_prog){
		.map_id = map_id,
		.prog_id = info->id,
		.prog_type = info->type,
		.btf_id = info->btf_id,
	};
	memcpy(row->name, info->name, sizeof(row->name) - 1);
}

/* 0, or -errno when there is no program to tell of. */
static int add_prog(struct map_progs *progs, uint32_t prog_id)
{
	_cleanup_close_ int fd = bpf_prog_get_fd_by_id(prog_id);
	_cleanup_free_ uint32_t *more = NULL;
	uint32_t first[MAPS_FIRST], *ids = first, room = MAPS_FIRST;
	struct bpf_prog_info info;
	int r = fd < 0 ? fd : prog_info(fd, ids, room, &info);

	if (!r && info.nr_map_ids > room) {
		room = info.nr_map_ids < MAPS_MAX ? info.nr_map_ids : MAPS_MAX;
		ids = more = mem_zero(room * sizeof(*more));
		r = prog_info(fd, ids, room, &info);
	}
	for (uint32_t i = 0; !r && i < info.nr_map_ids && i < room; i++)
		add(progs, ids[i], &info);
	return r;
}

static int by_map_and_prog(const void *a, const void *b)
{
	const struct map_prog *x = a, *y = b;

	if (x->map_id != y->map_id)
		return x->map_id < y->map_id ? -1 : 1;
	return (x->prog_id > y->prog_id) - (x->prog_id < y->prog_id);
}

int kern_progs_read(struct map_progs **ret)
{
	struct map_progs *progs = mem_zero(sizeof(*progs));
	uint32_t id = 0;
	int r;

	while (!(r = bpf_prog_get_next_id(id, &id))) {
		r = add_prog(progs, id);
		if (r && r != -ENOENT && !is_refusal(r))
			break;
		progs->partial |= is_refusal(r);
	}
	if (r != -ENOENT) {
		kern_progs_free(progs);
		return r;
	}
	if (progs->n)
		qsort(progs->prog, progs->n, sizeof(*progs->prog), by_map_and_prog);
	*ret = progs;
	return 0;
}

const struct map_prog *kern_progs_of(const struct map_progs *progs, uint32_t map_id, size_t *n)
{
	*n = 0;
	return progs ? run_of(progs->prog, progs->n, sizeof(*progs->prog), map_id, n) : NULL;
}

struct map_progs *kern_progs_free(struct map_progs *progs)
{
	if (progs)
		free(progs->prog);
	free(progs);
	return NULL;
}

int kern_prog_name(uint32_t id, char ret[static 32])
{
	_cleanup_close_ int fd = bpf_prog_get_fd_by_id(id);
	struct bpf_prog_info info;
	int r = fd < 0 ? fd : prog_info(fd, NULL, 0, &info);

	if (r)
		return r;
	memset(ret, 0, 32);
	memcpy(ret, info.name, sizeof(info.name) - 1);
	return 0;
}
