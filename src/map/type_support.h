/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Which map types this kernel has: its own answer, whatever its version. */
#ifndef MAP_TYPE_SUPPORT_H
#define MAP_TYPE_SUPPORT_H

#include <stdint.h>

/*
 * Has the kernel maps of this type?  Smallest ones of every shape that some
 * type asks for are tried, and gone at once, so it can be asked of types that
 * the table does not know.  1 yes, 0 no, -errno where it cannot be told: -EPERM
 * without CAP_BPF, or a shortage.
 */
int map_type_supported(uint32_t number);

#endif
