/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "counter/link.h"

#include <bpf/bpf.h>

#include "base/alloc.h"
#include "counter/pins.h"

int link_ask(int fd, struct link_facts *ret)
{
	struct bpf_link_info info = { 0 };
	uint32_t size = sizeof(info);
	int r = bpf_obj_get_info_by_fd(fd, &info, &size);

	if (r < 0)
		return r;
	*ret = (struct link_facts){ .id = info.id, .prog_id = info.prog_id };
	/* The kernel says 0 once the interface has gone, or the link was detached. */
	if (info.type == BPF_LINK_TYPE_XDP) {
		ret->ifindex = info.xdp.ifindex;
		ret->is_detached = !info.xdp.ifindex;
	}
	return 0;
}

int link_look(const struct counter *counter, const char *root, struct link_facts *ret)
{
	_cleanup_free_ char *path = pins_path(root, counter, PIN_LINK);
	_cleanup_close_ int fd = bpf_obj_get(path);

	return fd < 0 ? fd : link_ask(fd, ret);
}
