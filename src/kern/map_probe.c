/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/map_probe.h"

#include <errno.h>

#include <bpf/bpf.h>
#include <bpf/btf.h>

#include "base/alloc.h"

/* Types 1, int, 2, struct bpf_spin_lock, and 3, what PROBE_LOCK has. */
static int add_types(struct btf *btf)
{
	int r = btf__add_int(btf, "int", 4, BTF_INT_SIGNED);

	if (r > 0)
		r = btf__add_struct(btf, "bpf_spin_lock", 4);
	if (r > 0)
		r = btf__add_field(btf, "val", 1, 0, 0);
	if (!r)
		r = btf__add_struct(btf, "locked", 8);
	if (r > 0)
		r = btf__add_field(btf, "lock", 2, 0, 0);
	return r ? r : btf__add_field(btf, "n", 1, 32, 0);
}

/* An fd, or -errno. */
static int load_types(void)
{
	struct btf *btf = btf__new_empty();
	const void *bytes = NULL;
	uint32_t size = 0;
	int fd;

	if (!btf)
		return -ENOMEM;
	if (!add_types(btf))
		bytes = btf__raw_data(btf, &size);
	fd = bytes ? bpf_btf_load(bytes, size, NULL) : -ENOMEM;
	btf__free(btf);
	return fd;
}

int kern_map_probe(const struct map_probe *probe)
{
	LIBBPF_OPTS(bpf_map_create_opts, options, .map_flags = probe->flags);
	_cleanup_close_ int inner_fd = -1, btf_fd = -1;

	if (probe->inner_type) {
		const struct map_probe inner = {
			.type = probe->inner_type, .key_size = 4, .value_size = 4, .max_entries = 1
		};

		inner_fd = kern_map_probe(&inner);
		if (inner_fd < 0)
			return inner_fd;
		options.inner_map_fd = (uint32_t)inner_fd;
	}
	if (probe->types == PROBE_INTS || probe->types == PROBE_LOCK) {
		btf_fd = load_types();
		if (btf_fd < 0)
			return btf_fd;
		options.btf_fd = (uint32_t)btf_fd;
		options.btf_key_type_id = 1;
		options.btf_value_type_id = probe->types == PROBE_LOCK ? 3 : 1;
	} else if (probe->types == PROBE_KERNEL_STRUCT) {
		options.btf_vmlinux_value_type_id = 1;
	}
	return bpf_map_create(probe->type, NULL, probe->key_size, probe->value_size,
			      probe->max_entries, &options);
}
