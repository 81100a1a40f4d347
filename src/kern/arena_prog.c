/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/arena_prog.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/bpf.h>
#include <bpf/bpf.h>

#include "kern/insn.h"
#include "kern/refusal.h"

#define WORDS (ARENA_PIECE / 8)

static int load(const struct bpf_insn *insn, uint32_t n)
{
	union bpf_attr attr;
	int fd;

	memset(&attr, 0, sizeof(attr));
	attr.prog_type = BPF_PROG_TYPE_SYSCALL;
	attr.prog_flags = BPF_F_SLEEPABLE;
	attr.insns = (uintptr_t)insn;
	attr.insn_cnt = n;
	attr.license = (uintptr_t) "Dual BSD/GPL";
	memcpy(attr.prog_name, "mapctl", sizeof("mapctl"));
	fd = (int)syscall(SYS_bpf, BPF_PROG_LOAD, &attr,
			  offsetof(union bpf_attr, prog_name) + sizeof(attr.prog_name));
	if (fd >= 0)
		return fd;
	return errno == EPERM || is_shortage(-errno) ? -errno : -ENOTSUP;
}

/* 6: the struct arena_reading, 7: the address, 8: the bits, 9: which time this is. */
int arena_prog_load(uint32_t times, uint32_t stride)
{
	const struct bpf_insn reads[] = {
		MOVE(6, 1),
		LOAD(7, 6, offsetof(struct arena_reading, address)),
		SET(8, 0),
		SET(9, 0),
		/* 4: once more */
		MOVE(1, 10),
		ADD(1, -ARENA_PIECE),
		SET(2, ARENA_PIECE),
		MOVE(3, 7),
		INSN(BPF_JMP | BPF_CALL, 0, 0, 0, BPF_FUNC_probe_read_kernel),
		INSN(BPF_JMP | BPF_JNE | BPF_K, 0, 0, 3, 0),
		SET(1, 1),
		INSN(BPF_ALU64 | BPF_LSH | BPF_X, 1, 9, 0, 0),
		INSN(BPF_ALU64 | BPF_OR | BPF_X, 8, 1, 0, 0),
		/* 13: it was well, or not */
		ADD(7, (int32_t)stride),
		ADD(9, 1),
		INSN(BPF_JMP | BPF_JLT | BPF_K, 9, 0, -12, (int32_t)times),
		STORE(6, offsetof(struct arena_reading, bits), 8),
	};
	const uint32_t n_reads = sizeof(reads) / sizeof(reads[0]);
	struct bpf_insn insn[sizeof(reads) / sizeof(reads[0]) + 2 * WORDS + 2];
	uint32_t n = n_reads;

	memcpy(insn, reads, sizeof(reads));
	for (int32_t at = 0; at < ARENA_PIECE; at += 8) {
		insn[n++] = LOAD(1, 10, at - ARENA_PIECE);
		insn[n++] = STORE(6, (int32_t)offsetof(struct arena_reading, words) + at, 1);
	}
	insn[n++] = SET(0, 0);
	insn[n++] = INSN(BPF_JMP | BPF_EXIT, 0, 0, 0, 0);
	return load(insn, n);
}

int arena_prog_run(int prog_fd, uint64_t address, struct arena_reading *ret)
{
	LIBBPF_OPTS(bpf_test_run_opts, run, .ctx_in = ret, .ctx_size_in = sizeof(*ret));

	ret->address = address;
	return bpf_prog_test_run_opts(prog_fd, &run);
}
