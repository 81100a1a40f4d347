/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/perf_keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <unistd.h>

#include <bpf/bpf.h>

#include "kern/perf_buffers.h"

/* Whether it has ended without a word. */
static bool await_end(int fd)
{
	char byte;
	ssize_t n;

	do
		n = read(fd, &byte, 1);
	while (n < 0 && errno == EINTR);
	return n <= 0;
}

/* What ends the parent alone, a terminal or a signal to all of a service, is not to end it too. */
static void ignore_signals(void)
{
	sigset_t all;

	setsid();
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, NULL);
}

enum { HELD, MAP, DONE, KEPT };

/* Nothing else stays open: whoever waits for the end of a pipe waits for the parent. */
static void keep(const int fds[static KEPT], const struct perf_place *place, size_t n)
{
	ignore_signals();
	for (int i = 0; i < KEPT; i++)
		dup2(fds[i], i);
	closefrom(KEPT);
	if (await_end(HELD))
		for (size_t i = 0; i < n; i++)
			bpf_map_delete_elem(MAP, &place[i].slot);
	_exit(0);
}

static void close_both(const int *fds)
{
	close(fds[0]);
	close(fds[1]);
}

int perf_keeper_start(int map_fd, const struct perf_place *place, size_t n, struct perf_keeper *ret)
{
	int hold[2], done[2], error;
	pid_t pid;

	if (pipe2(hold, O_CLOEXEC) < 0)
		return -errno;
	if (pipe2(done, O_CLOEXEC) < 0) {
		error = errno;
		close_both(hold);
		return -error;
	}
	pid = fork();
	error = errno;
	if (!pid)
		keep((const int[KEPT]){ hold[0], map_fd, done[1] }, place, n);
	close(hold[0]);
	close(done[1]);
	*ret = (struct perf_keeper){ .hold = hold[1], .done = done[0] };
	if (pid > 0)
		return 0;
	perf_keeper_end(ret);
	return -error;
}

void perf_keeper_dismiss(struct perf_keeper *keeper)
{
	/* To a pipe that is empty: where that fails there is nobody to tell. */
	if (keeper->hold >= 0 && write(keeper->hold, "", 1) != 1)
		errno = 0;
	perf_keeper_end(keeper);
}

void perf_keeper_end(struct perf_keeper *keeper)
{
	if (keeper->hold < 0)
		return;
	close(keeper->hold);
	await_end(keeper->done);
	close(keeper->done);
	*keeper = PERF_KEEPER;
}
