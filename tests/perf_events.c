/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Both ends of a pinned perf event array, by libbpf alone:
 *
 *	perf_events send PIN N [CPU [SLOT]]	programs send N records each: on every CPU in
 *						turn, or on one; to its slot, or another
 *	perf_events large PIN BYTES		a program on CPU 0 sends a record of so many zeros
 *	perf_events read PIN			reads until SIGTERM, then says how many came
 *	perf_events slots PIN			the CPUs whose slots have an event
 *
 * Any other record is a struct sent, 20 bytes, which with the kernel's count of four needs no
 *padding.
 */
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <bpf/bpf.h>
#include <bpf/libbpf.h>

struct sent {
	uint32_t cpu, n, square;
	char word[8];
};

static int fail(const char *what)
{
	fprintf(stderr, "perf_events: %s: %s\n", what, strerror(errno));
	return 1;
}

#define INSN(op, dst, src, offset, value)     \
	((struct bpf_insn){ .code = (op),     \
			    .dst_reg = (dst), \
			    .src_reg = (src), \
			    .off = (offset),  \
			    .imm = (value) })
#define MOVE(dst, src)	       INSN(BPF_ALU64 | BPF_MOV | BPF_X, dst, src, 0, 0)
#define SET(dst, value)	       INSN(BPF_ALU64 | BPF_MOV | BPF_K, dst, 0, 0, value)
#define LOAD(dst, src, offset) INSN(BPF_LDX | BPF_MEM | BPF_DW, dst, src, offset, 0)
#define STORE(size, offset)    INSN(BPF_STX | BPF_MEM | (size), BPF_REG_10, BPF_REG_2, offset, 0)

/* Its arguments are the record's words, two in each. */
static int load(int map_fd, int slot)
{
	const struct bpf_insn insns[] = {
		LOAD(BPF_REG_2, BPF_REG_1, 0),
		STORE(BPF_DW, -24),
		LOAD(BPF_REG_2, BPF_REG_1, 8),
		STORE(BPF_DW, -16),
		LOAD(BPF_REG_2, BPF_REG_1, 16),
		STORE(BPF_W, -8),
		INSN(BPF_LD | BPF_DW | BPF_IMM, BPF_REG_2, BPF_PSEUDO_MAP_FD, 0, map_fd),
		INSN(0, 0, 0, 0, 0),
		INSN(BPF_ALU | BPF_MOV | BPF_K, BPF_REG_3, 0, 0, slot),
		MOVE(BPF_REG_4, BPF_REG_10),
		INSN(BPF_ALU64 | BPF_ADD | BPF_K, BPF_REG_4, 0, 0, -24),
		SET(BPF_REG_5, sizeof(struct sent)),
		INSN(BPF_JMP | BPF_CALL, 0, 0, 0, BPF_FUNC_perf_event_output),
		INSN(BPF_JMP | BPF_EXIT, 0, 0, 0, 0),
	};

	return bpf_prog_load(BPF_PROG_TYPE_RAW_TRACEPOINT, "perf_events", "Dual BSD/GPL", insns,
			     sizeof(insns) / sizeof(*insns), NULL);
}

#define OFFLINE 1

/* What the helper returned. */
static int send_one(int prog_fd, uint32_t cpu, uint32_t n)
{
	const struct sent sent = { cpu, n, n * n, "perf" };
	uint64_t args[3] = { 0 };
	LIBBPF_OPTS(bpf_test_run_opts, run, .ctx_in = args, .ctx_size_in = sizeof(args),
		    .flags = BPF_F_TEST_RUN_ON_CPU, .cpu = cpu);

	memcpy(args, &sent, sizeof(sent));
	if (bpf_prog_test_run_opts(prog_fd, &run) < 0) {
		if (errno != ENXIO)
			exit(fail("run"));
		return OFFLINE;
	}
	return (int)run.retval;
}

static int send_all(int map_fd, uint32_t n, int first, int last, int slot)
{
	uint32_t sent = 0, full = 0, unheard = 0;
	int prog_fd = load(map_fd, slot);

	if (prog_fd < 0)
		return fail("load");
	for (uint32_t i = 0; i < n; i++) {
		for (int cpu = first; cpu <= last; cpu++) {
			int r = send_one(prog_fd, (uint32_t)cpu, i);

			sent += r == 0;
			full += r == -ENOSPC;
			unheard += r == -ENOENT;
		}
	}
	return printf("sent %u, full %u, unheard %u\n", sent, full, unheard) < 0;
}

/* From a map's value: a program's stack has no such room. */
static int send_large(int map_fd, uint32_t bytes)
{
	int zeros_fd = bpf_map_create(BPF_MAP_TYPE_ARRAY, "zeros", 4, bytes, 1, NULL);
	const struct bpf_insn insns[] = {
		MOVE(BPF_REG_6, BPF_REG_1),
		INSN(BPF_LD | BPF_DW | BPF_IMM, BPF_REG_4, BPF_PSEUDO_MAP_VALUE, 0, zeros_fd),
		INSN(0, 0, 0, 0, 0),
		MOVE(BPF_REG_1, BPF_REG_6),
		INSN(BPF_LD | BPF_DW | BPF_IMM, BPF_REG_2, BPF_PSEUDO_MAP_FD, 0, map_fd),
		INSN(0, 0, 0, 0, 0),
		SET(BPF_REG_3, 0),
		SET(BPF_REG_5, (int)bytes),
		INSN(BPF_JMP | BPF_CALL, 0, 0, 0, BPF_FUNC_perf_event_output),
		INSN(BPF_JMP | BPF_EXIT, 0, 0, 0, 0),
	};
	int prog_fd = bpf_prog_load(BPF_PROG_TYPE_RAW_TRACEPOINT, "perf_events", "Dual BSD/GPL",
				    insns, sizeof(insns) / sizeof(*insns), NULL);

	if (zeros_fd < 0 || prog_fd < 0)
		return fail("load");
	return printf("%s\n", send_one(prog_fd, 0, 0) ? "not sent" : "sent") < 0;
}

/* Not the helper that mapctl asks by, and each CPU asks of its own slot. */
static int show_slots(int map_fd, int n)
{
	const struct bpf_insn insns[] = {
		INSN(BPF_LD | BPF_DW | BPF_IMM, BPF_REG_1, BPF_PSEUDO_MAP_FD, 0, map_fd),
		INSN(0, 0, 0, 0, 0),
		INSN(BPF_ALU | BPF_MOV | BPF_K, BPF_REG_2, 0, 0, -1), /* BPF_F_CURRENT_CPU */
		MOVE(BPF_REG_3, BPF_REG_10),
		INSN(BPF_ALU64 | BPF_ADD | BPF_K, BPF_REG_3, 0, 0, -24),
		SET(BPF_REG_4, sizeof(struct bpf_perf_event_value)),
		INSN(BPF_JMP | BPF_CALL, 0, 0, 0, BPF_FUNC_perf_event_read_value),
		INSN(BPF_JMP | BPF_EXIT, 0, 0, 0, 0),
	};
	int prog_fd = bpf_prog_load(BPF_PROG_TYPE_RAW_TRACEPOINT, "perf_events", "Dual BSD/GPL",
				    insns, sizeof(insns) / sizeof(*insns), NULL);

	if (prog_fd < 0)
		return fail("load");
	for (int cpu = 0; cpu < n; cpu++) {
		LIBBPF_OPTS(bpf_test_run_opts, run, .flags = BPF_F_TEST_RUN_ON_CPU,
			    .cpu = (uint32_t)cpu);

		if (bpf_prog_test_run_opts(prog_fd, &run) < 0) {
			if (errno != ENXIO)
				return fail("run");
			continue;
		}
		if (!run.retval)
			printf("%d ", cpu);
	}
	return puts("") < 0;
}

static volatile sig_atomic_t is_over;

static void end(int signal)
{
	(void)signal;
	is_over = 1;
}

static uint64_t came, lost;

static void count(void *ctx, int cpu, void *data, uint32_t size)
{
	const struct sent *sent = data;

	(void)ctx;
	came += size == sizeof(*sent) && sent->cpu == (uint32_t)cpu &&
		sent->square == sent->n * sent->n && !strcmp(sent->word, "perf");
}

static void count_lost(void *ctx, int cpu, unsigned long long n)
{
	(void)ctx;
	(void)cpu;
	lost += n;
}

static int read_all(int map_fd)
{
	const struct sigaction action = { .sa_handler = end };
	struct perf_buffer *pb = perf_buffer__new(map_fd, 64, count, count_lost, NULL, NULL);

	if (!pb)
		return fail("perf_buffer");
	sigaction(SIGTERM, &action, NULL);
	puts("reading");
	fflush(stdout);
	while (!is_over)
		perf_buffer__poll(pb, 100);
	perf_buffer__consume(pb);
	printf("came %lu, lost %lu\n", (unsigned long)came, (unsigned long)lost);
	perf_buffer__free(pb);
	return 0;
}

int main(int argc, char **argv)
{
	int cpus = libbpf_num_possible_cpus(), map_fd;

	libbpf_set_print(NULL);
	if (argc < 3)
		return 2;
	map_fd = bpf_obj_get(argv[2]);
	if (map_fd < 0)
		return fail(argv[2]);
	if (!strcmp(argv[1], "send") && argc >= 4 && argc <= 6) {
		uint32_t n = (uint32_t)strtoul(argv[3], NULL, 10);
		int cpu = argc > 4 ? atoi(argv[4]) : 0, slot = argc > 5 ? atoi(argv[5]) : -1;

		/* -1 is BPF_F_CURRENT_CPU */
		return send_all(map_fd, n, cpu, argc > 4 ? cpu : cpus - 1, slot);
	}
	if (!strcmp(argv[1], "large") && argc == 4)
		return send_large(map_fd, (uint32_t)strtoul(argv[3], NULL, 10));
	if (!strcmp(argv[1], "read") && argc == 3)
		return read_all(map_fd);
	if (!strcmp(argv[1], "slots") && argc == 3)
		return show_slots(map_fd, cpus);
	return 2;
}
