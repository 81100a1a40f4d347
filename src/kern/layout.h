/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* Where the running kernel keeps what our iterators read. */
#ifndef KERN_LAYOUT_H
#define KERN_LAYOUT_H

#include <stdint.h>

/* Members of struct bpf_map. */
enum layout_map {
	MAP_ID,
	MAP_TYPE,
	MAP_KEY,
	MAP_VALUE,
	MAP_MAX,
	MAP_FLAGS,
	MAP_NAME,
	MAP_FROZEN,
	MAP_EXTRA,
	MAP_COUNT, /* a pointer that only types which count their entries have */
	MAP_BTF,
	MAP_BTF_KEY,
	MAP_BTF_VALUE,
	MAP_BTF_VMLINUX,
	MAP_MEMBERS
};

struct kern_layout {
	/* BTF ids of functions; 0: there is no such function. */
	uint32_t iter_map, iter_map_elem, iter_task_file;
	uint32_t sum_elem_count; /* since 6.6 */

	/* Bytes from the start of their structure; -1: it has no such member. */
	int32_t map[MAP_MEMBERS];
	int32_t btf_id;
	int32_t file_f_op, file_private_data;
	int32_t task_tgid, task_group_leader, task_comm;
};

/*
 * All of it, found in one pass over the kernel's BTF when it is asked for first
 * and then kept; NULL where the kernel does not show its BTF.
 */
const struct kern_layout *kern_layout(void);

#endif
