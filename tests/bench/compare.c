/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 *	compare ROUNDS -- COMMAND ... -- COMMAND ...
 *
 * Runs the commands in turn, ROUNDS times, with their output to /dev/null, and
 * prints a line for each: the median of the wall time in microseconds, and the
 * largest resident size in KiB.
 */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define COMMANDS_MAX 8

extern char **environ;

struct command {
	char **argv;
	double *us; /* a round each */
	long rss;
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static void run(struct command *command, int round)
{
	posix_spawn_file_actions_t actions;
	struct rusage usage;
	double start = now();
	int status;
	pid_t pid;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
	errno = posix_spawnp(&pid, command->argv[0], &actions, NULL, command->argv, environ);
	if (errno || wait4(pid, &status, 0, &usage) != pid || status) {
		fprintf(stderr, "compare: %s failed\n", command->argv[0]);
		exit(3);
	}
	command->us[round] = now() - start;
	if (usage.ru_maxrss > command->rss)
		command->rss = usage.ru_maxrss;
	posix_spawn_file_actions_destroy(&actions);
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Cuts argv at each "--"; returns how many commands there are. */
static int split(char **argv, struct command *commands, int rounds)
{
	int n = 0;

	for (; *argv; argv++) {
		if (strcmp(*argv, "--") != 0)
			continue;
		*argv = NULL;
		if (n == COMMANDS_MAX)
			break;
		commands[n].argv = argv + 1;
		commands[n++].us = calloc(rounds, sizeof(double));
	}
	return n;
}

int main(int argc, char **argv)
{
	struct command commands[COMMANDS_MAX] = { 0 };
	int rounds = argc > 1 ? atoi(argv[1]) : 0, n;

	if (rounds < 1)
		return 2;
	n = split(argv + 2, commands, rounds);
	for (int round = 0; round < rounds; round++)
		for (int i = 0; i < n; i++)
			run(&commands[i], round);
	for (int i = 0; i < n; i++) {
		qsort(commands[i].us, rounds, sizeof(double), by_size);
		printf("%.0f %ld\n", commands[i].us[rounds / 2], commands[i].rss);
		free(commands[i].us);
	}
	return 0;
}
