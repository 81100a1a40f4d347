/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * What the kernel asks of a map of a type when it is made: the map_alloc_check,
 * map_alloc and map_check_btf functions of kernel/bpf and net, the same from
 * 6.1 to 7.3.  What differs between kernels, the flags above all, is
 * not here but asked of the kernel; see map/create_refused.c.
 */
#ifndef MAP_MAP_LIMITS_H
#define MAP_MAP_LIMITS_H

#include <stdbool.h>
#include <stdint.h>

/* In bytes: min, min + step, … max. */
struct size_limits {
	uint32_t min, max, step;
};

enum entries_limits {
	ENTRIES_SOME,  /* 1 or more */
	ENTRIES_NONE,  /* 0: there are as many as owners */
	ENTRIES_BYTES, /* the size of a buffer: a power of two, and whole pages */
	ENTRIES_CPUS,  /* 1 or more; loaders of programs make as many as CPUs of 0 */
};

/* What the kernel takes for the types of key and value. */
enum types_limits {
	TYPES_ANY,	  /* both or none */
	TYPES_NONE,	  /* it keeps no BTF */
	TYPES_INT_KEY,	  /* … an integer of 32 bits for the key */
	TYPES_PREFIX_KEY, /* … a struct for the key */
	TYPES_CGROUP_KEY, /* … of 8 bytes a u64, of 16 a struct of the id and the attach type */
	TYPES_EMPTY_KEY,  /* … a struct {} for the key, there is none */
	TYPES_NO_KEY,	  /* of the value alone */
};

enum extra_limits { EXTRA_NONE, EXTRA_ANY, EXTRA_HASHES, EXTRA_ADDRESS };

struct map_limits {
	struct size_limits key, value;
	/* the value's where the flag is set; 0: there is no such flag */
	uint32_t value_flag;
	struct size_limits flagged_value;
	enum entries_limits entries;
	enum types_limits types;
	enum extra_limits extra;
	uint32_t flags;	    /* that have to be set */
	uint32_t own_flags; /* that the kernel sets by itself, and does not take */
	bool needs_types;   /* it is refused without */
	bool needs_object;  /* its type is one of the kernel's: made by loading programs only */
};

extern const struct map_limits limits_hash, limits_percpu_hash, limits_array, limits_percpu_array,
	limits_programs, limits_events, limits_slots, limits_stack_trace, limits_lpm_trie,
	limits_hash_of_maps, limits_devices, limits_devmap, limits_sockhash, limits_reuseport,
	limits_cgroup_storage, limits_percpu_cgroup_storage, limits_queue, limits_bloom_filter,
	limits_storage, limits_struct_ops, limits_ringbuf, limits_arena, limits_insn_array,
	limits_rhash;

/* Of types that are not in the table: nothing is known. */
extern const struct map_limits limits_unknown;

#endif
