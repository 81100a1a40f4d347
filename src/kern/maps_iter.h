/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* kern_maps_read() by an iterator: everything but the memory, in a fraction of the time. */
#ifndef KERN_MAPS_ITER_H
#define KERN_MAPS_ITER_H

#include "kern/maps.h"

/*
 * Appends a row for each map, with frozen and, if count, used; unsorted.
 * 0, -EPERM or another -errno: then rows may be half filled.
 */
int maps_iterate(bool count, struct map_rows *rows);

#endif
