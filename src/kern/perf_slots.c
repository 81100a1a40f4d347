/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/perf_slots.h"

#include <errno.h>

#include <linux/bpf.h>
#include <bpf/bpf.h>

#include "base/alloc.h"
#include "kern/deny.h"
#include "kern/insn.h"

#define RUN 32 /* slots a run: what the program returns has so many bits */

/*
 * 6: the first slot, 8: the bits, 9: which slot it is at.  The helper reads the event's counter;
 * whatever it says of one (that it belongs to another CPU: -EINVAL), of an empty slot it says
 * -ENOENT (kernel/trace/bpf_trace.c, get_map_perf_counter()).
 */
static int load(int map_fd)
{
	const struct bpf_insn insns[] = {
		LOAD(6, 1, 0),
		SET(8, 0),
		SET(9, 0),
		/* 3: the next slot */
		INSN(BPF_LD | BPF_DW | BPF_IMM, 1, BPF_PSEUDO_MAP_FD, 0, map_fd),
		INSN(0, 0, 0, 0, 0),
		MOVE(2, 6),
		INSN(BPF_ALU64 | BPF_ADD | BPF_X, 2, 9, 0, 0),
		INSN(BPF_JMP | BPF_CALL, 0, 0, 0, BPF_FUNC_perf_event_read),
		INSN(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 3, -ENOENT),
		SET(1, 1),
		INSN(BPF_ALU64 | BPF_LSH | BPF_X, 1, 9, 0, 0),
		INSN(BPF_ALU64 | BPF_OR | BPF_X, 8, 1, 0, 0),
		/* 12: it is free */
		ADD(9, 1),
		INSN(BPF_JMP | BPF_JLT | BPF_K, 9, 0, -11, RUN),
		MOVE(0, 8),
		INSN(BPF_JMP | BPF_EXIT, 0, 0, 0, 0),
	};

	return bpf_prog_load(BPF_PROG_TYPE_RAW_TRACEPOINT, "mapctl", "Dual BSD/GPL", insns,
			     sizeof(insns) / sizeof(insns[0]), NULL);
}

static int look(int prog_fd, uint32_t first, uint32_t *ret_bits)
{
	uint64_t args[1] = { first };
	LIBBPF_OPTS(bpf_test_run_opts, run, .ctx_in = args, .ctx_size_in = sizeof(args));
	int r = bpf_prog_test_run_opts(prog_fd, &run);

	if (!r)
		*ret_bits = run.retval;
	return r;
}

int kern_perf_slots(int map_fd, const uint32_t *slot, size_t n, bool *ret_taken)
{
	_cleanup_close_ int prog_fd = kern_denies("slots") ? -EPERM : load(map_fd);
	uint32_t first, bits = 0;

	if (prog_fd < 0)
		return prog_fd;
	for (size_t i = 0; i < n;) {
		int r;

		first = slot[i];
		r = look(prog_fd, first, &bits);
		if (r)
			return r;
		for (; i < n && slot[i] - first < RUN; i++)
			ret_taken[i] = bits >> (slot[i] - first) & 1;
	}
	return 0;
}
