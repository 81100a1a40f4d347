/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "map/map_types.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include <linux/bpf.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/nearest.h"
#include "base/number.h"

/* BPF_F_* of map creation in linux/bpf.h, lower case; the place is the bit. */
#define PREFIX "BPF_F_"

static const char *const names[] = {
	"no_prealloc",	    "no_common_lru",  "numa_node",     "rdonly",       "wronly",
	"stack_build_id",   "zero_seed",      "rdonly_prog",   "wronly_prog",  "clone",
	"mmapable",	    "preserve_elems", "inner_map",     "link",	       "path_fd",
	"vtype_btf_obj_fd", "token_fd",	      "segv_on_fault", "no_user_conv", "rb_overwrite",
};

#define N_NAMES (sizeof(names) / sizeof(names[0]))

const char *map_flag_nth(size_t i)
{
	return i < N_NAMES ? names[i] : NULL;
}

static int parse_one(const char *word, uint32_t *flags, struct err *err)
{
	struct nearest nearest = NEAREST(word);
	uint32_t number;
	int r = number_u32(word, &number);

	if (!r) {
		*flags |= number;
		return 0;
	}
	if (r == -ERANGE)
		return err_set(err, ERR_USAGE, "flags: '%s' is more than 32 bits", word);
	for (uint32_t bit = 0; bit < N_NAMES; bit++) {
		if (!strcasecmp(word, names[bit])) {
			*flags |= 1u << bit;
			return 0;
		}
		nearest_offer(&nearest, names[bit]);
	}
	if (nearest.best)
		return err_set(err, ERR_USAGE, "flags: there is no flag '%s'; did you mean '%s'?",
			       word, nearest.best);
	return err_set(err, ERR_USAGE, "flags: there is no flag '%s'; 'no_prealloc' is one", word);
}

int map_flags_parse(const char *text, uint32_t *ret, struct err *err)
{
	uint32_t flags = 0;
	size_t n;

	for (;; text += n + 1) {
		_cleanup_free_ char *word = NULL;
		bool is_c;
		int r;

		n = strcspn(text, ",");
		is_c = !strncasecmp(text, PREFIX, strlen(PREFIX));
		word = mem_printf("%.*s", (int)n, text);
		r = parse_one(is_c ? word + strlen(PREFIX) : word, &flags, err);
		if (r)
			return r;
		if (!text[n])
			break;
	}
	*ret = flags;
	return 0;
}

void map_flags_spell(uint32_t flags, struct buf *ret)
{
	const char *comma = "";
	uint32_t unknown = flags;

	for (uint32_t bit = 0; bit < N_NAMES; bit++) {
		if (!(flags & 1u << bit))
			continue;
		buf_printf(ret, "%s%s", comma, names[bit]);
		unknown &= ~(1u << bit);
		comma = ",";
	}
	if (unknown)
		buf_printf(ret, "%s0x%x", comma, unknown);
}
