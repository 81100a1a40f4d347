/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/map_create.h"

#include <errno.h>
#include <sys/vfs.h>

#include <linux/magic.h>
#include <bpf/bpf.h>
#include <bpf/btf.h>

int kern_map_create(const struct kern_new_map *map)
{
	LIBBPF_OPTS(bpf_map_create_opts, options, .map_flags = map->flags,
		    .map_extra = map->map_extra, .numa_node = map->numa_node,
		    .map_ifindex = map->ifindex, .inner_map_fd = (uint32_t)map->inner_fd,
		    .btf_fd = (uint32_t)map->btf_fd, .btf_key_type_id = map->key_type_id,
		    .btf_value_type_id = map->value_type_id);

	return bpf_map_create(map->type, map->name, map->key_size, map->value_size,
			      map->max_entries, &options);
}

int kern_btf_load(struct btf *btf)
{
	int fd = btf__fd(btf), r;

	if (fd >= 0)
		return fd;
	r = btf__load_into_kernel(btf);
	return r < 0 ? r : btf__fd(btf);
}

int kern_btf_fd_by_id(uint32_t id)
{
	return bpf_btf_get_fd_by_id(id);
}

int kern_pin(int fd, const char *path)
{
	return bpf_obj_pin(fd, path);
}

bool kern_is_bpffs(const char *path)
{
	struct statfs fs;

	return !statfs(path, &fs) && fs.f_type == BPF_FS_MAGIC;
}
