/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Every map type the kernel knows, a row each: what its keys and values are,
 * and what can be done with it from user space.  Nothing else asks for a type
 * by its number.
 */
#ifndef MAP_MAP_TYPES_H
#define MAP_MAP_TYPES_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "kern/owner.h"

struct held_fds;
struct label;
struct map;
struct map_limits;
struct writer;

enum map_key_kind {
	KEY_NONE, /* no keys: queue, stack, bloom filter, ring buffers, arena */
	KEY_BYTES,
	KEY_INDEX,  /* u32, rising in a walk: a slot of an array, the number of a stack */
	KEY_NUMBER, /* u32, any */
	KEY_PREFIX, /* u32 length of the prefix in bits, then the address */
	KEY_FD,	    /* a file descriptor of the owner: local storage */
};

/* What a value stands for, beyond its bytes. */
enum map_value_kind {
	VALUE_BYTES,
	VALUE_MAP,
	VALUE_PROGRAM,
	VALUE_EVENT, /* a perf event */
	VALUE_STACK, /* addresses of code */
	VALUE_CGROUP,
	VALUE_DEVICE,
	VALUE_CPU,
	VALUE_SOCKET,
	VALUE_FUNCTIONS, /* programs in a struct of the kernel's */
	VALUE_RECORDS,	 /* no values: records in a ring */
	VALUE_PAGES,	 /* no values: memory */
};

/* What can be done from user space. */
enum {
	MAP_LOOKUP = 1 << 0,
	MAP_UPDATE = 1 << 1,
	MAP_DELETE = 1 << 2,
	MAP_WALK = 1 << 3,  /* get_next_key lists its keys, also of types whose instead is set */
	MAP_BATCH = 1 << 4, /* batch lookup, each lasting entry exactly once */
	MAP_BATCH_DUP = 1 << 5, /* batch lookup that may repeat keys while the map changes */
	MAP_MMAP = 1 << 6,	/* where it was created with BPF_F_MMAPABLE */
	MAP_ITER = 1 << 7,	/* bpf_map_elem iterators */
	MAP_POP = 1 << 8,	/* takes out the head; lookup without a key shows it */
	MAP_PERCPU = 1 << 9,	/* a value a possible CPU */
	MAP_COUNTED = 1 << 10,	/* bpf_map_sum_elem_count() counts its entries */
	MAP_TEST = 1 << 11,	/* lookup of a value, not of a key: may it be in the map? */
	MAP_STRANGE = 1 << 12,	/* not in the table: it may be anything, per-CPU too */
	/* takes its memory when it is created, unless with BPF_F_NO_PREALLOC: as its shape asks */
	MAP_PREALLOC = 1 << 13,
	MAP_BATCH_UPDATE = 1 << 14,
	MAP_BATCH_DELETE = 1 << 15,
	MAP_BATCH_TAKE = 1 << 16, /* reads and deletes in one call, without keys */
	MAP_TAKE = 1 << 17,	  /* reads and deletes the entry of a key in one call */
	MAP_ANY_ONLY = 1 << 18,	  /* an update knows neither exist nor noexist */
	MAP_RING_READ = 1 << 19,  /* programs put records into a ring, user space takes them out */
	MAP_RING_WRITE = 1 << 20, /* the other way round */
};

struct map_type {
	uint32_t number; /* enum bpf_map_type */
	const char *name;
	enum map_key_kind key;
	enum map_value_kind value;
	enum owner_kind owner;		 /* whose fds they are, for KEY_FD */
	const struct map_limits *limits; /* what the kernel asks of a new one; never NULL */
	uint32_t can;
	/* why its entries cannot be walked, and which command reads it; NULL where they can */
	const char *instead;
	/* writes a value that is more than its bytes (a map, a program, a device); or NULL */
	void (*write_value)(const struct map *map, const void *value, const struct label *label,
			    struct writer *out);
	/*
	 * takes a value that is said by what it stands for into value, map_value_bytes(), as the
	 * kernel wants it; fds in it stay open in held.  1 taken, 0: the words are something
	 * else, bytes or fields; -code.  NULL: it is its bytes
	 */
	int (*take_value)(const struct map *map, int n_words, char *const *words, void *value,
			  struct held_fds *held, struct err *err);
	/* reads the names that write_value shows into map->names; or NULL */
	void (*read_names)(struct map *map);
};

/* Never NULL: a number the table does not know has a row of its own, named "type_37". */
const struct map_type *map_type_find(uint32_t number);

/* What loaders of programs make for a section of global variables. */
const struct map_type *map_type_of_variables(void);

/* The rows of the table, in order; NULL behind the last. */
const struct map_type *map_type_nth(size_t i);

/* Spells the flags of a map by name, "no_prealloc,mmapable", unknown bits as 0x…; "" for none. */
struct buf;
void map_flags_spell(uint32_t flags, struct buf *ret);

/* Takes names with commas between them, BPF_F_… in front or not, or numbers: ERR_USAGE. */
int map_flags_parse(const char *text, uint32_t *ret, struct err *err);

/* The name of bit i, or NULL behind the last. */
const char *map_flag_nth(size_t i);

#endif
