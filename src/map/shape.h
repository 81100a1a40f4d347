/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What a map is to be, before it is made: from words, from another map, from an object file. */
#ifndef MAP_SHAPE_H
#define MAP_SHAPE_H

#include <stdbool.h>
#include <stdint.h>

struct btf;

struct map_shape {
	uint32_t type; /* enum bpf_map_type */
	uint32_t key_size, value_size, max_entries;
	uint32_t flags; /* BPF_F_… */
	uint64_t map_extra;
	uint32_t numa_node; /* with BPF_F_NUMA_NODE */
	uint32_t ifindex;   /* of the device it is offloaded to; 0: none */
	char *name;	    /* "" for none; may be longer than the kernel keeps; owned */

	/* its types, loaded into the kernel with it; NULL: none.  Borrowed, or one of the two. */
	const struct btf *btf;
	uint32_t key_type_id, value_type_id;
	uint32_t btf_id;	    /* where the kernel has btf already: its id; or 0 */
	struct btf *own_btf;	    /* freed with the shape */
	const struct btf *held_btf; /* of kern_btf_get(), given back with it */

	int inner_fd;		 /* of the map that its inner maps are like; -1: none */
	struct map_shape *inner; /* or what that is to be; owned, or NULL */
	bool pin_by_name;	 /* the object file says LIBBPF_PIN_BY_NAME */
};

#define MAP_SHAPE ((struct map_shape){ .inner_fd = -1 })

/* Frees name, inner and own_btf, gives held_btf back, closes inner_fd. */
void map_shape_done(struct map_shape *shape);

#endif
