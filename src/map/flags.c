/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/map_types.h"

#include <linux/bpf.h>

#include "base/buf.h"

/* BPF_F_* of map creation in linux/bpf.h, lower case; the place is the bit. */
static const char *const names[] = {
	"no_prealloc",	    "no_common_lru",  "numa_node",     "rdonly",       "wronly",
	"stack_build_id",   "zero_seed",      "rdonly_prog",   "wronly_prog",  "clone",
	"mmapable",	    "preserve_elems", "inner_map",     "link",	       "path_fd",
	"vtype_btf_obj_fd", "token_fd",	      "segv_on_fault", "no_user_conv", "rb_overwrite",
};

void map_flags_spell(uint32_t flags, struct buf *ret)
{
	const char *comma = "";
	uint32_t unknown = flags;

	for (uint32_t bit = 0; bit < sizeof(names) / sizeof(names[0]); bit++) {
		if (!(flags & 1u << bit))
			continue;
		buf_printf(ret, "%s%s", comma, names[bit]);
		unknown &= ~(1u << bit);
		comma = ",";
	}
	if (unknown)
		buf_printf(ret, "%s0x%x", comma, unknown);
}
