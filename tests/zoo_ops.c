/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* A struct_ops map with programs in it, and one without. */
#include "zoo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <bpf/btf.h>

#define OPS "tcp_congestion_ops"

/* The type whose values such a map has; the offset of its member "data". */
struct ops {
	const struct btf *btf;
	uint32_t value_id, ops_id, size, data;
};

static const struct btf_member *member_of(const struct ops *ops, uint32_t id, const char *name,
					  uint32_t *ret_index)
{
	const struct btf_type *t = btf__type_by_id(ops->btf, id);

	for (uint32_t i = 0; i < btf_vlen(t); i++) {
		const struct btf_member *member = &btf_members(t)[i];

		if (strcmp(btf__name_by_offset(ops->btf, member->name_off), name) != 0)
			continue;
		*ret_index = i;
		return member;
	}
	return NULL;
}

static int find_types(struct ops *ops)
{
	int value = btf__find_by_name_kind(ops->btf, "bpf_struct_ops_" OPS, BTF_KIND_STRUCT);
	int id = btf__find_by_name_kind(ops->btf, OPS, BTF_KIND_STRUCT);
	const struct btf_member *data;
	uint32_t index;

	if (value < 0 || id < 0)
		return -1;
	ops->value_id = (uint32_t)value;
	ops->ops_id = (uint32_t)id;
	ops->size = btf__type_by_id(ops->btf, ops->value_id)->size;
	data = member_of(ops, ops->value_id, "data", &index);
	ops->data = data ? data->offset / 8 : 0;
	return data ? 0 : -1;
}

/* Loads a program for one function, and puts its fd where the kernel expects it. */
static int put_program(const struct ops *ops, const char *function, const char *name, char *value)
{
	const struct bpf_insn insns[] = {
		{ .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = BPF_REG_0, .imm = 2 },
		{ .code = BPF_JMP | BPF_EXIT },
	};
	LIBBPF_OPTS(bpf_prog_load_opts, opts, .attach_btf_id = ops->ops_id);
	uint32_t index;
	const struct btf_member *member = member_of(ops, ops->ops_id, function, &index);
	uint64_t fd;
	int loaded;

	if (!member)
		return -1;
	opts.expected_attach_type = (enum bpf_attach_type)index;
	loaded = bpf_prog_load(BPF_PROG_TYPE_STRUCT_OPS, name, "GPL", insns, 2, &opts);
	if (loaded < 0)
		return loaded;
	fd = (uint64_t)loaded;
	memcpy(value + ops->data + member->offset / 8, &fd, sizeof(fd));
	return 0;
}

static void fill(const struct ops *ops, int map)
{
	uint32_t key = 0, index;
	const struct btf_member *name = member_of(ops, ops->ops_id, "name", &index);
	char *value = calloc(1, ops->size);

	if (value && name && !put_program(ops, "ssthresh", "zoo_ssthresh", value) &&
	    !put_program(ops, "undo_cwnd", "zoo_undo_cwnd", value) &&
	    !put_program(ops, "cong_avoid", "zoo_cong_avoid", value)) {
		memcpy(value + ops->data + name->offset / 8, "zoo", 4);
		if (bpf_map_update_elem(map, &key, value, BPF_ANY))
			zoo_skip("struct_ops with programs");
	} else {
		zoo_skip("programs for struct_ops");
	}
	free(value);
}

void zoo_ops(const struct zoo *zoo)
{
	struct zoo_map map = ZOO_MAP("struct_ops", "sops", STRUCT_OPS, 4, 0, 1);
	struct btf *btf = btf__load_vmlinux_btf();
	struct ops ops = { .btf = btf };
	int fd;

	if (!btf || find_types(&ops)) {
		zoo_skip("struct_ops");
		btf__free(btf);
		return;
	}
	map.value = ops.size;
	map.vmlinux_type = ops.value_id;
	zoo_map(zoo, map);
	/* With BPF_F_LINK it is not registered before somebody makes a link of it. */
	map.pin = "struct_ops_link", map.name = "sopsl", map.flags = BPF_F_LINK;
	fd = zoo_map(zoo, map);
	if (fd >= 0)
		fill(&ops, fd);
	btf__free(btf);
}
