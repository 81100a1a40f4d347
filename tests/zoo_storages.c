/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Sockets, cgroups, and the storages that hang on a socket, a cgroup, a file or a process. */
#include "zoo.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/syscall.h>

/* A UDP socket bound to some port of the loopback device; it stays open over exec. */
static int udp_socket(void)
{
	struct sockaddr_in here = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
	int fd = socket(AF_INET, SOCK_DGRAM, 0), on = 1;

	setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof(on));
	if (bind(fd, (struct sockaddr *)&here, sizeof(here)) < 0)
		zoo_skip("a socket");
	return fd;
}

static void sockets(const struct zoo *zoo, int sock)
{
	struct zoo_map map = ZOO_MAP("sockmap", "sock", SOCKMAP, 4, 8, 4);

	zoo_put64(zoo_map(zoo, map), 1, (uint64_t)sock);
	map.pin = "sockhash", map.name = "sockh", map.type = BPF_MAP_TYPE_SOCKHASH;
	zoo_put64(zoo_map(zoo, map), 1, (uint64_t)sock);
	map.pin = "sockmap4", map.name = "sock4", map.type = BPF_MAP_TYPE_SOCKMAP, map.value = 4;
	zoo_put32(zoo_map(zoo, map), 1, (uint32_t)sock);
	map.pin = "reuseport_sockarray", map.name = "reuse", map.value = 8;
	map.type = BPF_MAP_TYPE_REUSEPORT_SOCKARRAY;
	zoo_put64(zoo_map(zoo, map), 1, (uint64_t)udp_socket());
}

/* The root of the second cgroup hierarchy, wherever it is mounted; -1 where it is not. */
static int root_cgroup(void)
{
	char line[1024], path[1024], type[64];
	FILE *mounts = fopen("/proc/mounts", "re");
	int fd = -1;

	while (mounts && fd < 0 && fgets(line, sizeof(line), mounts))
		if (sscanf(line, "%*s %1023s %63s", path, type) == 2 && !strcmp(type, "cgroup2"))
			fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (mounts)
		fclose(mounts);
	return fd;
}

static void cgroups(const struct zoo *zoo, int cgroup)
{
	struct zoo_map map = ZOO_MAP("cgroup_array", "cgarr", CGROUP_ARRAY, 4, 4, 4);
	int fd = zoo_map(zoo, map);

	if (cgroup >= 0)
		zoo_put32(fd, 0, (uint32_t)cgroup);
	map = ZOO_MAP("cgroup_storage", "cgst", CGROUP_STORAGE, 16, 8, 0);
	zoo_map(zoo, map);
	map.pin = "percpu_cgroup_storage", map.name = "pcgst";
	map.type = BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE;
	zoo_map(zoo, map);
}

static void storage(const struct zoo *zoo, struct zoo_map map, int owner, uint64_t value)
{
	int fd;

	map.flags = BPF_F_NO_PREALLOC;
	map.key_type = zoo->types.s32;
	map.value_type = zoo->types.u64;
	fd = zoo_map(zoo, map);
	if (owner >= 0)
		zoo_put64(fd, (uint32_t)owner, value);
}

void zoo_storages(const struct zoo *zoo)
{
	int sock = udp_socket(), cgroup = root_cgroup();
	int dir = open(zoo->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int self = (int)syscall(SYS_pidfd_open, getpid(), 0);

	sockets(zoo, sock);
	cgroups(zoo, cgroup);
	storage(zoo, ZOO_MAP("task_storage", "task", TASK_STORAGE, 4, 8, 0), self, 4242);
	storage(zoo, ZOO_MAP("cgrp_storage", "cgrp", CGRP_STORAGE, 4, 8, 0), cgroup, 4343);
	storage(zoo, ZOO_MAP("inode_storage", "inode", INODE_STORAGE, 4, 8, 0), dir, 4444);
	storage(zoo, ZOO_MAP("sk_storage", "sk", SK_STORAGE, 4, 8, 0), sock, 4545);
}
