/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/layout.h"

#include <stdbool.h>
#include <stddef.h>

#include "kern/btf_scan.h"

#define N_OF(rows) (sizeof(rows) / sizeof((rows)[0]))

static int look(struct kern_layout *layout)
{
	struct scan_func funcs[] = {
		{ .name = "bpf_iter_bpf_map" },
		{ .name = "bpf_iter_bpf_map_elem" },
		{ .name = "bpf_iter_task_file" },
		{ .name = "bpf_map_sum_elem_count" },
	};
	struct scan_member map[MAP_MEMBERS] = {
		[MAP_ID] = { .name = "id" },
		[MAP_TYPE] = { .name = "map_type" },
		[MAP_KEY] = { .name = "key_size" },
		[MAP_VALUE] = { .name = "value_size" },
		[MAP_MAX] = { .name = "max_entries" },
		[MAP_FLAGS] = { .name = "map_flags" },
		[MAP_NAME] = { .name = "name" },
		[MAP_FROZEN] = { .name = "frozen" },
		[MAP_EXTRA] = { .name = "map_extra" },
		[MAP_COUNT] = { .name = "elem_count" },
		[MAP_BTF] = { .name = "btf" },
		[MAP_BTF_KEY] = { .name = "btf_key_type_id" },
		[MAP_BTF_VALUE] = { .name = "btf_value_type_id" },
		[MAP_BTF_VMLINUX] = { .name = "btf_vmlinux_value_type_id" },
	};
	struct scan_member btf[] = { { .name = "id" } };
	struct scan_member file[] = { { .name = "f_op" }, { .name = "private_data" } };
	struct scan_member task[] = { { .name = "tgid" },
				      { .name = "group_leader" },
				      { .name = "comm" } };
	struct scan_struct structs[] = {
		{ .name = "bpf_map", .members = map, .n_members = N_OF(map) },
		{ .name = "btf", .members = btf, .n_members = N_OF(btf) },
		{ .name = "file", .members = file, .n_members = N_OF(file) },
		{ .name = "task_struct", .members = task, .n_members = N_OF(task) },
	};
	int r = kern_btf_scan(&(struct scan_names){ funcs, N_OF(funcs), structs, N_OF(structs) });

	*layout = (struct kern_layout){
		.iter_map = funcs[0].id,
		.iter_map_elem = funcs[1].id,
		.iter_task_file = funcs[2].id,
		.sum_elem_count = funcs[3].id,
		.btf_id = btf[0].offset,
		.file_f_op = file[0].offset,
		.file_private_data = file[1].offset,
		.task_tgid = task[0].offset,
		.task_group_leader = task[1].offset,
		.task_comm = task[2].offset,
	};
	for (size_t i = 0; i < MAP_MEMBERS; i++)
		layout->map[i] = map[i].offset;
	return r;
}

const struct kern_layout *kern_layout(void)
{
	static struct kern_layout layout;
	static bool tried, found;

	if (!tried) {
		tried = true;
		found = !look(&layout);
	}
	return found ? &layout : NULL;
}
