/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "kern/prog_functions.h"

#include <string.h>

#include <linux/bpf.h>
#include <bpf/bpf.h>

#include "base/alloc.h"

#define FUNCTIONS_MAX 256 /* BPF_MAX_SUBPROGS of the kernel */

static void read_program(uint32_t id, void (*tell)(void *, uint64_t, uint32_t), void *to)
{
	_cleanup_close_ int fd = bpf_prog_get_fd_by_id(id);
	uint64_t addresses[FUNCTIONS_MAX];
	uint32_t lengths[FUNCTIONS_MAX];
	struct bpf_prog_info info;
	uint32_t len = sizeof(info);

	memset(&info, 0, sizeof(info));
	info.jited_ksyms = (uintptr_t)addresses;
	info.nr_jited_ksyms = FUNCTIONS_MAX;
	info.jited_func_lens = (uintptr_t)lengths;
	info.nr_jited_func_lens = FUNCTIONS_MAX;
	if (fd < 0 || bpf_obj_get_info_by_fd(fd, &info, &len) || !info.jited_ksyms ||
	    !info.jited_func_lens)
		return;
	for (uint32_t i = 0;
	     i < FUNCTIONS_MAX && i < info.nr_jited_ksyms && i < info.nr_jited_func_lens; i++)
		tell(to, addresses[i], lengths[i]);
}

void kern_prog_functions_read(void (*tell)(void *to, uint64_t address, uint32_t bytes), void *to)
{
	uint32_t id = 0;

	while (!bpf_prog_get_next_id(id, &id))
		read_program(id, tell, to);
}
