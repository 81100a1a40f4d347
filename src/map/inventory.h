/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * What there is to say about maps without reading their entries: the rows of
 * `list` and `show`.  Everything is gathered in one pass over maps, pins,
 * programs and processes each, and only what is wanted.
 */
#ifndef MAP_INVENTORY_H
#define MAP_INVENTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <linux/bpf.h>

#include "base/err.h"
#include "kern/holders.h"
#include "kern/pins.h"
#include "kern/progs.h"
#include "map/map_types.h"

struct map;

/* What costs extra. */
enum {
	INVENTORY_MEMORY = 1 << 0, /* memory, frozen, owner_* */
	INVENTORY_USED = 1 << 1,
	INVENTORY_TYPES = 1 << 2, /* key_type, value_type */
	INVENTORY_PINS = 1 << 3,
	INVENTORY_PROGRAMS = 1 << 4,
	INVENTORY_PIDS = 1 << 5,
	/* Not to be wanted, only to be lacked: the maps themselves. */
	INVENTORY_MAPS = 1 << 6,
};

struct map_facts {
	struct bpf_map_info info;
	const struct map_type *type;
	char *name; /* the full one where a pin or BTF reveals it; "" where it has none */

	uint64_t memory; /* bytes that the kernel charges, where has_memory */
	uint64_t used;	 /* entries in it, where has_used: not every type is counted */
	bool has_memory, has_used;
	bool frozen, has_frozen;
	bool owner_jited;
	int owner_prog_type; /* of a prog_array that a program uses; -1 none */

	char *key_type, *value_type; /* as C, NULL where there is no BTF */

	/* Each borrowed from the inventory, by id or path; which are known is in unknown. */
	const struct map_pin *pins;
	const struct map_prog *programs;
	const struct map_holder *pids;
	size_t n_pins, n_programs, n_pids;
	unsigned int unknown; /* as of the inventory */
};

struct inventory {
	size_t n;
	struct map_facts *map; /* by id */
	/*
	 * Of what was wanted, INVENTORY_ bits: what the system does not tell at all,
	 * and what it tells only a part of, since the rest may not be looked into.
	 */
	unsigned int unknown, partial;

	/* What the facts borrow from; NULL where not wanted. */
	struct map_pins *all_pins;
	struct map_progs *all_programs;
	struct map_holders *all_pids;
};

/*
 * All maps.  ERR_DENIED without CAP_SYS_ADMIN, ERR_SYSTEM where files or memory
 * run short.  inventory_free() frees.
 */
int inventory_read(unsigned int want, struct inventory **ret, struct err *err);

/* These maps, in their order; their fds are all they must have. */
int inventory_read_these(struct map *const *maps, size_t n, unsigned int want,
			 struct inventory **ret, struct err *err);

struct inventory *inventory_free(struct inventory *inventory);

#endif
