/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Values that are file descriptors when they are written: of cgroups, sockets, perf events. */
#include <limits.h>
#include <stdint.h>
#include <string.h>

#include "base/number.h"
#include "kern/fd_kind.h"
#include "kern/owner.h"
#include "map/held_fds.h"
#include "map/map.h"
#include "map/references.h"

struct file_kind {
	const char *noun, *usage;
	bool (*is)(int fd);
};

static const struct file_kind cgroup = { "cgroup", "a cgroup is expected: 'cgroup PATH'",
					 kern_fd_is_cgroup };
static const struct file_kind any_socket = { "socket", "a socket is expected: 'pid PID fd N'",
					     kern_fd_is_socket };
static const struct file_kind xdp_socket = { "socket of AF_XDP",
					     "a socket of AF_XDP is expected: 'pid PID fd N'",
					     kern_fd_is_xdp_socket };
static const struct file_kind perf_event = {
	"perf event",
	"perf events are file descriptors of who has opened them; 'mapctl events' opens its own",
	kern_fd_is_perf_event
};

/* Where there is room for a cookie, values are 64 bits. */
static void put_fd(const struct map *map, int fd, void *value)
{
	uint64_t wide = (uint64_t)fd;

	if (map->info.value_size >= sizeof(wide))
		memcpy(value, &wide, sizeof(wide));
	else
		memcpy(value, &fd, sizeof(fd));
}

static int64_t get_fd(const struct map *map, const void *value)
{
	uint64_t wide = 0;

	memcpy(&wide, value, map->info.value_size >= sizeof(wide) ? sizeof(wide) : sizeof(int));
	return wide <= INT_MAX ? (int64_t)wide : -1;
}

/* Bytes: a file descriptor that we have from whoever started us. */
static int take_bytes(const struct map *map, const struct file_kind *kind, int n_words,
		      char *const *words, void *value, struct err *err)
{
	int r = value_take_bytes(map, n_words, words, value, err);
	int64_t fd;

	if (r < 0)
		return r;
	if (!r)
		return err_set(err, ERR_USAGE, "%s", kind->usage);
	fd = get_fd(map, value);
	if (fd < 0 || !kind->is((int)fd))
		return err_set(err, ERR_USAGE, "bytes are a file descriptor of a %s, and %s; %s",
			       kind->noun, fd < 0 ? "these are none" : "this is none here",
			       kind->usage);
	return 1;
}

static int take_owner(const struct map *map, const struct owner *owner, void *value,
		      struct held_fds *held, struct err *err)
{
	int fd = owner_open(owner, err);

	if (fd < 0)
		return fd;
	held->fd[held->n++] = fd;
	put_fd(map, fd, value);
	return 1;
}

int value_take_cgroup(const struct map *map, int n_words, char *const *words, void *value,
		      struct held_fds *held, struct err *err)
{
	struct owner owner = { .kind = OWNER_CGROUP };

	if (n_words != 2 || strcmp(words[0], "cgroup") != 0)
		return take_bytes(map, &cgroup, n_words, words, value, err);
	owner.path = words[1];
	return take_owner(map, &owner, value, held, err);
}

static int parse_number(const char *what, const char *word, uint32_t least, uint32_t *ret,
			struct err *err)
{
	uint64_t number;

	if (number_u64(word, INT_MAX, &number) || number < least)
		return err_set(err, ERR_USAGE, "'%s' is no %s", word, what);
	*ret = (uint32_t)number;
	return 0;
}

static int take_socket(const struct map *map, const struct file_kind *kind, int n_words,
		       char *const *words, void *value, struct held_fds *held, struct err *err)
{
	struct owner owner = { .kind = OWNER_SOCKET };
	int r;

	if (n_words == 1 && *words[0] == '{')
		return err_set(err, ERR_USAGE, "a cookie does not lead to its socket: %s",
			       kind->usage);
	if (n_words != 4 || strcmp(words[0], "pid") != 0 || strcmp(words[2], "fd") != 0)
		return take_bytes(map, kind, n_words, words, value, err);
	r = parse_number("process id", words[1], 1, &owner.pid, err);
	if (!r)
		r = parse_number("file descriptor", words[3], 0, &owner.fd, err);
	if (!r)
		r = take_owner(map, &owner, value, held, err);
	if (r > 0 && !kind->is(held->fd[held->n - 1]))
		return err_set(err, ERR_USAGE, "file descriptor %u of process %u is no %s",
			       owner.fd, owner.pid, kind->noun);
	return r;
}

int value_take_socket(const struct map *map, int n_words, char *const *words, void *value,
		      struct held_fds *held, struct err *err)
{
	return take_socket(map, &any_socket, n_words, words, value, held, err);
}

int value_take_xdp_socket(const struct map *map, int n_words, char *const *words, void *value,
			  struct held_fds *held, struct err *err)
{
	return take_socket(map, &xdp_socket, n_words, words, value, held, err);
}

int value_take_perf_event(const struct map *map, int n_words, char *const *words, void *value,
			  struct held_fds *held, struct err *err)
{
	(void)held;
	return take_bytes(map, &perf_event, n_words, words, value, err);
}
