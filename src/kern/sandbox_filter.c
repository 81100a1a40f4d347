/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/sandbox_filter.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/audit.h>
#include <linux/seccomp.h>

#if defined(__x86_64__)
#define NATIVE_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCH AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define NATIVE_ARCH AUDIT_ARCH_RISCV64
#else
#define NATIVE_ARCH 0 /* clone() has its arguments in another order on some: no filter */
#endif

#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define LOW_WORD 4
#else
#define LOW_WORD 0
#endif

struct code {
	struct sock_filter *insn;
	size_t n;
};

static void emit(struct code *code, uint16_t op, uint32_t k, uint8_t jt, uint8_t jf)
{
	if (code->n < SANDBOX_FILTER_MAX)
		code->insn[code->n] = (struct sock_filter){ op, jt, jf, k };
	code->n++;
}

static void emit_verdict(struct code *code, uint32_t verdict)
{
	emit(code, BPF_RET | BPF_K, verdict, 0, 0);
}

/* A verdict for each value: jumps over one instruction each. */
static void emit_values(struct code *code, const struct sandbox_rule *rule)
{
	emit(code, BPF_LD | BPF_W | BPF_ABS,
	     (uint32_t)offsetof(struct seccomp_data, args) + rule->arg * 8u + LOW_WORD, 0, 0);
	if (rule->mask != UINT32_MAX)
		emit(code, BPF_ALU | BPF_AND | BPF_K, rule->mask, 0, 0);
	for (uint32_t i = 0; i < rule->n_values; i++) {
		emit(code, BPF_JMP | BPF_JEQ | BPF_K, rule->values[i], 0, 1);
		emit_verdict(code, SECCOMP_RET_ALLOW);
	}
	emit_verdict(code, SECCOMP_RET_ERRNO | EPERM);
}

static bool is_plain(const struct sandbox_rule *rule)
{
	return !rule->n_values && !rule->refusal;
}

/* Rules from the first on that are always allowed and follow one another by number. */
static size_t run_length(const struct sandbox_rule *rules, size_t n)
{
	size_t length = 1;

	while (length < n && is_plain(&rules[0]) && is_plain(&rules[length]) &&
	       rules[length].nr == rules[0].nr + length)
		length++;
	return length;
}

static void emit_run(struct code *code, const struct sandbox_rule *rules, size_t n)
{
	size_t refused;

	emit(code, BPF_JMP | BPF_JGE | BPF_K, rules[0].nr, 0, 0);
	refused = code->n - 1;
	emit(code, BPF_JMP | BPF_JGT | BPF_K, rules[n - 1].nr, 0, 0);
	if (rules[0].n_values)
		emit_values(code, &rules[0]);
	else if (rules[0].refusal)
		emit_verdict(code, SECCOMP_RET_ERRNO | rules[0].refusal);
	else
		emit_verdict(code, SECCOMP_RET_ALLOW);
	emit_verdict(code, SECCOMP_RET_ERRNO | EPERM);
	if (code->n > SANDBOX_FILTER_MAX)
		return;
	code->insn[refused].jf = (uint8_t)(code->n - 2 - refused);
	code->insn[refused + 1].jt = (uint8_t)(code->n - 3 - refused);
}

struct run {
	const struct sandbox_rule *rules;
	size_t n;
};

/* Halves the runs until one is left; JA reaches farther than a condition. */
static void emit_tree(struct code *code, const struct run *runs, size_t n)
{
	size_t half = n / 2, jump;

	if (n == 1) {
		emit_run(code, runs[0].rules, runs[0].n);
		return;
	}
	emit(code, BPF_JMP | BPF_JGE | BPF_K, runs[half].rules[0].nr, 0, 1);
	emit(code, BPF_JMP | BPF_JA, 0, 0, 0);
	jump = code->n - 1;
	emit_tree(code, runs, half);
	if (code->n <= SANDBOX_FILTER_MAX)
		code->insn[jump].k = (uint32_t)(code->n - 1 - jump);
	emit_tree(code, runs + half, n - half);
}

static int by_number(const void *a, const void *b)
{
	const struct sandbox_rule *x = a, *y = b;

	return (x->nr > y->nr) - (x->nr < y->nr);
}

int sandbox_compile(struct sandbox_rule *rules, size_t n,
		    struct sock_filter code[static SANDBOX_FILTER_MAX])
{
	struct run runs[SANDBOX_RULES_MAX];
	struct code out = { .insn = code };
	size_t n_runs = 0;

	if (!n || n > SANDBOX_RULES_MAX)
		return -E2BIG;
	qsort(rules, n, sizeof(*rules), by_number);
	for (size_t i = 0; i < n; i += runs[n_runs++].n)
		runs[n_runs] = (struct run){ &rules[i], run_length(&rules[i], n - i) };

	emit(&out, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch), 0, 0);
	emit(&out, BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCH, 1, 0);
	emit_verdict(&out, SECCOMP_RET_ERRNO | EPERM);
	emit(&out, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr), 0, 0);
	emit_tree(&out, runs, n_runs);
	return out.n > SANDBOX_FILTER_MAX ? -E2BIG : (int)out.n;
}

int sandbox_filter(void)
{
	struct sock_filter code[SANDBOX_FILTER_MAX];
	struct sandbox_rule rules[SANDBOX_RULES_MAX];
	struct sock_fprog prog = { .filter = code };
	int n = NATIVE_ARCH ? sandbox_compile(rules, sandbox_rules(rules), code) : -ENOSYS;

	if (n < 0)
		return n;
	prog.len = (unsigned short)n;
	/* Without this flag kernels before 5.16 slow the whole process down. */
	if (!syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &prog))
		return 0;
	return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &prog) ? -errno : 0;
}
