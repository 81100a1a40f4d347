/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The part of an inventory that BTF tells: type names, and full map names. */
#ifndef MAP_INVENTORY_BTF_H
#define MAP_INVENTORY_BTF_H

struct inventory;

/*
 * Fills key_type and value_type where want has INVENTORY_TYPES, and each name
 * that is cut and that BTF completes.  Loads each BTF object once, one at a
 * time; sets INVENTORY_TYPES in partial where one may not be read.  0, or
 * -errno of a shortage.
 */
int inventory_btf_read(struct inventory *inventory, unsigned int want);

#endif
