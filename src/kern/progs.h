/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The programs that are loaded, and the maps that each uses. */
#ifndef KERN_PROGS_H
#define KERN_PROGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct map_prog {
	uint32_t map_id;
	uint32_t prog_id;
	uint32_t prog_type; /* enum bpf_prog_type */
	char name[16];	    /* the kernel's; foreign bytes */
	uint32_t btf_id;    /* of its types; 0: none */
};

struct map_progs {
	size_t n, cap;
	struct map_prog *prog; /* by map id, then by program id */
	bool partial;	       /* some programs we may not look at */
};

/* One pass over all programs: 0 or -errno (-EPERM without CAP_SYS_ADMIN). */
int kern_progs_read(struct map_progs **ret);

/* The programs of one map, *n of them, borrowed; NULL when there are none.  progs may be NULL. */
const struct map_prog *kern_progs_of(const struct map_progs *progs, uint32_t map_id, size_t *n);

struct map_progs *kern_progs_free(struct map_progs *progs);

/* The kernel's name for program id, "" where it has none: 0 or -errno. */
int kern_prog_name(uint32_t id, char ret[static 32]);

#endif
