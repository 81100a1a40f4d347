/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Sorted tables whose rows start with a map's id: the run of rows of one map. */
#ifndef KERN_RUN_H
#define KERN_RUN_H

#include <stddef.h>
#include <stdint.h>

/* The first row of the run and *ret_n rows in it; NULL when there is none. */
const void *run_of(const void *rows, size_t n, size_t size, uint32_t map_id, size_t *ret_n);

#endif
