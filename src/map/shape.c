/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/shape.h"

#include <bpf/btf.h>

#include "base/alloc.h"
#include "kern/btf.h"

void map_shape_done(struct map_shape *shape)
{
	free(shape->name);
	if (shape->inner)
		map_shape_done(shape->inner);
	free(shape->inner);
	btf__free(shape->own_btf);
	kern_btf_put(shape->held_btf);
	if (shape->inner_fd >= 0)
		close(shape->inner_fd);
	*shape = MAP_SHAPE;
}
