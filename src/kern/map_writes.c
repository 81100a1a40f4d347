/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/map_writes.h"

#include <bpf/bpf.h>

int kern_map_update(int fd, const void *key, const void *value, uint64_t flags)
{
	return bpf_map_update_elem(fd, key, value, flags);
}

int kern_map_delete(int fd, const void *key)
{
	return bpf_map_delete_elem(fd, key);
}

int kern_map_take(int fd, const void *key, void *value, uint64_t flags)
{
	return bpf_map_lookup_and_delete_elem_flags(fd, key, value, flags);
}

/* Where the kernel refuses the call as a whole it leaves the count as it was given. */
static int counted(int r, uint32_t given, uint32_t *count)
{
	if (r && *count == given)
		*count = 0;
	return r;
}

int kern_map_update_batch(int fd, const void *keys, const void *values, uint32_t *count,
			  uint64_t flags)
{
	LIBBPF_OPTS(bpf_map_batch_opts, opts, .elem_flags = flags);
	uint32_t given = *count;

	return counted(bpf_map_update_batch(fd, keys, values, count, &opts), given, count);
}

int kern_map_delete_batch(int fd, const void *keys, uint32_t *count)
{
	uint32_t given = *count;

	return counted(bpf_map_delete_batch(fd, keys, count, NULL), given, count);
}

int kern_map_take_batch(int fd, const void *in, void *out, void *keys, void *values,
			uint32_t *count, uint64_t flags)
{
	LIBBPF_OPTS(bpf_map_batch_opts, opts, .elem_flags = flags);

	return bpf_map_lookup_and_delete_batch(fd, (void *)in, out, keys, values, count, &opts);
}

int kern_map_freeze(int fd)
{
	return bpf_map_freeze(fd);
}
