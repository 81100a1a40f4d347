/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "counter/timer.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "counter/counter.h"

/* Nothing of what is open, ignored or blocked is this process's. */
static void leave(void)
{
	sigset_t none;
	int fd;

	setsid();
	for (int n = 1; n < NSIG; n++)
		signal(n, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	if (close_range(0, ~0u, 0))
		for (fd = (int)sysconf(_SC_OPEN_MAX); fd >= 0; fd--)
			close(fd);
	/* So that nothing that is opened is taken for one of the standard files. */
	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd < STDERR_FILENO);
	if (chdir("/"))
		return;
}

/* Sleeps a second, or what is left until end; whether it has come. */
static bool wait_a_second(const struct timespec *end)
{
	struct timespec now;

	clock_gettime(CLOCK_BOOTTIME, &now);
	if (now.tv_sec > end->tv_sec || (now.tv_sec == end->tv_sec && now.tv_nsec >= end->tv_nsec))
		return true;
	now.tv_sec++;
	if (now.tv_sec > end->tv_sec || (now.tv_sec == end->tv_sec && now.tv_nsec > end->tv_nsec))
		now = *end;
	clock_nanosleep(CLOCK_BOOTTIME, TIMER_ABSTIME, &now, NULL);
	return false;
}

static void stop_in_time(const struct counter *counter, const char *root, uint32_t id,
			 const struct timespec *end)
{
	struct err ignored;

	leave();
	while (!wait_a_second(end))
		if (counter_id(counter, root) != id)
			return;
	/* Somebody may hold the lock for long: a limit of packets must not stay because of that. */
	while (counter_stop_one(counter, root, id, &ignored) < 0 && counter_id(counter, root) == id)
		sleep(1);
}

int timer_start(const struct counter *counter, const char *root, uint32_t id, uint32_t seconds,
		struct err *err)
{
	const struct sigaction wait_for = { .sa_handler = SIG_DFL };
	struct sigaction before;
	struct timespec end;
	pid_t child;
	int status = 0;

	clock_gettime(CLOCK_BOOTTIME, &end);
	end.tv_sec += seconds;
	/* Where whoever called mapctl ignores it, how a child ended is not kept for us. */
	sigaction(SIGCHLD, &wait_for, &before);
	/* The child's child is nobody's: init waits for it. */
	child = fork();
	if (!child) {
		child = fork();
		if (!child)
			stop_in_time(counter, root, id, &end);
		_exit(child < 0 ? errno : 0);
	}
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	sigaction(SIGCHLD, &before, NULL);
	if (child < 0)
		return err_sys(err, "a process that stops it again");
	if (WIFEXITED(status) && !WEXITSTATUS(status))
		return 0;
	errno = WIFEXITED(status) ? WEXITSTATUS(status) : ECANCELED;
	return err_sys(err, "a process that stops it again");
}
