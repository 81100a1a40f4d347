/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/arena.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/bpf.h>

#include "base/alloc.h"
#include "kern/arena_prog.h"
#include "kern/btf_scan.h"
#include "kern/deny.h"
#include "kern/iter_prog.h"
#include "kern/layout.h"
#include "kern/refusal.h"

/* In front of the 4 GiB half of this is left free, at least 64 KiB in all (GUARD_SZ). */
#define GUARD_BYTES(page) ((page)*2 > 65536u ? (page)*2 : 65536u)

/* In struct bpf_arena and struct vm_struct, in bytes. */
struct offsets {
	int32_t id, kern_vm, user_start, addr;
};

static int find_offsets(struct offsets *ret, uint32_t *ret_iter)
{
	struct scan_member arena[] = { { .name = "kern_vm" }, { .name = "user_vm_start" } };
	struct scan_member vm[] = { { .name = "addr" } };
	struct scan_struct structs[] = {
		{ .name = "bpf_arena", .members = arena, .n_members = 2 },
		{ .name = "vm_struct", .members = vm, .n_members = 1 },
	};
	const struct kern_layout *layout = kern_layout();

	if (!layout || !layout->iter_map || layout->map[MAP_ID] < 0 ||
	    kern_btf_scan(&(struct scan_names){ .structs = structs, .n_structs = 2 }) ||
	    arena[0].offset < 0 || arena[1].offset < 0 || vm[0].offset < 0)
		return -ENOTSUP;
	*ret = (struct offsets){ layout->map[MAP_ID], arena[0].offset, arena[1].offset,
				 vm[0].offset };
	*ret_iter = layout->iter_map;
	return 0;
}

/* What the first program tells of the one arena. */
struct place {
	uint64_t user, kernel;
};

enum { FRAME_USER = -16, FRAME_KERNEL = -8, FRAME_VM = -24, FRAME_ID = -32 };

/* 6: the context, 7: the map, whose struct bpf_map is the first member of its struct bpf_arena. */
static void assemble_place(const struct offsets *at, uint32_t map_id, struct iter_prog *prog)
{
	iter_move(prog, BPF_REG_6, BPF_REG_1);
	iter_load(prog, BPF_DW, BPF_REG_7, BPF_REG_6, 8);
	iter_skip_if_null(prog, BPF_REG_7);
	iter_set(prog, BPF_REG_9, 0);
	iter_store(prog, BPF_DW, FRAME_ID, BPF_REG_9);
	iter_read(prog, FRAME_ID, 4, BPF_REG_7, at->id);
	iter_load(prog, BPF_DW, BPF_REG_8, BPF_REG_10, FRAME_ID);
	iter_set(prog, BPF_REG_9, map_id);
	iter_skip_unless_equal(prog, BPF_REG_8, BPF_REG_9);
	iter_read(prog, FRAME_USER, 8, BPF_REG_7, at->user_start);
	iter_read(prog, FRAME_VM, 8, BPF_REG_7, at->kern_vm);
	iter_load(prog, BPF_DW, BPF_REG_8, BPF_REG_10, FRAME_VM);
	iter_read(prog, FRAME_KERNEL, 8, BPF_REG_8, at->addr);
	iter_load(prog, BPF_DW, BPF_REG_8, BPF_REG_6, 0);
	iter_load(prog, BPF_DW, BPF_REG_8, BPF_REG_8, 0);
	iter_frame(prog, BPF_REG_2, FRAME_USER);
	iter_write(prog, BPF_REG_8, BPF_REG_2, sizeof(struct place));
	iter_exit(prog);
}

static void take_place(void *data, const void *record)
{
	memcpy(data, record, sizeof(struct place));
}

static int find_place(uint32_t map_id, struct place *ret)
{
	struct iter_prog prog = { .n = 0 };
	_cleanup_close_ int fd = -1;
	struct offsets offsets;
	uint32_t iter;
	int r = find_offsets(&offsets, &iter);

	if (r)
		return r;
	assemble_place(&offsets, map_id, &prog);
	fd = iter_open(&prog, iter, NULL);
	if (fd < 0)
		return fd;
	r = iter_each(fd, sizeof(*ret), take_place, ret);
	if (r)
		return r;
	return ret->kernel ? 0 : -ENOENT;
}

int kern_arena_open(uint32_t map_id, enum kern_arena_use use, struct kern_arena *ret)
{
	struct kern_arena arena = { .page = (uint32_t)sysconf(_SC_PAGESIZE) };
	struct place place = { 0 };
	int r = kern_denies("iter") ? -ENOTSUP : find_place(map_id, &place);

	if (r)
		return r;
	arena.user = place.user;
	arena.kernel = place.kernel + GUARD_BYTES(arena.page) / 2;
	arena.prog_fd = use == ARENA_LIST ? arena_prog_load(KERN_ARENA_RUN, arena.page)
					  : arena_prog_load(1, 0);
	if (arena.prog_fd < 0)
		return arena.prog_fd;
	*ret = arena;
	return 0;
}

void kern_arena_close(struct kern_arena *arena)
{
	close(arena->prog_fd);
}

/* The kernel has a page at the low half of the address that users see it at. */
static uint64_t address_of(const struct kern_arena *arena, uint64_t index)
{
	return arena->kernel + (uint32_t)(arena->user + index * arena->page);
}

int kern_arena_present(const struct kern_arena *arena, uint32_t first, uint64_t *ret)
{
	struct arena_reading reading;
	int r = arena_prog_run(arena->prog_fd, address_of(arena, first), &reading);

	if (!r)
		*ret = reading.bits;
	return r;
}

int kern_arena_read(const struct kern_arena *arena, uint32_t index, void *ret)
{
	struct arena_reading reading = { .bits = 1 };

	for (uint32_t at = 0; at < arena->page && reading.bits; at += ARENA_PIECE) {
		int r = arena_prog_run(arena->prog_fd, address_of(arena, index) + at, &reading);

		if (r)
			return r;
		memcpy((uint8_t *)ret + at, reading.words, ARENA_PIECE);
	}
	return reading.bits != 0;
}
