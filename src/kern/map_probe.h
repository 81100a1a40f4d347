/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Maps without a name, made only to see whether the kernel makes them. */
#ifndef KERN_MAP_PROBE_H
#define KERN_MAP_PROBE_H

#include <stdint.h>

enum probe_types {
	PROBE_UNTYPED,
	PROBE_INTS,	    /* with BTF: key and value are an int */
	PROBE_LOCK,	    /* the value is struct { struct bpf_spin_lock lock; int n; } */
	PROBE_KERNEL_STRUCT /* for struct_ops, with a type of the kernel's that is none: where it
			       has struct_ops bpf_struct_ops_map_alloc() says KERN_ENOTSUPP */
};

struct map_probe {
	uint32_t type; /* enum bpf_map_type, or a number beyond it */
	uint32_t key_size, value_size, max_entries, flags;
	enum probe_types types;
	uint32_t inner_type; /* its values are maps of this type, 4 bytes to 4; 0: they are none */
};

/* An fd that the caller closes, and with it the map; or -errno. */
int kern_map_probe(const struct map_probe *probe);

#endif
