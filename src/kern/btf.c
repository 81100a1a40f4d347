/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/btf.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include <linux/bpf.h>
#include <bpf/bpf.h>
#include <bpf/btf.h>

#include "base/alloc.h"

#define VMLINUX "/sys/kernel/btf/vmlinux"

const struct btf *kern_btf_vmlinux(void)
{
	static struct btf *vmlinux;
	static bool tried;

	if (!tried) {
		tried = true;
		vmlinux = btf__parse_raw(VMLINUX);
	}
	return vmlinux;
}

/* Whether the BTF is a module's, or an error. */
static int examine(uint32_t id, bool *is_module)
{
	_cleanup_close_ int fd = bpf_btf_get_fd_by_id(id);
	struct bpf_btf_info info = { 0 };
	uint32_t len = sizeof(info);
	char name[16] = "";
	int r;

	if (fd < 0)
		return fd;
	info.name = (uintptr_t)name;
	info.name_len = sizeof(name);
	r = bpf_obj_get_info_by_fd(fd, &info, &len);
	if (r && r != -ENOSPC) /* a name that is longer is not "vmlinux" */
		return r;
	if (info.btf_size > KERN_BTF_MAX_BYTES)
		return -E2BIG;
	*is_module = info.kernel_btf && strcmp(name, "vmlinux") != 0;
	return 0;
}

int kern_btf_by_id(uint32_t id, struct btf **ret)
{
	struct btf *base = NULL, *btf;
	bool is_module = false;
	int r = examine(id, &is_module);

	if (r)
		return r;
	if (is_module) {
		base = (struct btf *)kern_btf_vmlinux();
		if (!base)
			return -ENOENT;
	}
	btf = btf__load_from_kernel_by_id_split(id, base);
	if (!btf)
		return -errno;
	*ret = btf;
	return 0;
}

struct held {
	uint32_t id, users;
	struct btf *btf;
};

static struct {
	size_t n, cap;
	struct held *row;
} shared;

/* Frees those that nobody holds, but for the one that is to stay. */
static void drop_idle(const struct btf *stays)
{
	size_t kept = 0;

	for (size_t i = 0; i < shared.n; i++) {
		if (shared.row[i].users || shared.row[i].btf == stays)
			shared.row[kept++] = shared.row[i];
		else
			btf__free(shared.row[i].btf);
	}
	shared.n = kept;
}

int kern_btf_get(uint32_t id, const struct btf **ret)
{
	struct btf *btf = NULL;
	int r;

	for (size_t i = 0; i < shared.n; i++) {
		if (shared.row[i].id != id)
			continue;
		shared.row[i].users++;
		*ret = shared.row[i].btf;
		return 0;
	}
	r = kern_btf_by_id(id, &btf);
	if (r)
		return r;
	shared.row = mem_more(shared.row, shared.n, &shared.cap, sizeof(*shared.row));
	shared.row[shared.n++] = (struct held){ .id = id, .users = 1, .btf = btf };
	*ret = btf;
	return 0;
}

void kern_btf_put(const struct btf *btf)
{
	for (size_t i = 0; btf && i < shared.n; i++) {
		if (shared.row[i].btf != btf)
			continue;
		if (--shared.row[i].users == 0)
			drop_idle(btf);
		return;
	}
}
