/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <errno.h>
#include <unistd.h>

#include "kern/map_calls.h"
#include "map/map.h"

int map_reopen_writable(const struct map *map)
{
	struct bpf_map_info info;
	int fd = map->path ? kern_map_by_pin(map->path, true) : kern_map_by_id(map->info.id, true);
	int r;

	if (fd < 0)
		return fd;
	r = kern_map_info(fd, &info);
	if (!r && info.id == map->info.id)
		return fd;
	close(fd);
	return r ? r : -ENOENT;
}
