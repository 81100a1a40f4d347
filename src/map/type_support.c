/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/type_support.h"

#include <errno.h>
#include <unistd.h>

#include <linux/bpf.h>

#include "base/err.h"
#include "kern/map_probe.h"
#include "map/map_types.h"

/*
 * What the kernel's map_alloc_check() functions ask for; it refuses every
 * other shape with EINVAL, as it does a type that it does not have.
 */
static const struct map_probe shapes[] = {
	{ .key_size = 4, .value_size = 4, .max_entries = 1 },
	{ .key_size = 4, .value_size = 8, .max_entries = 1 }, /* stack_trace */
	{ .value_size = 4, .max_entries = 1 },		      /* queue, stack, bloom_filter */
	{ .key_size = 8, .value_size = 4, .max_entries = 1, .flags = BPF_F_NO_PREALLOC },
	{ .key_size = 4, .value_size = 16, .max_entries = 1 }, /* insn_array */
	{ .key_size = 16, .value_size = 4 },		       /* cgroup_storage */
	{ .max_entries = 1, .flags = BPF_F_MMAPABLE },	       /* arena */
	{ .max_entries = 0 },				       /* ringbuf: a page */
	{ .key_size = 4, .value_size = 4, .max_entries = 1, .inner_type = 1 },
	{ .key_size = 4, .value_size = 4, .flags = BPF_F_NO_PREALLOC, .types = PROBE_INTS },
	{ .key_size = 4, .value_size = 4, .max_entries = 1, .types = PROBE_KERNEL_STRUCT },
};

static int try_shape(uint32_t number, struct map_probe shape)
{
	int fd;

	shape.type = number;
	if (!shape.key_size && !shape.value_size && !shape.max_entries)
		shape.max_entries = (uint32_t)sysconf(_SC_PAGESIZE);
	if (shape.inner_type)
		shape.inner_type = map_type_nth(0)->number;
	fd = kern_map_probe(&shape);
	if (fd < 0)
		return shape.types == PROBE_KERNEL_STRUCT && fd == -KERN_ENOTSUPP ? 1 : fd;
	close(fd);
	return 1;
}

int map_type_supported(uint32_t number)
{
	int r = -EINVAL;

	for (size_t i = 0; r == -EINVAL && i < sizeof(shapes) / sizeof(shapes[0]); i++)
		r = try_shape(number, shapes[i]);
	return r == -EINVAL ? 0 : r;
}
