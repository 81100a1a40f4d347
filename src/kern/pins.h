/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Where maps are pinned: every bpffs mount that this mount namespace shows. */
#ifndef KERN_PINS_H
#define KERN_PINS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct map_pin {
	uint32_t id;
	char *path; /* foreign bytes */
};

struct map_pins {
	size_t n, cap;
	struct map_pin *pin; /* by id, then by path */
	bool partial;	     /* there are folders or pins that we may not read */
};

/*
 * One pass over all mounts, a superblock mounted several times only once.
 * 0 or -errno: of /proc/self/mountinfo, or a shortage.  Folders and pins that
 * may not be read are left out.
 */
int kern_pins_read(struct map_pins **ret);

/* The pins of one map, *n of them, borrowed; NULL when there are none.  pins may be NULL. */
const struct map_pin *kern_pins_of(const struct map_pins *pins, uint32_t id, size_t *n);

struct map_pins *kern_pins_free(struct map_pins *pins);

#endif
