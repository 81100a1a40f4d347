/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* What the tests of making maps share. */
#ifndef CREATE_FIXTURE_H
#define CREATE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <bpf/bpf.h>
#include <bpf/btf.h>

#include "map/create.h"
#include "map/create_parts.h"
#include "map/map_types.h"

#define NO_PREALLOC BPF_F_NO_PREALLOC
#define N(array)    (sizeof(array) / sizeof((array)[0]))

static inline uint32_t number_of(const char *name)
{
	const struct map_type *type;

	for (size_t i = 0; (type = map_type_nth(i)); i++)
		if (!strcmp(type->name, name))
			return type->number;
	fail_msg("no type %s", name);
	return 0;
}

static inline int inner_new(void)
{
	return bpf_map_create(BPF_MAP_TYPE_ARRAY, NULL, 4, 4, 1, NULL);
}

static inline bool may_create(void)
{
	int fd = inner_new();

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

/* The kernel's own answer, whatever the tables say. */
static inline bool kernel_takes(const struct map_shape *shape)
{
	const struct shape_parts parts = { shape->inner_fd, -1,
					   shape->btf ? btf__fd(shape->btf) : -1, -1 };
	int fd = shape_attempt(shape, &parts);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

#endif
