/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/iter_prog.h"

#include <errno.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <bpf/bpf.h>

#include "base/alloc.h"
#include "kern/iter.h"
#include "kern/refusal.h"

#define READ_BYTES (64u << 10)

static void emit(struct iter_prog *prog, uint8_t code, uint8_t dst, uint8_t src, int32_t offset,
		 int32_t imm)
{
	if (prog->n < ITER_PROG_MAX)
		prog->insn[prog->n] = (struct bpf_insn){ .code = code,
							 .dst_reg = dst & 0xf,
							 .src_reg = src & 0xf,
							 .off = (int16_t)offset,
							 .imm = imm };
	prog->n++;
}

void iter_load(struct iter_prog *prog, uint8_t size, uint8_t dst, uint8_t src, int32_t offset)
{
	emit(prog, BPF_LDX | BPF_MEM | size, dst, src, offset, 0);
}

void iter_store(struct iter_prog *prog, uint8_t size, int32_t offset, uint8_t src)
{
	emit(prog, BPF_STX | BPF_MEM | size, BPF_REG_10, src, offset, 0);
}

void iter_move(struct iter_prog *prog, uint8_t dst, uint8_t src)
{
	emit(prog, BPF_ALU64 | BPF_MOV | BPF_X, dst, src, 0, 0);
}

void iter_set(struct iter_prog *prog, uint8_t dst, uint64_t value)
{
	emit(prog, BPF_LD | BPF_IMM | BPF_DW, dst, 0, 0, (int32_t)(uint32_t)value);
	emit(prog, 0, 0, 0, 0, (int32_t)(value >> 32));
}

static void set_size(struct iter_prog *prog, uint8_t dst, uint32_t size)
{
	emit(prog, BPF_ALU64 | BPF_MOV | BPF_K, dst, 0, 0, (int32_t)size);
}

static void add(struct iter_prog *prog, uint8_t dst, int32_t value)
{
	emit(prog, BPF_ALU64 | BPF_ADD | BPF_K, dst, 0, 0, value);
}

void iter_frame(struct iter_prog *prog, uint8_t dst, int32_t offset)
{
	iter_move(prog, dst, BPF_REG_10);
	add(prog, dst, offset);
}

static void call(struct iter_prog *prog, int32_t helper)
{
	emit(prog, BPF_JMP | BPF_CALL, 0, 0, 0, helper);
}

void iter_call_kernel(struct iter_prog *prog, uint32_t func_btf_id)
{
	emit(prog, BPF_JMP | BPF_CALL, 0, BPF_PSEUDO_KFUNC_CALL, 0, (int32_t)func_btf_id);
}

void iter_exit(struct iter_prog *prog)
{
	set_size(prog, BPF_REG_0, 0);
	emit(prog, BPF_JMP | BPF_EXIT, 0, 0, 0, 0);
}

/* The jumps go over the two instructions of an exit. */
void iter_skip_if_null(struct iter_prog *prog, uint8_t reg)
{
	emit(prog, BPF_JMP | BPF_JNE | BPF_K, reg, 0, 2, 0);
	iter_exit(prog);
}

void iter_skip_unless_equal(struct iter_prog *prog, uint8_t reg, uint8_t other)
{
	emit(prog, BPF_JMP | BPF_JEQ | BPF_X, reg, other, 2, 0);
	iter_exit(prog);
}

void iter_read(struct iter_prog *prog, int32_t to, uint32_t size, uint8_t src, int32_t offset)
{
	iter_move(prog, BPF_REG_3, src);
	add(prog, BPF_REG_3, offset);
	iter_frame(prog, BPF_REG_1, to);
	set_size(prog, BPF_REG_2, size);
	call(prog, BPF_FUNC_probe_read_kernel);
}

void iter_write(struct iter_prog *prog, uint8_t seq, uint8_t data, uint32_t size)
{
	iter_move(prog, BPF_REG_2, data);
	iter_move(prog, BPF_REG_1, seq);
	set_size(prog, BPF_REG_3, size);
	call(prog, BPF_FUNC_seq_write);
}

/* Past libbpf, which loads two programs of its own first to learn what the kernel can. */
static int load(const struct iter_prog *prog, uint32_t func_btf_id)
{
	union bpf_attr attr;
	int fd;

	memset(&attr, 0, sizeof(attr));
	attr.prog_type = BPF_PROG_TYPE_TRACING;
	attr.expected_attach_type = BPF_TRACE_ITER;
	attr.attach_btf_id = func_btf_id;
	attr.insns = (uintptr_t)prog->insn;
	attr.insn_cnt = prog->n;
	attr.license = (uintptr_t) "Dual BSD/GPL";
	memcpy(attr.prog_name, "mapctl", sizeof("mapctl"));
	fd = (int)syscall(SYS_bpf, BPF_PROG_LOAD, &attr,
			  offsetof(union bpf_attr, attach_btf_id) + sizeof(attr.attach_btf_id));
	return fd < 0 ? -errno : fd;
}

/* What the kernel does not say with EPERM, it says in many ways. */
static int refused(int r)
{
	return r == -EPERM || is_shortage(r) ? r : -ENOTSUP;
}

int iter_open(const struct iter_prog *prog, uint32_t func_btf_id, union bpf_iter_link_info *info)
{
	_cleanup_close_ int prog_fd = -1;
	_cleanup_close_ int link_fd = -1;
	LIBBPF_OPTS(bpf_link_create_opts, link, .iter_info = info,
		    .iter_info_len = info ? sizeof(*info) : 0);
	int fd;

	if (!func_btf_id || prog->n > ITER_PROG_MAX)
		return -ENOTSUP;
	prog_fd = load(prog, func_btf_id);
	if (prog_fd < 0)
		return refused(prog_fd);
	link_fd = bpf_link_create(prog_fd, 0, BPF_TRACE_ITER, &link);
	if (link_fd < 0)
		return refused(link_fd);
	fd = bpf_iter_create(link_fd);
	return fd < 0 ? refused(fd) : fd;
}

ssize_t kern_iter_read(int fd, void *buf, size_t size, unsigned int *retries)
{
	ssize_t n;

	do
		n = read(fd, buf, size);
	while (n < 0 && (errno == EINTR || errno == EAGAIN) && ++*retries < KERN_ITER_RETRIES);
	return n < 0 ? -errno : n;
}

int iter_each(int fd, size_t size, void (*take)(void *data, const void *record), void *data)
{
	_cleanup_free_ char *buf = mem_zero(READ_BYTES);
	unsigned int retries = 0;
	size_t have = 0;

	for (;;) {
		ssize_t n = kern_iter_read(fd, buf + have, READ_BYTES - have, &retries);
		size_t at = 0;

		if (n < 0)
			return (int)n;
		if (!n)
			return have ? -EIO : 0;
		for (have += (size_t)n; have - at >= size; at += size)
			take(data, buf + at);
		have -= at;
		memmove(buf, buf + at, have);
	}
}
