/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Iterator programs, an instruction at a time.  Registers are numbers 0 to 9
 * as the kernel's documentation has them; 6 to 9 survive calls, 10 is the frame.
 */
#ifndef KERN_ITER_PROG_H
#define KERN_ITER_PROG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <linux/bpf.h>

#define ITER_PROG_MAX 128

/* Instructions beyond ITER_PROG_MAX are counted but not kept: opening then fails. */
struct iter_prog {
	struct bpf_insn insn[ITER_PROG_MAX];
	uint32_t n;
};

/* dst = *(size *)(src + offset); size is BPF_B, BPF_W or BPF_DW. */
void iter_load(struct iter_prog *prog, uint8_t size, uint8_t dst, uint8_t src, int32_t offset);

/* *(size *)(frame + offset) = src */
void iter_store(struct iter_prog *prog, uint8_t size, int32_t offset, uint8_t src);

void iter_move(struct iter_prog *prog, uint8_t dst, uint8_t src);
void iter_set(struct iter_prog *prog, uint8_t dst, uint64_t value);

/* dst = frame + offset */
void iter_frame(struct iter_prog *prog, uint8_t dst, int32_t offset);

void iter_call_kernel(struct iter_prog *prog, uint32_t func_btf_id);

/* Done with this object, unless reg is not 0, or is the same as other. */
void iter_skip_if_null(struct iter_prog *prog, uint8_t reg);
void iter_skip_unless_equal(struct iter_prog *prog, uint8_t reg, uint8_t other);

/*
 * bpf_probe_read_kernel(): size bytes at src + offset to frame + to; zeroes
 * where src points nowhere.
 */
void iter_read(struct iter_prog *prog, int32_t to, uint32_t size, uint8_t src, int32_t offset);

/* bpf_seq_write() of size bytes at data; seq, data are registers. */
void iter_write(struct iter_prog *prog, uint8_t seq, uint8_t data, uint32_t size);

void iter_exit(struct iter_prog *prog);

/*
 * Loads the program for the iterator whose function has this BTF id and opens
 * it on what info names (or NULL): an fd to read, that the caller closes.
 * -EPERM, a shortage of files or memory, or -ENOTSUP when this kernel takes
 * neither the program nor the link.
 */
int iter_open(const struct iter_prog *prog, uint32_t func_btf_id, union bpf_iter_link_info *info);

/*
 * Reads the whole output of iter_open()'s fd, fixed records of size bytes, and
 * shows each to take().  0 or -errno, as of kern_iter_read().
 */
int iter_each(int fd, size_t size, void (*take)(void *data, const void *record), void *data);

#endif
