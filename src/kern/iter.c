/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/iter.h"

#include <errno.h>
#include <string.h>

#include "kern/deny.h"
#include "kern/iter_prog.h"
#include "kern/layout.h"

/* The kernel's buffer has 8 pages; a record that fills it fails the read with E2BIG. */
#define RECORD_MAX (32u << 10)

int kern_iter_elems_open(int map_fd, uint32_t key_size, size_t value_bytes, int *ret_fd)
{
	const struct kern_layout *layout;
	union bpf_iter_link_info info;
	struct iter_prog prog = { .n = 0 };
	int fd;

	if (kern_denies("iter") || !key_size || !value_bytes || key_size >= RECORD_MAX ||
	    value_bytes >= RECORD_MAX - key_size)
		return -ENOTSUP;
	layout = kern_layout();
	if (!layout)
		return -ENOTSUP;

	/* struct bpf_iter__bpf_map_elem: meta, map, key, value; meta starts with seq */
	iter_move(&prog, BPF_REG_6, BPF_REG_1);
	iter_load(&prog, BPF_DW, BPF_REG_7, BPF_REG_6, 16);
	iter_skip_if_null(&prog, BPF_REG_7);
	iter_load(&prog, BPF_DW, BPF_REG_8, BPF_REG_6, 24);
	iter_skip_if_null(&prog, BPF_REG_8);
	iter_load(&prog, BPF_DW, BPF_REG_9, BPF_REG_6, 0);
	iter_load(&prog, BPF_DW, BPF_REG_9, BPF_REG_9, 0);
	iter_write(&prog, BPF_REG_9, BPF_REG_7, key_size);
	iter_write(&prog, BPF_REG_9, BPF_REG_8, (uint32_t)value_bytes);
	iter_exit(&prog);

	memset(&info, 0, sizeof(info)); /* older kernels want the rest to be zero */
	info.map.map_fd = (uint32_t)map_fd;
	fd = iter_open(&prog, layout->iter_map_elem, &info);
	if (fd < 0)
		return fd;
	*ret_fd = fd;
	return 0;
}
