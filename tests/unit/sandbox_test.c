/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The filter, interpreted, and the sandbox, in a process of its own. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <linux/bpf.h>
#include <linux/seccomp.h>

#include "kern/sandbox.h"
#include "kern/sandbox_filter.h"

/* The kernel's machine, as far as the filter uses it. */
static uint32_t run_filter(const struct sock_filter *insn, int n, const struct seccomp_data *data)
{
	uint32_t a = 0;

	for (int at = 0; at < n; at++) {
		uint32_t k = insn[at].k;
		bool yes = false;

		switch (insn[at].code) {
		case BPF_LD | BPF_W | BPF_ABS:
			assert_true(k + sizeof(a) <= sizeof(*data) && k % 4 == 0);
			memcpy(&a, (const char *)data + k, sizeof(a));
			continue;
		case BPF_ALU | BPF_AND | BPF_K:
			a &= k;
			continue;
		case BPF_RET | BPF_K:
			return k;
		case BPF_JMP | BPF_JA:
			at += (int)k;
			continue;
		case BPF_JMP | BPF_JEQ | BPF_K:
			yes = a == k;
			break;
		case BPF_JMP | BPF_JGE | BPF_K:
			yes = a >= k;
			break;
		case BPF_JMP | BPF_JGT | BPF_K:
			yes = a > k;
			break;
		default:
			fail();
		}
		at += yes ? insn[at].jt : insn[at].jf;
	}
	fail();
	return 0;
}

/* The second instruction of code compares the architecture. */
static struct sock_filter code[SANDBOX_FILTER_MAX];
static struct sandbox_rule rules[SANDBOX_RULES_MAX];

static void the_filter_allows_its_rules_and_nothing_else(void **state)
{
	size_t n_rules = sandbox_rules(rules);
	int n = sandbox_compile(rules, n_rules, code);
	struct seccomp_data data = { .arch = code[1].k };

	(void)state;
	assert_true(n > 0);
	for (uint32_t nr = 0, i = 0; nr < 1000; nr++) {
		uint32_t verdict, want = SECCOMP_RET_ERRNO | EPERM;

		data.nr = (int)nr;
		if (i < n_rules && rules[i].nr == nr) {
			if (rules[i].refusal)
				want = SECCOMP_RET_ERRNO | rules[i].refusal;
			else
				want = SECCOMP_RET_ALLOW;
			if (rules[i].n_values)
				data.args[rules[i].arg] = rules[i].values[rules[i].n_values - 1];
			i++;
			assert_true(i == n_rules || rules[i].nr > nr);
		}
		verdict = run_filter(code, n, &data);
		assert_int_equal(verdict, want);
		memset(data.args, 0, sizeof(data.args));
	}
	data = (struct seccomp_data){ .arch = code[1].k + 1, .nr = SYS_read };
	assert_int_equal(run_filter(code, n, &data), SECCOMP_RET_ERRNO | EPERM);
	data = (struct seccomp_data){ .arch = code[1].k, .nr = 0x40000000 | SYS_read };
	assert_int_equal(run_filter(code, n, &data), SECCOMP_RET_ERRNO | EPERM);
}

static void the_filter_looks_at_arguments(void **state)
{
	static const struct {
		int nr;
		uint8_t arg;
		uint64_t value;
		bool good;
	} cases[] = {
		{ SYS_bpf, 0, BPF_MAP_LOOKUP_ELEM, true },
		{ SYS_bpf, 0, BPF_MAP_LOOKUP_BATCH, true },
		{ SYS_bpf, 0, BPF_MAP_UPDATE_ELEM, false },
		{ SYS_bpf, 0, BPF_MAP_DELETE_ELEM, false },
		{ SYS_bpf, 0, BPF_MAP_LOOKUP_AND_DELETE_ELEM, false },
		{ SYS_bpf, 0, BPF_MAP_LOOKUP_AND_DELETE_BATCH, false },
		{ SYS_bpf, 0, BPF_MAP_FREEZE, false },
		{ SYS_bpf, 0, BPF_OBJ_PIN, false },
		{ SYS_bpf, 0, BPF_PROG_LOAD, false },
		{ SYS_openat, 2, O_RDONLY, false },
		{ SYS_openat, 2, O_WRONLY, false },
		{ SYS_newfstatat, 3, AT_EMPTY_PATH, true },
		{ SYS_newfstatat, 3, AT_SYMLINK_NOFOLLOW, false },
		{ SYS_ppoll, 0, 0, true },
		{ SYS_bpf, 0, BPF_MAP_GET_FD_BY_ID, false },
		{ SYS_sched_setaffinity, 0, 0, true },
		{ SYS_sched_setaffinity, 0, 1, false },
		{ SYS_socket, 0, AF_UNIX, false },
		{ SYS_socket, 0, AF_INET, false },
		{ SYS_socket, 0, AF_NETLINK, false },
		{ SYS_prlimit64, 0, 0, false },
		{ SYS_execve, 0, 0, false },
		{ SYS_ptrace, 0, 0, false },
	};
	int n = sandbox_compile(rules, sandbox_rules(rules), code);

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct seccomp_data data = { .arch = code[1].k, .nr = cases[i].nr };

		data.args[cases[i].arg] = cases[i].value;
		assert_int_equal(run_filter(code, n, &data) == SECCOMP_RET_ALLOW, cases[i].good);
	}
}

/* The sandbox itself, in a process that it may keep: exit status 0, or which check failed. */
static int in_sandbox(void)
{
	int pipes[2], null = open("/dev/null", O_RDONLY);
	struct pollfd pfd = { .events = POLLOUT };
	struct stat status;
	struct err err;
	char *memory;

	if (null < 0 || pipe(pipes) || kern_sandbox(SANDBOX_REQUIRE, &err))
		return 1;
	memory = malloc(1 << 22);
	if (!memory)
		return 2;
	memset(memory, 1, 1 << 22);
	free(memory);
	pfd.fd = pipes[1];
	if (poll(&pfd, 1, -1) != 1 || fstat(null, &status) || read(null, &err, 1) || close(null))
		return 3;
	if (open("/dev/null", O_RDONLY) >= 0 || errno != EPERM)
		return 4;
	if (socket(AF_INET, SOCK_STREAM, 0) >= 0 || errno != EPERM)
		return 5;
	if (!execl("/bin/true", "true", NULL) || errno != EPERM)
		return 6;
	if (!unlink("/nothing/there") || errno != EPERM)
		return 7;
	return 0;
}

static void the_sandbox_holds(void **state)
{
	int status;
	pid_t pid = fork();

	(void)state;
	assert_true(pid >= 0);
	/* _exit() itself would have a sanitizer look at stacks first, which the filter forbids. */
	if (!pid)
		syscall(SYS_exit_group, in_sandbox());
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_filter_allows_its_rules_and_nothing_else),
		cmocka_unit_test(the_filter_looks_at_arguments),
		cmocka_unit_test(the_sandbox_holds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
