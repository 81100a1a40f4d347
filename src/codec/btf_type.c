/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "codec/btf_type.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

const char *btf_name(const struct btf *btf, uint32_t offset)
{
	const char *name = btf__name_by_offset(btf, offset);

	return name ? name : "";
}

static uint8_t be_typedef(const char *name)
{
	if (strncmp(name, "__be", 4) != 0)
		return 0;
	if (strcmp(name + 4, "16") == 0)
		return 2;
	if (strcmp(name + 4, "32") == 0)
		return 4;
	return strcmp(name + 4, "64") == 0 ? 8 : 0;
}

/* Takes one link, of all that there are and of one chain's. */
static bool take_link(uint64_t *links, uint64_t *chain)
{
	if (*links == 0 || *chain == 0)
		return false;
	(*links)--;
	(*chain)--;
	return true;
}

static int follow(const struct btf *btf, uint32_t type_id, uint64_t *links, uint64_t *chain,
		  struct btf_behind *ret)
{
	uint8_t be = 0;

	while (type_id) {
		const struct btf_type *t = btf__type_by_id(btf, type_id);

		if (!t)
			return -ENOENT;
		if (btf_is_typedef(t)) {
			uint8_t found = be_typedef(btf_name(btf, t->name_off));

			be = found ? found : be;
		} else if (!btf_is_mod(t) && !btf_is_var(t)) {
			*ret = (struct btf_behind){ .type = t, .id = type_id, .be = be };
			return 0;
		}
		if (!take_link(links, chain))
			return -ELOOP;
		type_id = t->type;
	}
	*ret = (struct btf_behind){ .type = NULL };
	return 0;
}

int btf_follow(const struct btf *btf, uint32_t type_id, uint64_t *links, struct btf_behind *ret)
{
	uint64_t chain = btf__type_cnt(btf);

	return follow(btf, type_id, links, &chain, ret);
}

static uint64_t own_bytes(const struct btf_type *t)
{
	if (!t)
		return 0;
	switch (btf_kind(t)) {
	case BTF_KIND_INT:
	case BTF_KIND_ENUM:
	case BTF_KIND_ENUM64:
	case BTF_KIND_FLOAT:
	case BTF_KIND_STRUCT:
	case BTF_KIND_UNION:
	case BTF_KIND_DATASEC:
		return t->size;
	case BTF_KIND_PTR:
		return BTF_POINTER_SIZE;
	default:
		return 0;
	}
}

int btf_bytes(const struct btf *btf, uint32_t type_id, uint64_t *links, uint64_t *ret)
{
	uint64_t count = 1, bytes, chain = btf__type_cnt(btf);
	struct btf_behind behind;
	int r;

	for (;;) {
		r = follow(btf, type_id, links, &chain, &behind);
		if (r < 0)
			return r;
		if (!behind.type || !btf_is_array(behind.type))
			break;
		if (!take_link(links, &chain))
			return -ELOOP;
		if (__builtin_mul_overflow(count, (uint64_t)btf_array(behind.type)->nelems, &count))
			count = UINT64_MAX;
		type_id = btf_array(behind.type)->type;
	}
	if (__builtin_mul_overflow(count, own_bytes(behind.type), &bytes))
		bytes = UINT64_MAX;
	*ret = bytes;
	return 0;
}
