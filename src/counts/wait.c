/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "counts/wait.h"

#include <errno.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"

#define NS 1000000000ull

static void signals_that_end(sigset_t *ret)
{
	static const int unless_ignored[] = {
		SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU,
	};
	struct sigaction now;

	sigemptyset(ret);
	sigaddset(ret, SIGINT);
	sigaddset(ret, SIGTERM);
	for (size_t i = 0; i < sizeof(unless_ignored) / sizeof(unless_ignored[0]); i++)
		if (!sigaction(unless_ignored[i], NULL, &now) && now.sa_handler != SIG_IGN)
			sigaddset(ret, unless_ignored[i]);
}

int counter_wait_begin(struct counter_wait *ret, struct err *err)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN };
	sigset_t set;

	signals_that_end(&set);
	ret->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	if (ret->signals < 0)
		return err_sys(err, "a descriptor for signals");
	sigprocmask(SIG_BLOCK, &set, &ret->mask);
	/* Then it is the write that fails. */
	sigaction(SIGPIPE, &ignore, &ret->pipe);
	sigaction(SIGXFSZ, &ignore, &ret->file_size);
	return 0;
}

void counter_wait_end(struct counter_wait *wait)
{
	if (wait->signals < 0)
		return;
	close(wait->signals);
	wait->signals = -1;
	sigaction(SIGPIPE, &wait->pipe, NULL);
	sigaction(SIGXFSZ, &wait->file_size, NULL);
	sigprocmask(SIG_SETMASK, &wait->mask, NULL);
}

static bool came(const struct counter_wait *wait, const struct pollfd *fds)
{
	struct signalfd_siginfo info;

	if (fds[0].revents & POLLIN && read(wait->signals, &info, sizeof(info)) > 0)
		return true;
	return fds[1].revents & (POLLERR | POLLHUP);
}

bool counter_wait_until(const struct counter_wait *wait, uint64_t then, int fd)
{
	struct pollfd fds[] = { { .fd = wait->signals, .events = POLLIN }, { .fd = fd } };

	for (;;) {
		uint64_t now = clock_now(), left = then > now ? then - now : 0;
		struct timespec time = { .tv_sec = (time_t)(left / NS),
					 .tv_nsec = (long)(left % NS) };
		int n = ppoll(fds, sizeof(fds) / sizeof(fds[0]), &time, NULL);

		if (n > 0 && came(wait, fds))
			return true;
		if (!left || (n < 0 && errno != EINTR))
			return n < 0;
	}
}
