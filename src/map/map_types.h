/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Every map type the kernel knows, a row each: what its keys and values are,
 * and what can be done with it from user space.  Nothing else asks for a type
 * by its number.
 */
#ifndef MAP_MAP_TYPES_H
#define MAP_MAP_TYPES_H

#include <stdint.h>

#include "kern/owner.h"

struct label;
struct map;
struct writer;

enum map_key_kind {
	KEY_NONE, /* no keys: queue, stack, bloom filter, ring buffers, arena */
	KEY_BYTES,
	KEY_INDEX,  /* u32, rising in a walk: a slot of an array, the number of a stack */
	KEY_NUMBER, /* u32, any */
	KEY_PREFIX, /* u32 length of the prefix in bits, then the address */
	KEY_FD,	    /* a file descriptor of the owner: local storage */
};

/* What can be done from user space. */
enum {
	MAP_LOOKUP = 1 << 0,
	MAP_UPDATE = 1 << 1,
	MAP_DELETE = 1 << 2,
	MAP_WALK = 1 << 3,  /* get_next_key lists its keys, also of types whose instead is set */
	MAP_BATCH = 1 << 4, /* batch lookup, each lasting entry exactly once */
	MAP_BATCH_DUP = 1 << 5,	   /* batch lookup that may repeat keys while the map changes */
	MAP_MMAP = 1 << 6,	   /* where it was created with BPF_F_MMAPABLE */
	MAP_ITER = 1 << 7,	   /* bpf_map_elem iterators */
	MAP_POP = 1 << 8,	   /* takes out the head; lookup without a key shows it */
	MAP_PERCPU = 1 << 9,	   /* a value a possible CPU */
	MAP_COUNTED = 1 << 10,	   /* bpf_map_sum_elem_count() counts its entries */
	MAP_TEST = 1 << 11,	   /* lookup of a value, not of a key: may it be in the map? */
	MAP_STRANGE = 1 << 12,	   /* not in the table: it may be anything, per-CPU too */
	MAP_OF_MAPS = 1 << 13,	   /* its values are maps; a lookup gives their ids */
	MAP_OF_PROGRAMS = 1 << 14, /* the same with programs */
	/* takes its memory when it is created, unless with BPF_F_NO_PREALLOC: as its shape asks */
	MAP_PREALLOC = 1 << 15,
};

struct map_type {
	uint32_t number; /* enum bpf_map_type */
	const char *name;
	enum map_key_kind key;
	enum owner_kind owner; /* whose fds they are, for KEY_FD */
	uint32_t can;
	/* why its entries cannot be walked, and which command reads it; NULL where they can */
	const char *instead;
	/* writes a value that is more than its bytes (a map, a program, a device); or NULL */
	void (*write_value)(const struct map *map, const void *value, const struct label *label,
			    struct writer *out);
	/* reads the names that write_value shows into map->names; or NULL */
	void (*read_names)(struct map *map);
};

/* Never NULL: a number the table does not know has a row of its own, named "type_37". */
const struct map_type *map_type_find(uint32_t number);

/* Spells the flags of a map by name, "no_prealloc,mmapable", unknown bits as 0x…; "" for none. */
struct buf;
void map_flags_spell(uint32_t flags, struct buf *ret);

#endif
