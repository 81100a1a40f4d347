/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* The zoo's programs, a few instructions each. */
#include "zoo.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <bpf/libbpf.h>

#define MOV64_IMM(dst, n) \
	((struct bpf_insn){ .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = (dst), .imm = (n) })
#define MOV64_REG(dst, src) \
	((struct bpf_insn){ \
		.code = BPF_ALU64 | BPF_MOV | BPF_X, .dst_reg = (dst), .src_reg = (src) })
#define ADD64_IMM(dst, n) \
	((struct bpf_insn){ .code = BPF_ALU64 | BPF_ADD | BPF_K, .dst_reg = (dst), .imm = (n) })
#define STORE32(dst, offset, n) \
	((struct bpf_insn){     \
		.code = BPF_ST | BPF_MEM | BPF_W, .dst_reg = (dst), .off = (offset), .imm = (n) })
#define CALL(helper) ((struct bpf_insn){ .code = BPF_JMP | BPF_CALL, .imm = (helper) })
#define EXIT	     ((struct bpf_insn){ .code = BPF_JMP | BPF_EXIT })
#define LOAD_MAP(dst, fd)                                      \
	((struct bpf_insn){ .code = BPF_LD | BPF_DW | BPF_IMM, \
			    .dst_reg = (dst),                  \
			    .src_reg = BPF_PSEUDO_MAP_FD,      \
			    .imm = (fd) }),                    \
		((struct bpf_insn){ 0 })

static int load(enum bpf_prog_type type, enum bpf_attach_type attach, const char *name,
		const struct bpf_insn *insns, size_t n)
{
	LIBBPF_OPTS(bpf_prog_load_opts, opts, .expected_attach_type = attach);
	int fd = bpf_prog_load(type, name, "Dual BSD/GPL", insns, n, &opts);

	if (fd < 0)
		zoo_skip(name);
	return fd;
}

int zoo_prog(enum bpf_prog_type type, enum bpf_attach_type attach, const char *name)
{
	/* 2 is XDP_PASS. */
	const struct bpf_insn insns[] = { MOV64_IMM(BPF_REG_0, 2), EXIT };

	return load(type, attach, name, insns, 2);
}

static void run(const char *name, const struct bpf_insn *insns, size_t n)
{
	LIBBPF_OPTS(bpf_test_run_opts, opts);
	int fd = load(BPF_PROG_TYPE_RAW_TRACEPOINT, 0, name, insns, n);

	if (fd < 0)
		return;
	if (bpf_prog_test_run_opts(fd, &opts) < 0)
		zoo_skip(name);
	close(fd);
}

static void ring_put(int map_fd, int first, int second)
{
	const struct bpf_insn insns[] = {
		STORE32(BPF_REG_10, -8, first), STORE32(BPF_REG_10, -4, second),
		LOAD_MAP(BPF_REG_1, map_fd),	MOV64_REG(BPF_REG_2, BPF_REG_10),
		ADD64_IMM(BPF_REG_2, -8),	MOV64_IMM(BPF_REG_3, 8),
		MOV64_IMM(BPF_REG_4, 0),	CALL(BPF_FUNC_ringbuf_output),
		MOV64_IMM(BPF_REG_0, 0),	EXIT,
	};

	run("zoo_ring", insns, sizeof(insns) / sizeof(*insns));
}

void zoo_ring_fill(int map_fd)
{
	if (map_fd < 0)
		return;
	ring_put(map_fd, 1, 2);
	ring_put(map_fd, 3, 4);
}

void zoo_stack_fill(int map_fd)
{
	const struct bpf_insn insns[] = {
		LOAD_MAP(BPF_REG_2, map_fd),
		MOV64_IMM(BPF_REG_3, 0),
		CALL(BPF_FUNC_get_stackid),
		MOV64_IMM(BPF_REG_0, 0),
		EXIT,
	};

	if (map_fd >= 0)
		run("zoo_stack", insns, sizeof(insns) / sizeof(*insns));
}
