/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Instructions of BPF, for programs of a few lines that are written out here. */
#ifndef KERN_INSN_H
#define KERN_INSN_H

#include <stdint.h>

#include <linux/bpf.h>

#define INSN(op, dst, src, offset, value)     \
	((struct bpf_insn){ .code = (op),     \
			    .dst_reg = (dst), \
			    .src_reg = (src), \
			    .off = (offset),  \
			    .imm = (value) })

#define MOVE(dst, src)		INSN(BPF_ALU64 | BPF_MOV | BPF_X, dst, src, 0, 0)
#define SET(dst, value)		INSN(BPF_ALU64 | BPF_MOV | BPF_K, dst, 0, 0, value)
#define ADD(dst, value)		INSN(BPF_ALU64 | BPF_ADD | BPF_K, dst, 0, 0, value)
#define LOAD(dst, src, offset)	INSN(BPF_LDX | BPF_MEM | BPF_DW, dst, src, (int16_t)(offset), 0)
#define STORE(dst, offset, src) INSN(BPF_STX | BPF_MEM | BPF_DW, dst, src, (int16_t)(offset), 0)

#endif
