/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/holders_ways.h"

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "kern/deny.h"
#include "kern/iter_prog.h"
#include "kern/layout.h"
#include "kern/map_calls.h"

/* What the program writes for a file; the frame has two pointers more behind it. */
struct record {
	uint32_t map_id, pid;
	char comm[16];
	uint64_t f_op;
	uint64_t fd;
};

#define FRAME	   (-(int32_t)sizeof(struct record) - 16)
#define AT(member) (FRAME + (int32_t)offsetof(struct record, member))
#define AT_LEADER  (-16)
#define AT_MAP	   (-8)

static bool is_known(const struct kern_layout *layout)
{
	return layout && layout->file_f_op >= 0 && layout->file_private_data >= 0 &&
	       layout->task_tgid >= 0 && layout->task_group_leader >= 0 && layout->task_comm >= 0 &&
	       layout->map[MAP_ID] >= 0;
}

/*
 * f_op: the file operations that maps have; 0 shows every file.
 * 6: the context, 7: the task, 8: the sequence file, 9: the file.
 */
static void assemble(const struct kern_layout *layout, uint64_t f_op, struct iter_prog *prog)
{
	iter_move(prog, BPF_REG_6, BPF_REG_1);
	iter_load(prog, BPF_DW, BPF_REG_7, BPF_REG_6, 8);
	iter_skip_if_null(prog, BPF_REG_7);
	iter_load(prog, BPF_DW, BPF_REG_9, BPF_REG_6, 24);
	iter_skip_if_null(prog, BPF_REG_9);

	iter_read(prog, AT(f_op), 8, BPF_REG_9, layout->file_f_op);
	if (f_op) {
		iter_load(prog, BPF_DW, BPF_REG_1, BPF_REG_10, AT(f_op));
		iter_set(prog, BPF_REG_2, f_op);
		iter_skip_unless_equal(prog, BPF_REG_1, BPF_REG_2);
	}
	iter_read(prog, AT_MAP, 8, BPF_REG_9, layout->file_private_data);
	iter_load(prog, BPF_DW, BPF_REG_1, BPF_REG_10, AT_MAP);
	iter_read(prog, AT(map_id), 4, BPF_REG_1, layout->map[MAP_ID]);

	iter_read(prog, AT(pid), 4, BPF_REG_7, layout->task_tgid);
	iter_read(prog, AT_LEADER, 8, BPF_REG_7, layout->task_group_leader);
	iter_load(prog, BPF_DW, BPF_REG_1, BPF_REG_10, AT_LEADER);
	iter_read(prog, AT(comm), 16, BPF_REG_1, layout->task_comm);

	iter_load(prog, BPF_W, BPF_REG_1, BPF_REG_6, 16);
	iter_store(prog, BPF_DW, AT(fd), BPF_REG_1);
	iter_load(prog, BPF_DW, BPF_REG_8, BPF_REG_6, 0);
	iter_load(prog, BPF_DW, BPF_REG_8, BPF_REG_8, 0);
	iter_frame(prog, BPF_REG_2, FRAME);
	iter_write(prog, BPF_REG_8, BPF_REG_2, sizeof(struct record));
	iter_exit(prog);
}

struct own {
	uint64_t f_op; /* 0: not found */
	uint64_t fd;
	uint32_t map_id;
};

/* pid: that of this process in the kernel's eyes, or we are in a pid namespace. */
static void learn(void *data, const void *bytes)
{
	const struct record *record = bytes;
	struct own *own = data;

	if (record->fd == own->fd && record->map_id == own->map_id &&
	    record->pid == (uint32_t)getpid())
		own->f_op = record->f_op;
}

/* Any map that there is: its fd and its id; -ENOENT where there is none. */
static int open_any(uint32_t *ret_id)
{
	uint32_t id = 0;
	int r;

	while (!(r = kern_map_next_id(id, &id))) {
		int fd = kern_map_by_id(id, false);

		if (fd == -ENOENT) /* gone meanwhile */
			continue;
		*ret_id = id;
		return fd;
	}
	return r;
}

/*
 * What tells a map from other files: the file operations of a map that we
 * have open, for which none needs to be made.
 */
static int learn_f_op(const struct kern_layout *layout, uint64_t *ret)
{
	struct own own = { .f_op = 0 };
	_cleanup_close_ int map = open_any(&own.map_id);
	_cleanup_close_ int fd = -1;
	struct iter_prog prog = { .n = 0 };
	union bpf_iter_link_info only;
	int r;

	if (map < 0)
		return map;
	own.fd = (uint64_t)map;
	memset(&only, 0, sizeof(only));
	only.task.pid = (uint32_t)getpid();
	assemble(layout, 0, &prog);
	fd = iter_open(&prog, layout->iter_task_file, &only);
	r = fd < 0 ? fd : iter_each(fd, sizeof(struct record), learn, &own);
	*ret = own.f_op;
	return r || own.f_op ? r : -ENOTSUP;
}

static void take(void *data, const void *bytes)
{
	const struct record *record = bytes;

	holders_add(data, record->map_id, record->pid, record->comm);
}

int holders_iterate(struct map_holders *holders)
{
	const struct kern_layout *layout = kern_denies("iter") ? NULL : kern_layout();
	struct iter_prog prog = { .n = 0 };
	_cleanup_close_ int fd = -1;
	uint64_t f_op = 0;
	int r = is_known(layout) ? learn_f_op(layout, &f_op) : -ENOTSUP;

	if (r)
		return r == -ENOENT ? 0 : r;
	assemble(layout, f_op, &prog);
	fd = iter_open(&prog, layout->iter_task_file, NULL);
	return fd < 0 ? fd : iter_each(fd, sizeof(struct record), take, holders);
}
