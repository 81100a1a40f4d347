/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/features.h"

#include <errno.h>
#include <stddef.h>

#include "base/alloc.h"
#include "kern/iter.h"
#include "kern/layout.h"
#include "kern/map_probe.h"

int kern_has_iterators(const struct feature_types *types)
{
	const struct map_probe shape = {
		.type = types->hash, .key_size = 4, .value_size = 4, .max_entries = 1
	};
	_cleanup_close_ int fd = kern_map_probe(&shape), iter = -1;
	int r;

	if (fd < 0)
		return fd;
	r = kern_iter_elems_open(fd, 4, 4, &iter);
	return r == -ENOTSUP ? 0 : r ? r : 1;
}

int kern_has_counts(const struct feature_types *types)
{
	const struct kern_layout *layout = kern_layout();
	int r = kern_has_iterators(types);

	return r == 1 ? layout && layout->sum_elem_count : r;
}
