/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The variables of a section as its BTF describes them. */
#ifndef MAP_OBJECT_VARIABLES_H
#define MAP_OBJECT_VARIABLES_H

#include <stdbool.h>

#include "map/object_parts.h"

/* The section of `extern … __kconfig`, which only BTF knows. */
#define OBJECT_KCONFIG ".kconfig"

/* Whether there are others than static ones: then libbpf lets processes map the section. */
bool object_has_shared_variables(struct object_reading *o, const char *section);

/*
 * Copies the section's DATASEC with its variables, and writes down their places, which the
 * compiler leaves to the linker: the id of the copy, 0 where there is none, or where it is
 * nothing that the kernel would take for a section of size bytes.
 */
uint32_t object_copy_variables(struct object_reading *o, const char *section, uint32_t size);

/*
 * The bytes that the variables of OBJECT_KCONFIG take, laid out as libbpf does; 0: there are
 * none.  ERR_USAGE for what cannot be a value of the kernel's configuration.
 */
int object_kconfig_size(struct object_reading *o, uint32_t *ret, struct err *err);

#endif
