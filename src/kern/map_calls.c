/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/map_calls.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

#define FILES_BESIDE 64 /* standard streams, folders, what libraries have open */

int kern_map_info(int fd, struct bpf_map_info *ret)
{
	uint32_t len = sizeof(*ret);

	memset(ret, 0, sizeof(*ret));
	return bpf_obj_get_info_by_fd(fd, ret, &len);
}

int kern_map_next_id(uint32_t id, uint32_t *next)
{
	return bpf_map_get_next_id(id, next);
}

int kern_map_by_id(uint32_t id, bool writable)
{
	LIBBPF_OPTS(bpf_get_fd_by_id_opts, opts, .open_flags = writable ? 0 : BPF_F_RDONLY);

	return bpf_map_get_fd_by_id_opts(id, &opts);
}

static bool is_called_map(int fd)
{
	static const char name[] = "anon_inode:bpf-map";
	char path[48], link[sizeof(name)];

	snprintf(path, sizeof(path), "/proc/thread-self/fd/%d", fd);
	return readlink(path, link, sizeof(link)) == sizeof(name) - 1 &&
	       !memcmp(link, name, sizeof(name) - 1);
}

/*
 * BPF_OBJ_GET opens programs too, and the info call then fills a
 * bpf_map_info with a program's words.  A batch of no entries is refused with
 * EINVAL for anything but a map and changes nothing; where batches are
 * refused to us altogether, the fd's own name tells.
 */
bool kern_fd_is_map(int fd)
{
	uint32_t count = 0;
	int r = bpf_map_lookup_batch(fd, NULL, NULL, NULL, NULL, &count, NULL);

	return r == -EPERM || r == -EACCES ? is_called_map(fd) : r != -EINVAL;
}

int kern_map_by_pin(const char *path, bool writable)
{
	LIBBPF_OPTS(bpf_obj_get_opts, opts, .file_flags = writable ? 0 : BPF_F_RDONLY);
	int fd = bpf_obj_get_opts(path, &opts);

	if (fd < 0 || kern_fd_is_map(fd))
		return fd;
	close(fd);
	return -EINVAL;
}

int kern_map_next_key(int fd, const void *key, void *next)
{
	return bpf_map_get_next_key(fd, key, next);
}

int kern_map_lookup(int fd, const void *key, void *value, uint64_t flags)
{
	return bpf_map_lookup_elem_flags(fd, key, value, flags);
}

/* A map without a lock is refused with EINVAL before the key, which is none, is looked at. */
bool kern_map_has_lock(int fd)
{
	return bpf_map_lookup_elem_flags(fd, NULL, NULL, BPF_F_LOCK) == -EFAULT;
}

int kern_map_lookup_batch(int fd, const void *in, void *out, void *keys, void *values,
			  uint32_t *count, uint64_t flags)
{
	LIBBPF_OPTS(bpf_map_batch_opts, opts, .elem_flags = flags);

	return bpf_map_lookup_batch(fd, (void *)in, out, keys, values, count, &opts);
}

void kern_files_room(size_t n)
{
	struct rlimit limit;

	n += FILES_BESIDE;
	if (getrlimit(RLIMIT_NOFILE, &limit) || limit.rlim_cur >= n)
		return;
	limit.rlim_cur = limit.rlim_max < n ? limit.rlim_max : n;
	setrlimit(RLIMIT_NOFILE, &limit);
}

uint32_t kern_possible_cpus(void)
{
	static uint32_t cpus;

	if (!cpus) {
		int n = libbpf_num_possible_cpus();

		cpus = n > 0 ? (uint32_t)n : 0;
	}
	return cpus;
}
